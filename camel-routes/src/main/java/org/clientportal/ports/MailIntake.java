package org.clientportal.ports;

import java.util.Optional;

/** Takes raw messages from a mailbox, and works them off. Inward. */
public interface MailIntake {

    /** The last UID stored for a mailbox under a UIDVALIDITY; 0 when none. */
    long lastUid(String account, long uidValidity);

    /** Stores a raw message (RFC 5322 bytes) before anything else happens; the same UID twice is stored once. */
    void store(String account, long uidValidity, long uid, byte[] raw);

    /**
     * Stores a message that is not to be worked off but to be looked at by a human; the same UID twice is stored once.
     *
     * @param raw what could be fetched of it, its header at best
     * @param reason why, for the administrator
     */
    void setAside(String account, long uidValidity, long uid, byte[] raw, String reason);

    /** Remembers that a poll of the mailbox went well, or why not. */
    void polled(String account, Optional<String> failure);

    /** Works off one stored message; false when none waits. */
    boolean processNext();
}
