package org.clientportal.itsm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.clientportal.itsm.Asset.Holders;
import org.jspecify.annotations.Nullable;

/**
 * A confirmation of receipt: the list of things that were handed to somebody, or taken back, which the receiver confirms line
 * by line. Whoever of the receivers signs first signs for all.
 *
 * @param id the platform's id, stable for ever
 * @param number what people call it
 * @param kind which way the things went
 * @param receivers who is asked to confirm; for a return whoever gave the things back
 * @param organisationId in whose name, null when the platform does not say
 * @param text what is to be known before signing, plain text; empty for nothing
 * @param issuedBy name of whoever wrote it
 * @param issuedAt when it was first written, in UTC
 * @param dueOn until which day it is to be confirmed, null for no such day
 * @param edition what of it is confirmed: 1, and one more with each change of title, kind, text or lines
 * @param lines the things, in order
 * @param answers what was confirmed, oldest first; one whose edition is older than this one's does not count any more
 * @param changedAt last change
 * @param version grows with every change of the receipt, also one that makes no new edition
 */
public record Receipt(
        String id,
        String number,
        Kind kind,
        Holders receivers,
        @Nullable String organisationId,
        String title,
        String text,
        String issuedBy,
        Instant issuedAt,
        @Nullable LocalDate dueOn,
        State state,
        int edition,
        List<Line> lines,
        List<ReceiptAnswer> answers,
        Instant changedAt,
        long version) {

    public Receipt {
        lines = lines == null ? List.of() : List.copyOf(lines);
        // left out while nobody answered
        answers = answers == null ? List.of() : List.copyOf(answers);
    }

    /** Which way the things went. */
    public enum Kind {
        /** They were handed out. */
        ISSUE,
        /** They were given back. */
        RETURN
    }

    /** How it stands. */
    public enum State {
        /** The present edition waits for somebody's signature. */
        OPEN,
        /** The present edition is confirmed. */
        ANSWERED,
        /** Nobody needs to confirm it any more; also what the platform deleted. */
        WITHDRAWN
    }

    /**
     * One thing, or several of the same.
     *
     * @param id unique within the receipt; the same thing keeps it from edition to edition
     * @param assetId the {@linkplain Asset asset} that it is, null when it is none
     * @param code the inventory code, null when it has none
     * @param serial the maker's serial number, null when not known
     * @param quantity how many, at least 1
     * @param remarks what whoever wrote it says of the thing, such as its condition; empty for nothing
     */
    public record Line(
            String id,
            String name,
            @Nullable String assetId,
            @Nullable String code,
            @Nullable String serial,
            int quantity,
            String remarks) {}
}
