package org.clientportal.ports;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Named places where crash tests kill the portal. Set by the system property {@code chaos.kill-point}, with
 * {@code chaos.kill-after} reaches before; without it nothing happens.
 */
public enum KillPoint {
    /** All of what a person wrote is in the transaction, which is not committed. */
    BEFORE_COMMIT,
    /** It is committed; nobody was told. */
    AFTER_COMMIT,
    /** A row to the platform is claimed. */
    AFTER_CLAIM,
    /** Just before the platform is called. */
    BEFORE_SEND,
    /** The platform has answered; the row is not done. */
    AFTER_ANSWER;

    private static final @Nullable String WANTED = System.getProperty("chaos.kill-point");
    private static int left = Integer.getInteger("chaos.kill-after", 0);

    /** The name in the system property. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ends this process without a word when it is the ordered place. */
    public void reached() {
        if (WANTED != null && WANTED.equals(word()) && countDown()) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static synchronized boolean countDown() {
        return left-- <= 0;
    }
}
