package org.clientportal.portal.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Something about the evidence that is not as it was.
 *
 * @param organisation whose chain; null for a seal
 * @param seq which link; null for a seal
 * @param seal its number; null for a link
 * @param detail what, in words; never a value
 */
public record Finding(
        Kind kind,
        @Nullable Long organisation,
        @Nullable Long seq,
        @Nullable Long seal,
        String detail) {

    /** What can be wrong. */
    public enum Kind {
        /** A value is not the one that was confirmed. */
        VALUE_CHANGED,
        /** There are more or fewer values, or other hashes of them, than were confirmed. */
        VALUES_DIFFER,
        /** The PDF is not the one that was confirmed. */
        PDF_CHANGED,
        /** What a confirmation is looked up by is not what was confirmed. */
        LOOKUP_CHANGED,
        /** What the page of the receipt shows is not what was confirmed. */
        SHOWN_DIFFERENTLY,
        /** A link is there, what it stands for is not. */
        CONFIRMATION_MISSING,
        /** A confirmation is in no chain. */
        CONFIRMATION_UNLINKED,
        /** Values are gone, and no link records that they were erased. */
        ERASED_WITHOUT_RECORD,
        /** A link records that values were erased, and there are some. */
        BACK_AFTER_ERASING,
        /** Numbers of a chain are left out. */
        LINK_MISSING,
        /** A link is not what was hashed, or does not follow the one before. */
        LINK_CHANGED,
        /** No key of this installation signed the link. */
        LINK_FORGED,
        /** Numbers of the seals are left out. */
        SEAL_MISSING,
        /** A seal is not what was hashed, does not follow the one before, or not what it covers. */
        SEAL_CHANGED,
        /** No key of this installation signed the seal. */
        SEAL_FORGED,
        /** The links are not those that were sealed. */
        SEAL_BROKEN,
        /** Links have waited for a seal for too long. */
        UNSEALED,
        /** The end of a chain, or of the seals, was there and is not any more, or is another one. */
        CUT_OFF
    }

    static Finding link(Kind kind, long organisation, long seq, String detail) {
        return new Finding(kind, organisation, seq, null, detail);
    }

    static Finding seal(Kind kind, long number, String detail) {
        return new Finding(kind, null, null, number, detail);
    }
}
