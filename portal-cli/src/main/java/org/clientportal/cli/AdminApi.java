package org.clientportal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The portal's admin API as {@code docs/admin-api.md} describes it; every failure becomes a {@link Failure}. */
final class AdminApi {

    static final String ROOT = "/admin/api/v1";

    private final RestClient http;
    private final JsonMapper json;
    private final SettingsFinder finder;
    private final Path cache;
    private @Nullable Settings settings;
    private @Nullable AccessToken token;

    /** @param cache where a token is kept between commands */
    AdminApi(RestClient http, JsonMapper json, SettingsFinder finder, Path cache) {
        this.http = http;
        this.json = json;
        this.finder = finder;
        this.cache = cache;
    }

    JsonNode get(Map<String, String> query, String... path) {
        return read(call(HttpMethod.GET, uri(query, path), null, MediaType.APPLICATION_JSON));
    }

    JsonNode get(String... path) {
        return get(Map.of(), path);
    }

    JsonNode post(Map<String, ?> body, String... path) {
        return read(call(HttpMethod.POST, uri(Map.of(), path), body, MediaType.APPLICATION_JSON));
    }

    JsonNode put(String... path) {
        return read(call(HttpMethod.PUT, uri(Map.of(), path), null, MediaType.APPLICATION_JSON));
    }

    JsonNode put(Map<String, ?> body, String... path) {
        return read(call(HttpMethod.PUT, uri(Map.of(), path), body, MediaType.APPLICATION_JSON));
    }

    JsonNode delete(Map<String, String> query, String... path) {
        return read(call(HttpMethod.DELETE, uri(query, path), null, MediaType.APPLICATION_JSON));
    }

    JsonNode delete(String... path) {
        return delete(Map.of(), path);
    }

    byte[] bytes(String... path) {
        return call(HttpMethod.GET, uri(Map.of(), path), null, MediaType.ALL);
    }

    /** Writes what comes into a file, whatever its size. @return how many bytes */
    long download(Path to, Map<String, String> query, String... path) {
        call(HttpMethod.GET, uri(query, path), null, MediaType.ALL, in -> {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
            return new byte[0];
        });
        try {
            return Files.size(to);
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, to + " cannot be read", e);
        }
    }

    /** What becomes of a good answer. */
    private interface Reading {
        byte[] of(InputStream in) throws IOException;
    }

    /** Where the portal is, for messages. */
    Settings settings() {
        if (settings == null) {
            settings = finder.find();
        }
        return settings;
    }

    /** Each segment is encoded whole, so that an address with a plus or a slash stays what it is. */
    private URI uri(Map<String, String> query, String... path) {
        var address = new StringBuilder(settings().url() + ROOT);
        for (var segment : path) {
            address.append('/').append(UriUtils.encode(segment, UTF_8));
        }
        var separator = '?';
        for (var entry : query.entrySet()) {
            address.append(separator)
                    .append(entry.getKey())
                    .append('=')
                    .append(UriUtils.encode(entry.getValue(), UTF_8));
            separator = '&';
        }
        return URI.create(address.toString());
    }

    private byte[] call(HttpMethod method, URI uri, @Nullable Object body, MediaType accept) {
        return call(method, uri, body, accept, InputStream::readAllBytes);
    }

    private byte[] call(HttpMethod method, URI uri, @Nullable Object body, MediaType accept, Reading reading) {
        if (token == null) {
            token = new AccessToken(http, json, settings(), KeptToken.of(cache, settings(), json));
        }
        var answer = send(method, uri, body, accept, token.value(), reading);
        if (answer.status().value() == 401) {
            token.forget();
            answer = send(method, uri, body, accept, token.value(), reading);
        }
        if (answer.status().isError()) {
            throw Problem.of(answer.body(), answer.status(), json, settings()).failure();
        }
        return answer.body();
    }

    private Answer send(
            HttpMethod method, URI uri, @Nullable Object body, MediaType accept, String bearer, Reading reading) {
        try {
            var request = http.method(method).uri(uri).headers(headers -> {
                headers.setBearerAuth(bearer);
                headers.set(HttpHeaders.ACCEPT, accept + ", " + MediaType.APPLICATION_PROBLEM_JSON);
            });
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(body);
            }
            return request.exchangeForRequiredValue((sent, response) -> new Answer(
                    response.getStatusCode(),
                    response.getStatusCode().isError()
                            ? response.getBody().readAllBytes()
                            : reading.of(response.getBody())));
        } catch (ResourceAccessException e) {
            throw unreachable(settings(), e);
        }
    }

    static Failure unreachable(Settings settings, ResourceAccessException e) {
        var cause = e.getMostSpecificCause();
        var why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Failure(
                Exit.UNAVAILABLE,
                "the portal at " + settings.url() + " does not answer (" + why
                        + "). Is it running? Its address is from " + settings.source(),
                e);
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Failure(
                    Exit.FAILED, "what answers at " + settings().url() + " is not the portal's admin API (no JSON)", e);
        }
    }

    private record Answer(HttpStatusCode status, byte[] body) {}
}
