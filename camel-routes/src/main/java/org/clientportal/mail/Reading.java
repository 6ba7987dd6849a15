package org.clientportal.mail;

import java.util.List;
import java.util.Optional;

/** What came of reading a raw message: it is either understood or set aside with a reason; reading never throws. */
public sealed interface Reading {

    /** The message was understood. */
    record Understood(IncomingMail mail) implements Reading {}

    /**
     * The message is to be kept and looked at by a human.
     *
     * @param why for the administrator
     * @param from what the header says, as far as it can be read
     * @param subject what the header says, as far as it can be read
     */
    record Quarantined(Reason reason, String why, List<Mailbox> from, Optional<String> subject) implements Reading {}

    /** Why a message was set aside. */
    enum Reason {
        TOO_LARGE,
        HEADER_TOO_LARGE,
        TOO_MANY_PARTS,
        TOO_DEEP,
        /** No header at all. */
        NOT_A_MAIL,
        /** A mistake of ours: reading failed in a way nobody foresaw. */
        UNREADABLE
    }
}
