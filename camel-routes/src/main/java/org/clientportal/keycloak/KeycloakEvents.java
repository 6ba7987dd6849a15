package org.clientportal.keycloak;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.SignInEvents;
import tools.jackson.databind.JsonNode;

/** Keycloak's user events of the realm ({@code eventsEnabled}), read with the role {@code view-events}. */
final class KeycloakEvents implements SignInEvents, AutoCloseable {

    /** Wrong passwords and codes, and whatever came while a login was locked for too many of them. */
    private static final Set<String> GUESSED = Set.of("invalid_user_credentials", "user_temporarily_disabled");

    private final KeycloakCalls keycloak;

    KeycloakEvents(KeycloakSettings settings) {
        keycloak = new KeycloakCalls(settings);
    }

    @Override
    public List<Refusal> refusals(Instant from, int skip, int limit) {
        try {
            return keycloak
                    .list(
                            "/events?type=LOGIN_ERROR&direction=asc&dateFrom={from}&first={skip}&max={limit}",
                            from.toEpochMilli(),
                            skip,
                            limit)
                    .stream()
                    .map(KeycloakEvents::refusal)
                    .toList();
        } catch (KeycloakRefused refused) {
            throw new LoginsUnavailable(
                    keycloak.place() + " does not tell its events: " + refused.getMessage(), refused);
        }
    }

    private static Refusal refusal(JsonNode event) {
        var login = Optional.of(event.path("userId").asString(""))
                .filter(id ->
                        !id.isEmpty() && GUESSED.contains(event.path("error").asString("")));
        return new Refusal(
                event.path("id").asString(),
                login,
                Instant.ofEpochMilli(event.path("time").asLong()),
                event.path("ipAddress").asString(""));
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
