package org.clientportal.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What has just happened, said once above the page. Errors of a field are not told here but by {@link Form}.
 *
 * @param tone how it is meant
 */
public record Flash(Tone tone, Phrase phrase) {

    /** Colour and icon of a message. */
    public enum Tone {
        OK("ok", "check"),
        NOTE("info", "clock"),
        BAD("bad", "alert");

        private final String css;
        private final String icon;

        Tone(String css, String icon) {
            this.css = css;
            this.icon = icon;
        }

        public String css() {
            return css;
        }

        public String icon() {
            return icon;
        }
    }

    /** What is said above a form whose text has waited: the page was stale, or the session over; null normally. */
    public static @Nullable Flash ofKeptText(HttpServletRequest request) {
        if (request.getParameter("stale") != null) {
            return note("flash.check-and-send");
        }
        return request.getParameter("waited") != null ? note("flash.text-waited") : null;
    }

    public static Flash done(String key, Object... arguments) {
        return new Flash(Tone.OK, Phrase.of(key, arguments));
    }

    public static Flash note(String key, Object... arguments) {
        return new Flash(Tone.NOTE, Phrase.of(key, arguments));
    }

    public static Flash failed(String key, Object... arguments) {
        return new Flash(Tone.BAD, Phrase.of(key, arguments));
    }
}
