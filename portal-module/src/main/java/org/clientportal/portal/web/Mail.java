package org.clientportal.portal.web;

/** The whole input of one mail: an HTML template and its twin in plain text, both drawn from the same record. */
public interface Mail {

    MailFrame frame();

    /** Path of both templates below the root, without {@code .ftlh} and {@code .ftl}. */
    String template();

    /** The line a person reads in their mailbox. */
    Phrase subject();

    default String subjectLine() {
        return frame().words().text(subject()).replaceAll("\\s+", " ").strip();
    }
}
