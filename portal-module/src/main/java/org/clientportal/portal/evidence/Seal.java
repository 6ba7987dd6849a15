package org.clientportal.portal.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.clientportal.portal.evidence.EvidenceKeys.Signed;

/**
 * What sums up a batch of links, and with them everything before.
 *
 * @param number from 1, without a gap, over all organisations
 * @param first the seq of the first link in it
 * @param last the seq of the last
 * @param at to the microsecond
 * @param root over the hashes of its links
 * @param previous the hash of the seal before, or of the beginning
 * @param hash over everything above
 */
@SuppressWarnings("ArrayRecordComponent")
record Seal(
        long number,
        long organisation,
        long first,
        long last,
        Instant at,
        byte[] root,
        byte[] previous,
        byte[] hash,
        Signed signed) {

    /** Before the first seal. */
    static byte[] beginning() {
        return Digest.of("client-portal seals 1").done();
    }

    static byte[] root(Collection<byte[]> links) {
        var root = Digest.of("client-portal root 1").number(links.size());
        links.forEach(root::bytes);
        return root.done();
    }

    static byte[] hash(
            long number, long organisation, long first, long last, Instant at, byte[] root, byte[] previous) {
        return Digest.of("client-portal seal 1")
                .number(number)
                .number(organisation)
                .number(first)
                .number(last)
                .number(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .bytes(root)
                .bytes(previous)
                .done();
    }

    byte[] rehashed() {
        return hash(number, organisation, first, last, at, root, previous);
    }
}
