package org.clientportal.keycloak;

/** An answer of Keycloak that is no success. It was understood there, and nothing was changed. */
final class KeycloakRefused extends RuntimeException {

    private final int status;

    /** @param words Keycloak's own, empty when it said nothing */
    KeycloakRefused(int status, String words) {
        super(status + (words.isEmpty() ? "" : ", " + words));
        this.status = status;
    }

    int status() {
        return status;
    }
}
