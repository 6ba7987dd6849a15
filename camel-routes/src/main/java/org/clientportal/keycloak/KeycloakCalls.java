package org.clientportal.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.clientportal.keycloak.KeycloakHttp.Answer;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Calls of the daily service account, with one token for as long as it is good. The answers 400, 404 and 409 are for the
 * caller to understand ({@link KeycloakRefused}); any other failure tells nothing about the effect ({@link LoginsUnavailable}).
 */
final class KeycloakCalls implements AutoCloseable {

    /** A token is not begun with in its last seconds, so that it is still good when it arrives. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final KeycloakSettings settings;
    private final KeycloakHttp http;
    private @Nullable Token token;

    KeycloakCalls(KeycloakSettings settings) {
        this.settings = settings;
        http = new KeycloakHttp(settings);
    }

    private record Token(String value, long until) {

        boolean good() {
            return System.nanoTime() - until < 0;
        }
    }

    String place() {
        return http.place();
    }

    /** Empty when there is no such thing. */
    Optional<JsonNode> find(String path, Object... variables) {
        var answer = answer("GET", null, path, variables);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(success(answer).body());
    }

    /** What is there; a list that nobody has is a refusal. */
    List<JsonNode> list(String path, Object... variables) {
        return success(answer("GET", null, path, variables))
                .body()
                .valueStream()
                .toList();
    }

    Answer post(@Nullable Object body, String path, Object... variables) {
        return success(answer("POST", body, path, variables));
    }

    void put(Object body, String path, Object... variables) {
        success(answer("PUT", body, path, variables));
    }

    void delete(@Nullable Object body, String path, Object... variables) {
        success(answer("DELETE", body, path, variables));
    }

    private static Answer success(Answer answer) {
        if (answer.done()) {
            return answer;
        }
        throw new KeycloakRefused(answer.status(), answer.words());
    }

    private Answer answer(String method, @Nullable Object body, String path, Object... variables) {
        var used = token();
        var answer = http.call(method, used.value(), body, path, variables);
        if (answer.status() == 401) {
            // a Keycloak that was restored or has new keys knows it no longer; nothing has happened
            answer = http.call(method, tokenAfter(used).value(), body, path, variables);
        }
        return switch (answer.status()) {
            case 400, 404, 409 -> answer;
            default -> understood(answer);
        };
    }

    private Answer understood(Answer answer) {
        if (answer.done()) {
            return answer;
        }
        throw new LoginsUnavailable(
                place() + " answered " + answer.status(), new KeycloakRefused(answer.status(), answer.words()));
    }

    private synchronized Token token() {
        if (token == null || !token.good()) {
            var asked = System.nanoTime();
            var answer = understood(http.token(settings.clientId(), settings.clientSecret()));
            var lasts = Duration.ofSeconds(answer.body().path("expires_in").asLong())
                    .minus(MARGIN);
            token = new Token(answer.body().path("access_token").asString(), asked + lasts.toNanos());
        }
        return token;
    }

    private synchronized Token tokenAfter(Token refused) {
        if (refused.equals(token)) {
            token = null;
        }
        return token();
    }

    @Override
    public void close() {
        http.close();
    }
}
