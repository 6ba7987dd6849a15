package org.clientportal.portal.evidence;

import java.util.concurrent.atomic.AtomicBoolean;
import org.clientportal.ports.Leadership;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Seals what was confirmed, on the node that leads; on every node writes down the seals that all of them made. */
@Component
class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);
    private static final String FLOW = "evidence-sealing";
    private static final int PAGE = 500;

    private final Seals seals;
    private final Witness witness;
    private final EvidenceKeys keys;
    private final Leadership leadership;
    private final AtomicBoolean broken = new AtomicBoolean();

    Sealing(Seals seals, Witness witness, EvidenceKeys keys, Leadership leadership) {
        this.seals = seals;
        this.witness = witness;
        this.keys = keys;
        this.leadership = leadership;
    }

    @Scheduled(
            initialDelayString = "${portal.evidence.seal-every:1m}",
            fixedDelayString = "${portal.evidence.seal-every:1m}")
    void round() {
        if (leadership.leads(FLOW)) {
            try {
                seal();
            } catch (EvidenceKeyUnusable unusable) {
                LOG.error("what was confirmed cannot be sealed: {}", unusable.getMessage());
            }
        }
        writeDown();
    }

    /** @return how many seals were made */
    int seal() {
        var made = 0;
        while (seals.next()) {
            made++;
        }
        return made;
    }

    /** Takes over the seals that are not in the file yet, and notices when those in it are not in the database any more. */
    synchronized void writeDown() {
        var known = witness.lastSeal();
        var from = known == null ? 0 : known.number();
        if (known != null && !isStill(known)) {
            if (!broken.getAndSet(true)) {
                LOG.error(
                        "seal {} of confirmations was written down and is not in the database: an end of the chains was cut off,"
                                + " or an older copy of the database is in use; see 'portal receipt verify'",
                        known.number());
            }
            return;
        }
        broken.set(false);
        for (var next = seals.after(from, PAGE); !next.isEmpty(); next = seals.after(from, PAGE)) {
            for (var seal : next) {
                // what nobody with the key made is not taken over
                if (!keys.verify(seal.hash(), seal.signed())) {
                    LOG.error("seal {} of confirmations is not signed by a key of this installation", seal.number());
                    broken.set(true);
                    return;
                }
                witness.saw(seal);
                from = seal.number();
            }
        }
    }

    private boolean isStill(Witness.Line known) {
        return seals.after(known.number() - 1, 1).stream()
                .anyMatch(seal -> seal.number() == known.number()
                        && Digest.hex(seal.hash()).equals(known.hash()));
    }

    /** Whether the database is without what was written down outside. */
    boolean isBroken() {
        return broken.get();
    }
}
