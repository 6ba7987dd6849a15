package org.clientportal.portal.catalogue;

/** What an answer names, looked up for whoever fills in the form. */
public interface Lookup {

    /** A colleague by name or address. */
    Named person(String typed);

    /** Something of the person's own, by its code. */
    Named asset(String code);

    /**
     * What was found.
     *
     * @param text how it is written in the ticket; empty unless it is {@code FOUND}
     */
    record Named(Outcome outcome, String text) {

        /** How many there are. */
        public enum Outcome {
            FOUND,
            UNKNOWN,
            AMBIGUOUS
        }

        public static final Named UNKNOWN = new Named(Outcome.UNKNOWN, "");
        public static final Named AMBIGUOUS = new Named(Outcome.AMBIGUOUS, "");

        public static Named found(String text) {
            return new Named(Outcome.FOUND, text);
        }
    }

    /** Takes every name for what it says: where nobody can be looked up. */
    Lookup TRUSTING = new Lookup() {
        @Override
        public Named person(String typed) {
            return Named.found(typed);
        }

        @Override
        public Named asset(String code) {
            return Named.found(code);
        }
    };
}
