package org.clientportal.portal.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Nobody is signed in any more.
 *
 * @param reason why
 * @param signInUrl starts a new sign-in
 * @param readUrl what is read without signing in; null when nothing is
 */
public record SignedOutPage(
        Frame frame,
        Reason reason,
        String signInUrl,
        @Nullable String readUrl) implements Page {

    /** How it came. */
    public enum Reason {
        /** By the person's wish. */
        ASKED,
        /** The session ran out or was ended elsewhere. */
        ENDED,
        /** The session ended while something was being written; the text is kept. */
        TEXT_WAITS;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Override
    public String template() {
        return "pages/session/signed-out";
    }
}
