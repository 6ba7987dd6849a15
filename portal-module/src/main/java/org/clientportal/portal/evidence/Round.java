package org.clientportal.portal.evidence;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientportal.portal.evidence.Finding.Kind;
import org.clientportal.portal.evidence.ShownConfirmations.Shown;
import org.clientportal.portal.evidence.Stored.Content;
import org.clientportal.portal.evidence.StoredRows.Reach;
import org.jspecify.annotations.Nullable;

/** One look at all the evidence. */
final class Round {

    /** So much is told in full; of the rest it is counted. */
    private static final int TOLD = 1_000;
    /** PDFs are read too. */
    private static final int PAGE = 50;

    private static final int SEALS = 500;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final StoredRows rows;
    private final Seals seals;
    private final Witness witness;
    private final Map<String, PublicKey> trusted;
    private final Duration sealedWithin;
    private final Clock clock;
    private final List<ShownConfirmations> shown;
    private final Examination examination;

    private final List<Finding> told = new ArrayList<>();
    private final Map<Long, Long> sealedTo = new HashMap<>();
    private long found;
    private volatile long links;
    private long confirmations;
    private long erased;
    private long sealCount;
    private long unsealed;
    private long witnessed;

    Round(
            StoredRows rows,
            Seals seals,
            Witness witness,
            Map<String, PublicKey> trusted,
            EvidenceSettings settings,
            Clock clock,
            List<ShownConfirmations> shown) {
        this.rows = rows;
        this.seals = seals;
        this.witness = witness;
        this.trusted = trusted;
        this.sealedWithin = settings.sealEvery().plus(PATIENCE);
        this.clock = clock;
        this.shown = shown;
        this.examination = new Examination(trusted, this::tell);
    }

    Verdict look(@Nullable Stream<String> further) {
        // the seals first: what they cover is there when the chains are read
        seals();
        var chains = rows.chains();
        chains.forEach(this::chain);
        sealedTo.forEach((organisation, last) -> {
            if (chains.stream().noneMatch(chain -> chain.organisation() == organisation && chain.last() >= last)) {
                tell(Finding.link(Kind.CUT_OFF, organisation, last, "sealed up to here, and the chain ends before"));
            }
        });
        for (var alone : rows.unlinked(TOLD)) {
            tell(Finding.link(Kind.CONFIRMATION_UNLINKED, alone.organisation(), alone.last(), "is in no chain"));
        }
        witness(further);
        return new Verdict(
                clock.instant(),
                found == 0,
                chains.size(),
                links,
                confirmations,
                erased,
                sealCount,
                unsealed,
                witnessed,
                List.copyOf(trusted.keySet()),
                found,
                told);
    }

    private void witness(@Nullable Stream<String> further) {
        var compare = new Comparing(rows, seals, this::tell);
        witness.read(compare::add);
        if (further != null) {
            witness.read(further, compare::add);
        }
        compare.rest();
        witnessed = compare.count();
    }

    private void chain(Reach chain) {
        var previous = Link.beginning(chain.organisation());
        var expected = 1L;
        var waiting = (Instant) null;
        for (var page = rows.page(chain.organisation(), 0, chain.last(), PAGE);
                !page.isEmpty();
                page = rows.page(chain.organisation(), expected - 1, chain.last(), PAGE)) {
            for (var stored : page) {
                follows(stored.link(), previous, expected);
                examine(stored);
                if (stored.link().seq() > sealedTo.getOrDefault(chain.organisation(), 0L)) {
                    unsealed++;
                    waiting = waiting == null ? stored.link().at() : waiting;
                }
                previous = stored.link().hash();
                expected = stored.link().seq() + 1;
            }
        }
        if (waiting != null && waiting.plus(sealedWithin).isBefore(clock.instant())) {
            tell(Finding.link(
                    Kind.UNSEALED, chain.organisation(), chain.last(), "links wait for a seal since " + waiting));
        }
    }

    private void follows(Link link, byte[] previous, long expected) {
        if (link.seq() != expected) {
            tell(Finding.link(
                    Kind.LINK_MISSING,
                    link.organisation(),
                    expected,
                    link.seq() - expected == 1 ? "is missing" : "to " + (link.seq() - 1) + " are missing"));
        } else if (!Arrays.equals(link.previous(), previous)) {
            tell(Finding.link(
                    Kind.LINK_CHANGED, link.organisation(), link.seq(), "does not follow the link before it"));
        }
    }

    private void examine(Stored stored) {
        links++;
        examination.examine(stored);
        var content = stored.content();
        if (content != null) {
            confirmations++;
            erased += content.erased() && stored.erasing() != null ? 1 : 0;
            if (!content.erased()) {
                shown.forEach(pages -> pages.of(content.id()).ifPresent(page -> compare(stored.link(), content, page)));
            }
        }
    }

    /** What pages tell is what was confirmed. */
    private void compare(Link link, Content content, Shown page) {
        if (!ConfirmedValues.shown(content).equals(Optional.of(page))) {
            tell(Finding.link(
                    Kind.SHOWN_DIFFERENTLY,
                    link.organisation(),
                    link.seq(),
                    "the page of the receipt shows something else than was confirmed"));
        }
    }

    private void seals() {
        var previous = Seal.beginning();
        var expected = 1L;
        var last = seals.last().map(Seal::number).orElse(0L);
        for (var page = seals.after(0, SEALS); !page.isEmpty(); page = seals.after(expected - 1, SEALS)) {
            for (var seal : page) {
                if (seal.number() > last) {
                    return;
                }
                sealCount++;
                if (seal.number() != expected) {
                    tell(Finding.seal(Kind.SEAL_MISSING, expected, "to " + (seal.number() - 1) + " are missing"));
                } else if (!Arrays.equals(seal.previous(), previous)) {
                    tell(Finding.seal(Kind.SEAL_CHANGED, seal.number(), "does not follow the seal before it"));
                }
                seal(seal);
                previous = seal.hash();
                expected = seal.number() + 1;
            }
        }
    }

    private void seal(Seal seal) {
        if (!Arrays.equals(seal.hash(), seal.rehashed())) {
            tell(Finding.seal(Kind.SEAL_CHANGED, seal.number(), "the seal is not what was hashed"));
        }
        if (!EvidenceKeys.verify(trusted, seal.hash(), seal.signed())) {
            tell(Finding.seal(
                    Kind.SEAL_FORGED,
                    seal.number(),
                    trusted.containsKey(seal.signed().key())
                            ? "the signature is not of this seal"
                            : "signed by the key " + seal.signed().key() + ", which does not count here"));
        }
        if (seal.first() != sealedTo.getOrDefault(seal.organisation(), 0L) + 1) {
            tell(Finding.seal(Kind.SEAL_CHANGED, seal.number(), "does not begin where the one before ends"));
        }
        sealedTo.merge(seal.organisation(), seal.last(), Math::max);
        if (!Arrays.equals(seals.rootNow(seal), seal.root())) {
            tell(Finding.seal(
                    Kind.SEAL_BROKEN,
                    seal.number(),
                    "links " + seal.first() + " to " + seal.last() + " of organisation " + seal.organisation()
                            + " are not those that were sealed"));
        }
    }

    /** How many were looked at so far. */
    long links() {
        return links;
    }

    private void tell(Finding finding) {
        found++;
        if (told.size() < TOLD) {
            told.add(finding);
        }
    }
}
