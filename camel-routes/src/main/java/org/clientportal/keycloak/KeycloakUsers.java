package org.clientportal.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.ports.Logins.CodeDevice;
import org.clientportal.ports.Logins.Elsewhere;
import org.clientportal.ports.Logins.WaysIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The users of the realm, call by call; what they mean is {@link KeycloakLogins}' matter. Every call throws
 * {@link KeycloakRefused} and {@link org.clientportal.ports.Logins.LoginsUnavailable} as {@link KeycloakCalls} says.
 */
final class KeycloakUsers {

    /** The client that people come through; its page is where a mailed link leads in the end. */
    private static final String PORTAL = "portal";

    private static final String PASSWORD = "password";

    private final KeycloakCalls keycloak;

    KeycloakUsers(KeycloakCalls keycloak) {
        this.keycloak = keycloak;
    }

    long count() {
        return keycloak.find("/users/count")
                .orElseThrow(() -> new KeycloakRefused(404, ""))
                .asLong();
    }

    Optional<KeycloakUser> read(String id) {
        return keycloak.find("/users/{id}", id).map(KeycloakUser::new);
    }

    Stream<KeycloakUser> marked(String person) {
        var query = KeycloakUser.PERSON + ":\"" + person.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return users("/users?first=0&max=2&exact=true&briefRepresentation=false&q={query}", query)
                .filter(user -> user.isOf(person));
    }

    Stream<KeycloakUser> withEmail(String email) {
        return users("/users?exact=true&email={email}", email);
    }

    private Stream<KeycloakUser> users(String path, String variable) {
        return keycloak.list(path, variable).stream().map(KeycloakUser::new);
    }

    /** @return the id */
    String create(ObjectNode user) {
        return keycloak.post(user, "/users").createdId();
    }

    void write(KeycloakUser user) {
        keycloak.put(user.json(), "/users/{id}", user.id());
    }

    void remove(String id) {
        keycloak.delete(null, "/users/{id}", id);
    }

    void setPassword(String id, String password, boolean temporary) {
        keycloak.put(
                Map.of("type", PASSWORD, "value", password, "temporary", temporary), "/users/{id}/reset-password", id);
    }

    void takePasswords(String id) {
        passwords(id)
                .forEach(password -> keycloak.delete(
                        null,
                        "/users/{id}/credentials/{credential}",
                        id,
                        password.path("id").asString()));
    }

    Optional<Instant> passwordSetAt(String id) {
        return passwords(id)
                .map(password ->
                        Instant.ofEpochMilli(password.path("createdDate").asLong()))
                .findFirst();
    }

    WaysIn waysIn(String id) {
        var credentials = keycloak.list("/users/{id}/credentials", id);
        return new WaysIn(
                credentials.stream()
                        .filter(credential -> PASSWORD.equals(type(credential)))
                        .map(KeycloakUsers::since)
                        .findFirst(),
                credentials.stream()
                        .filter(credential -> "otp".equals(type(credential)))
                        .map(credential -> new CodeDevice(
                                credential.path("id").asString(),
                                credential.path("userLabel").asString(""),
                                since(credential)))
                        .toList(),
                keycloak.list("/users/{id}/federated-identity", id).stream()
                        .map(link -> new Elsewhere(
                                link.path("identityProvider").asString(),
                                link.path("userName").asString("")))
                        .toList());
    }

    private static String type(JsonNode credential) {
        return credential.path("type").asString("");
    }

    private static Instant since(JsonNode credential) {
        return Instant.ofEpochMilli(credential.path("createdDate").asLong());
    }

    private Stream<JsonNode> passwords(String id) {
        return keycloak.list("/users/{id}/credentials", id).stream()
                .filter(credential -> PASSWORD.equals(credential.path("type").asString()));
    }

    /** Keycloak mails a link on which its owner does what is asked. */
    void mailLink(String id, String action, Duration lasts) {
        keycloak.put(
                List.of(action),
                "/users/{id}/execute-actions-email?client_id={client}&lifespan={seconds}",
                id,
                PORTAL,
                lasts.toSeconds());
    }

    void endSessions(String id) {
        keycloak.post(null, "/users/{id}/logout", id);
    }

    void endSession(String sessionId) {
        keycloak.delete(null, "/sessions/{session}?isOffline=false", sessionId);
    }

    /** Whoever mistyped the password too often may try again. */
    void forgetAttempts(String id) {
        keycloak.delete(null, "/attack-detection/brute-force/users/{id}", id);
    }

    boolean hasProvider(String id) {
        return !keycloak.list("/users/{id}/federated-identity", id).isEmpty();
    }

    /** With the realm roles of composite ones and of groups. */
    boolean hasAnyRole(String id, Set<String> names) {
        return keycloak.list("/users/{id}/role-mappings/realm/composite", id).stream()
                .anyMatch(role -> names.contains(role.path("name").asString()));
    }

    /** A realm role that was given to exactly this user. */
    Optional<JsonNode> role(String id, String name) {
        return named(name, keycloak.list("/users/{id}/role-mappings/realm", id));
    }

    /** One that may be given to this user: the service account does not see the realm's roles. */
    Optional<JsonNode> availableRole(String id, String name) {
        return named(name, keycloak.list("/users/{id}/role-mappings/realm/available", id));
    }

    void giveRole(String id, JsonNode role) {
        keycloak.post(List.of(role), "/users/{id}/role-mappings/realm", id);
    }

    void takeRole(String id, JsonNode role) {
        keycloak.delete(List.of(role), "/users/{id}/role-mappings/realm", id);
    }

    private static Optional<JsonNode> named(String name, List<JsonNode> roles) {
        return roles.stream()
                .filter(role -> name.equals(role.path("name").asString()))
                .findFirst();
    }
}
