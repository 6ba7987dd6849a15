package org.clientportal.cli;

/** A command could not do what was asked; the message is for the administrator and holds nothing secret. */
final class Failure extends RuntimeException {

    private final Exit exit;

    Failure(Exit exit, String message) {
        super(message);
        this.exit = exit;
    }

    Failure(Exit exit, String message, Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    static Failure usage(String message) {
        return new Failure(Exit.USAGE, message);
    }

    Exit exit() {
        return exit;
    }
}
