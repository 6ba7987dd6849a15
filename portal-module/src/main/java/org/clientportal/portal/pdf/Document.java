package org.clientportal.portal.pdf;

/** The whole input of one document on paper. Implemented by one public record per document. */
public interface Document {

    /** What stands around the document. */
    DocumentFrame frame();

    /** Path of the template below the root, without {@code .ftlh}. */
    String template();
}
