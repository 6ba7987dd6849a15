package org.clientportal.cli;

/** How a command ends; scripts rely on the numbers. */
enum Exit {
    DONE(0, "done"),
    FAILED(1, "failed: a wrong setting, missing rights, an error of the portal, or some of several failed"),
    USAGE(2, "the command line was wrong"),
    NOT_FOUND(3, "no such person, row or mail"),
    REFUSED(4, "refused by the state of the thing, for example no e-mail address"),
    UNAVAILABLE(5, "the portal, the platform or Keycloak does not answer");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
