package org.clientportal.demo.chaos;

/**
 * Somebody who writes.
 *
 * @param id the platform's id
 * @param firm the platform's id of the organisation
 */
record Writer(String id, String name, String firm) {

    static final Writer ANNA = new Writer("anna", "Anna Wiśniewska", "oriale");
    static final Writer EWA = new Writer("ewa", "Ewa Lis", "brzozow");

    String email() {
        return id + "@" + firm + ".example";
    }

    /** Keycloak's id of the login, if there were a Keycloak. */
    String subject() {
        return "kc-" + id;
    }
}
