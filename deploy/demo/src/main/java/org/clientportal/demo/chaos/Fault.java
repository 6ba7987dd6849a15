package org.clientportal.demo.chaos;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.ports.KillPoint;
import org.jspecify.annotations.Nullable;

/** What goes wrong in a round. */
enum Fault {
    /** The portal dies with all of it in the transaction, nothing committed. */
    BEFORE_COMMIT(KillPoint.BEFORE_COMMIT),
    /** The portal dies after the commit, before the browser is answered. */
    AFTER_COMMIT(KillPoint.AFTER_COMMIT),
    /** The portal dies when it has claimed the row. */
    AFTER_CLAIM(KillPoint.AFTER_CLAIM),
    /** The portal dies just before the platform is called. */
    BEFORE_SEND(KillPoint.BEFORE_SEND),
    /** The portal dies when the platform has all bytes and has not acted; it acts later, and denies it meanwhile. */
    AFTER_SEND(null),
    /** The portal dies when the platform has acted and has not answered. */
    AFTER_ACT(null),
    /** The portal dies when the platform has answered, before the row is done. */
    AFTER_ANSWER(KillPoint.AFTER_ANSWER),
    /** The connection ends before the platform acts. */
    CUT_BEFORE(null),
    /** The connection ends after the platform acted. */
    CUT_AFTER(null),
    /** The platform acts after the portal has given up, and denies it meanwhile. */
    LATE(null);

    private final @Nullable KillPoint place;

    Fault(@Nullable KillPoint place) {
        this.place = place;
    }

    /** Where the portal ends itself; empty when the fault comes from outside. */
    Optional<KillPoint> place() {
        return Optional.ofNullable(place);
    }

    boolean isKill() {
        return ordinal() <= AFTER_ANSWER.ordinal();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fault> of(String word) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equals(word))
                .findFirst();
    }
}
