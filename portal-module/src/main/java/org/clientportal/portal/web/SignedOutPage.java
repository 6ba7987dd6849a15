package org.clientportal.portal.web;

import java.util.Locale;

/**
 * Nobody is signed in any more.
 *
 * @param reason why
 * @param signInUrl starts a new sign-in
 */
public record SignedOutPage(Frame frame, Reason reason, String signInUrl) implements Page {

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
