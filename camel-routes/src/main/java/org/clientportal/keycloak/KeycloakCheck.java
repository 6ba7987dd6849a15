package org.clientportal.keycloak;

import org.clientportal.itsm.Check;

/** What an administrator should do about a Keycloak that does not serve the portal. */
final class KeycloakCheck {

    static Check failed(String place, RuntimeException failure) {
        return switch (status(failure)) {
            case 400, 401 ->
                Check.failed(
                        place + " refuses the service account",
                        "Compare portal.keycloak.client-id and portal.keycloak.client-secret with the client in Keycloak.");
            case 403 ->
                Check.failed(
                        place + " forbids the service account to manage users",
                        "Give it the roles manage-users, view-users, query-users and view-events of realm-management.");
            case 404 ->
                Check.failed(
                        place + " does not exist",
                        "Mend portal.keycloak.url or portal.keycloak.realm, or import the realm (docs/identity.md).");
            default ->
                Check.failed(String.valueOf(failure.getMessage()), "Start Keycloak, or mend portal.keycloak.url.");
        };
    }

    private static int status(Throwable failure) {
        var answer = failure instanceof KeycloakRefused ? failure : failure.getCause();
        return answer instanceof KeycloakRefused refused ? refused.status() : 0;
    }

    private KeycloakCheck() {}
}
