package org.clientportal.itsm;

import java.time.Instant;
import java.util.List;
import org.clientportal.itsm.Entry.FileRef;

/**
 * A document that the platform keeps for a person, a group or an organisation: a contract, a rule book, a certificate. It is one
 * document for ever; what it says is in its versions.
 *
 * @param id the platform's id, stable for ever
 * @param title plain text; empty only when it is gone
 * @param kind what sort of document it is, in the platform's words, such as "Umowa"; empty when the platform does not say
 * @param summary a sentence or two, plain text; may be empty
 * @param audience who may read it, in every version
 * @param versions oldest first, numbers rise; at least one unless it is gone
 * @param changedAt last change
 * @param gone true when deleted or withdrawn; everything else may then be empty
 * @param version grows with every change of the document, also with a new version of what it says
 */
public record Document(
        String id,
        String title,
        String kind,
        String summary,
        Audience audience,
        List<Version> versions,
        Instant changedAt,
        boolean gone,
        long version) {

    public Document {
        // left out where it is gone
        versions = versions == null ? List.of() : List.copyOf(versions);
    }

    /**
     * What the document said from a moment on, as one file.
     *
     * @param number counts from 1 within its document; may have gaps where the platform threw versions away
     * @param since from when it was the newest
     * @param changes what is new in it, plain text; may be empty
     * @param file its content, which never changes under one id
     */
    public record Version(int number, Instant since, String changes, FileRef file) {}
}
