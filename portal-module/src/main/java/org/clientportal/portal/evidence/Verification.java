package org.clientportal.portal.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Works out all the evidence again, in bounded memory and one at a time. */
@Component
class Verification {

    /** Whoever asks does not wait longer; a look at much takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final StoredRows rows;
    private final Seals seals;
    private final Witness witness;
    private final EvidenceKeys keys;
    private final EvidenceSettings settings;
    private final Clock clock;
    private final ObjectProvider<ShownConfirmations> shown;
    private @Nullable Look last;

    Verification(
            StoredRows rows,
            Seals seals,
            Witness witness,
            EvidenceKeys keys,
            EvidenceSettings settings,
            Clock clock,
            ObjectProvider<ShownConfirmations> shown) {
        this.rows = rows;
        this.seals = seals;
        this.witness = witness;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
        this.shown = shown;
    }

    /** A look that goes on or has ended. */
    private record Look(String id, Round round, CompletableFuture<Verdict> verdict) {}

    /**
     * How a look stands.
     *
     * @param links how many were looked at
     * @param verdict null while it goes on
     */
    record Standing(
            String id,
            boolean running,
            long links,
            @Nullable Verdict verdict) {}

    /**
     * Begins a look at everything, or joins the one that goes on.
     *
     * @param further lines that a node, a log or a mail kept elsewhere; such a look joins no other
     * @return empty when another look has to end first
     */
    Optional<Standing> begin(@Nullable List<String> further) {
        return begun(further).map(Verification::waited);
    }

    /** The last look; empty when there is none of this id. */
    Optional<Standing> standing(String id) {
        return lastOne().filter(look -> look.id().equals(id)).map(Verification::waited);
    }

    private synchronized Optional<Look> lastOne() {
        return Optional.ofNullable(last);
    }

    private synchronized Optional<Look> begun(@Nullable List<String> further) {
        if (last != null && !last.verdict().isDone()) {
            return further == null ? Optional.of(last) : Optional.empty();
        }
        var look = new Look(UUID.randomUUID().toString(), round(), new CompletableFuture<>());
        last = look;
        Thread.ofVirtual().name("evidence-look").start(() -> {
            try {
                look.verdict().complete(look.round().look(further == null ? null : further.stream()));
            } catch (RuntimeException failed) {
                look.verdict().completeExceptionally(failed);
            }
        });
        return Optional.of(look);
    }

    private static Standing waited(Look look) {
        try {
            var verdict = look.verdict()
                    .copy()
                    .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return new Standing(look.id(), verdict == null, look.round().links(), verdict);
        } catch (java.util.concurrent.CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException why ? why : failed;
        }
    }

    /** A look of one's own, to its end. */
    Verdict verify(@Nullable Stream<String> further) {
        return round().look(further);
    }

    private Round round() {
        return new Round(
                rows,
                seals,
                witness,
                keys.trusted(),
                settings,
                clock,
                shown.orderedStream().toList());
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
