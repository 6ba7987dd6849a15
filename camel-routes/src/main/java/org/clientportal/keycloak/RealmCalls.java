package org.clientportal.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.keycloak.KeycloakHttp.Answer;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.Realm.RealmRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the account that may change the realm. */
final class RealmCalls implements AutoCloseable {

    static final JsonMapper JSON = KeycloakHttp.JSON;

    private final KeycloakSettings settings;
    private final String secret;
    private final KeycloakHttp http;

    /** @param secret of the account {@code portal.keycloak.realm-client-id} */
    RealmCalls(KeycloakSettings settings, String secret) {
        this.settings = settings;
        this.secret = secret;
        http = new KeycloakHttp(settings);
    }

    /** Calls with one token, good for what an administrator waits for. */
    Session begin() {
        var answer = http.token(settings.realmClientId(), secret);
        return switch (answer.status()) {
            case 200 -> new Session(answer.body().path("access_token").asString());
            case 404 -> throw new RealmRefused(place() + " does not exist: import it first (docs/identity.md)");
            case 400, 401 ->
                throw new RealmRefused(
                        place() + " refuses the account " + settings.realmClientId()
                                + ": compare portal.keycloak.realm-client-id and realm-client-secret with the client in Keycloak");
            default -> throw unexpected(answer);
        };
    }

    String place() {
        return http.place();
    }

    private LoginsUnavailable unexpected(Answer answer) {
        return new LoginsUnavailable(
                place() + " answered " + answer.status(), new IllegalStateException(answer.words()));
    }

    @Override
    public void close() {
        http.close();
    }

    /** Paths are below the realm; their variables are encoded. */
    final class Session {

        private final String token;

        private Session(String token) {
            this.token = token;
        }

        /** Empty when there is no such thing. */
        Optional<JsonNode> get(String path, Object... variables) {
            var answer = call("GET", null, path, variables);
            return answer.status() == 404 ? Optional.empty() : Optional.of(body(answer, path));
        }

        List<JsonNode> list(String path, Object... variables) {
            var all = new ArrayList<JsonNode>();
            get(path, variables).ifPresent(list -> list.forEach(all::add));
            return all;
        }

        JsonNode post(Object body, String path, Object... variables) {
            return body(call("POST", body, path, variables), path);
        }

        void put(Object body, String path, Object... variables) {
            body(call("PUT", body, path, variables), path);
        }

        /** What is gone already is no failure. */
        void delete(String path, Object... variables) {
            var answer = call("DELETE", null, path, variables);
            if (answer.status() != 404) {
                body(answer, path);
            }
        }

        private Answer call(String method, @Nullable Object body, String path, Object... variables) {
            return http.call(method, token, body, path, variables);
        }

        private JsonNode body(Answer answer, String path) {
            if (answer.done()) {
                return answer.body();
            }
            throw switch (answer.status()) {
                case 401, 403 ->
                    new RealmRefused(place() + " forbids " + path + " to the account " + settings.realmClientId()
                            + ": give it the roles that docs/sign-in.md names");
                case 400, 404, 409 ->
                    new RealmRefused(place() + " refuses " + path + " (" + answer.status() + "): " + answer.words());
                default -> unexpected(answer);
            };
        }
    }
}
