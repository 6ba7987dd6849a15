package org.clientportal.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Keycloak's admin API of one realm as plain JSON, over connections that stay open. Not over Keycloak's own admin client: what
 * is read, changed and written back keeps the properties that only a newer Keycloak knows, and a call costs a fraction of the
 * processor's time (docs/adr/0008-keycloak-as-plain-json.md).
 */
final class KeycloakHttp implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeycloakSettings settings;
    private final HttpClient http;
    private final String root;

    KeycloakHttp(KeycloakSettings settings) {
        this.settings = settings;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
        root = settings.url().toString().replaceFirst("/+$", "");
    }

    /**
     * An answer, whatever its status.
     *
     * @param body missing when there is none, or none of JSON
     * @param location where what was made is to be found
     */
    record Answer(int status, JsonNode body, Optional<URI> location) {

        boolean done() {
            return status / 100 == 2;
        }

        /** What Keycloak says about it; empty when it says nothing. */
        String words() {
            return body.path("errorMessage")
                    .asString(body.path("error_description")
                            .asString(body.path("error").asString("")));
        }

        /** The id of what was made. */
        String createdId() {
            var path = location.orElseThrow(() -> new IllegalStateException("made, but nobody says where"))
                    .getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** For messages. */
    String place() {
        return "realm " + settings.realm() + " at " + settings.url();
    }

    /** Asks for a token of a service account. */
    Answer token(String clientId, String secret) {
        var form = Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret);
        return exchange(HttpRequest.newBuilder(
                        URI.create(root + "/realms/" + settings.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")))));
    }

    /**
     * Calls the admin API.
     *
     * @param body written as JSON, null for none
     * @param path below the realm; its variables are encoded
     */
    Answer call(String method, String token, @Nullable Object body, String path, Object... variables) {
        var below = UriComponentsBuilder.fromUriString(path)
                .encode()
                .buildAndExpand(variables)
                .toUriString();
        var request = HttpRequest.newBuilder(URI.create(root + "/admin/realms/" + settings.realm() + below))
                .header("Authorization", "Bearer " + token);
        if (body == null) {
            return exchange(request.method(method, BodyPublishers.noBody()));
        }
        return exchange(request.header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            var answer = http.send(
                    request.header("Accept", "application/json")
                            .timeout(settings.readTimeout())
                            .build(),
                    BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    parsed(answer.body()),
                    answer.headers().firstValue("Location").map(URI::create));
        } catch (IOException silent) {
            throw new LoginsUnavailable(place() + " does not answer: " + reason(silent), silent);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LoginsUnavailable(place() + " was not waited for", stopped);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The innermost message: the outer ones of HTTP libraries only repeat class names. */
    static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
