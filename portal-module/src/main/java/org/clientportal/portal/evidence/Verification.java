package org.clientportal.portal.evidence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works out all the evidence again, in bounded memory and one at a time. */
@Component
class Verification {

    private final StoredRows rows;
    private final Seals seals;
    private final Witness witness;
    private final EvidenceKeys keys;
    private final EvidenceSettings settings;
    private final Clock clock;
    private final ObjectProvider<ShownDecisions> shown;
    private final Semaphore one = new Semaphore(1);

    Verification(
            StoredRows rows,
            Seals seals,
            Witness witness,
            EvidenceKeys keys,
            EvidenceSettings settings,
            Clock clock,
            ObjectProvider<ShownDecisions> shown) {
        this.rows = rows;
        this.seals = seals;
        this.witness = witness;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.shown = shown;
    }

    /**
     * Looks at everything.
     *
     * @param further lines that a node, a log or a mail kept elsewhere; null for none
     * @return empty while another look goes on
     */
    Optional<Verdict> verify(@Nullable Stream<String> further) {
        if (!one.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Round(
                            rows,
                            seals,
                            witness,
                            keys.trusted(),
                            settings,
                            clock,
                            shown.orderedStream().toList())
                    .look(further));
        } finally {
            one.release();
        }
    }

    /** Whether what has this check code is as it was confirmed. Whatever it is not is no matter of the asker. */
    boolean isValid(String code) {
        var stored = rows.withCode(code);
        if (stored.isEmpty()) {
            return false;
        }
        var findings = new ArrayList<Finding>();
        new Examination(keys.trusted(), findings::add).examine(stored.get());
        return findings.isEmpty() && stored.get().erasing() == null;
    }
}
