package org.clientportal.portal.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.clientportal.portal.evidence.EvidenceKeys.Signed;

/**
 * One link of an organisation's chain.
 *
 * @param seq from 1, without a gap
 * @param erases the seq of the confirmation that was erased; 0 for a confirmation
 * @param at to the microsecond
 * @param leaf of the confirmation; an erasing repeats that of what it erases
 * @param previous the hash of the link before, or of the beginning
 * @param hash over everything above
 */
@SuppressWarnings("ArrayRecordComponent")
record Link(
        long organisation,
        long seq,
        Kind kind,
        long erases,
        Instant at,
        byte[] leaf,
        byte[] previous,
        byte[] hash,
        Signed signed) {

    enum Kind {
        CONFIRMED,
        ERASED
    }

    /** Before the first link of an organisation. */
    static byte[] beginning(long organisation) {
        return Digest.of("client-portal chain 1").number(organisation).done();
    }

    static byte[] hash(long organisation, long seq, Kind kind, long erases, Instant at, byte[] leaf, byte[] previous) {
        return Digest.of("client-portal link 1")
                .number(organisation)
                .number(seq)
                .text(kind.name())
                .number(erases)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .bytes(leaf)
                .bytes(previous)
                .done();
    }

    byte[] rehashed() {
        return hash(organisation, seq, kind, erases, at, leaf, previous);
    }
}
