package org.clientportal.routes;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Named places where crash tests kill the portal. Set by the system property {@code portal.chaos.kill-point}, with
 * {@code portal.chaos.kill-after} reaches before; without it nothing happens.
 */
enum KillPoint {
    AFTER_CLAIM,
    BEFORE_SEND,
    AFTER_ANSWER;

    private static final @Nullable String WANTED = System.getProperty("portal.chaos.kill-point");
    private static int left = Integer.getInteger("portal.chaos.kill-after", 0);

    void reached() {
        if (WANTED != null && WANTED.equals(name().toLowerCase(Locale.ROOT).replace('_', '-')) && countDown()) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static synchronized boolean countDown() {
        return left-- <= 0;
    }
}
