package org.clientportal.cli;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bearer token, taken with the client credentials grant (RFC 6749 section 4.4) and kept until it ends. */
final class AccessToken {

    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final RestClient http;
    private final JsonMapper json;
    private final Settings settings;
    private final KeptToken kept;
    private @Nullable String value;
    private Instant until = Instant.EPOCH;

    AccessToken(RestClient http, JsonMapper json, Settings settings, KeptToken kept) {
        this.http = http;
        this.json = json;
        this.settings = settings;
        this.kept = kept;
    }

    String value() {
        if (value == null || Instant.now().isAfter(until)) {
            var earlier = kept.read();
            if (earlier.isPresent()) {
                value = earlier.get().value();
                until = earlier.get().until();
            } else {
                value = fetch();
                kept.write(new KeptToken.Token(value, until));
            }
        }
        return value;
    }

    void forget() {
        value = null;
        kept.forget();
    }

    private String fetch() {
        var endpoint = settings.tokenUrl().orElseGet(this::askPortal);
        if (!Settings.safeForSecrets(endpoint)) {
            throw new Failure(
                    Exit.FAILED,
                    "the client secret is not sent to " + endpoint + ": it is neither https nor this machine");
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        try {
            var answer = http.post()
                    .uri(endpoint)
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .headers(headers -> headers.setBasicAuth(settings.clientId(), settings.clientSecret()))
                    .body(form)
                    .exchangeForRequiredValue((request, response) -> new Answer(
                            response.getStatusCode(), response.getBody().readAllBytes()));
            return token(endpoint, answer);
        } catch (ResourceAccessException e) {
            throw new Failure(Exit.UNAVAILABLE, "Keycloak does not answer at " + endpoint, e);
        }
    }

    private String token(URI endpoint, Answer answer) {
        var status = answer.status().value();
        if (status == 400 || status == 401) {
            throw new Failure(
                    Exit.FAILED,
                    "Keycloak refuses the client '" + settings.clientId()
                            + "': the id or the secret is wrong. They are from " + settings.source());
        }
        if (answer.status().isError()) {
            throw new Failure(
                    answer.status().is5xxServerError() ? Exit.UNAVAILABLE : Exit.FAILED,
                    "Keycloak gives no token at " + endpoint + " (status " + status + ")");
        }
        var body = tree(endpoint, answer.body());
        until = Instant.now().plusSeconds(body.path("expires_in").asLong(60)).minus(MARGIN);
        var token = body.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new Failure(Exit.FAILED, "the answer of " + endpoint + " holds no access token");
        }
        return token;
    }

    private URI askPortal() {
        var address = URI.create(settings.url() + AdminApi.ROOT + "/token-endpoint");
        try {
            var answer = http.get()
                    .uri(address)
                    .accept(MediaType.APPLICATION_JSON)
                    .exchangeForRequiredValue((request, response) -> new Answer(
                            response.getStatusCode(), response.getBody().readAllBytes()));
            if (answer.status().isError()) {
                throw Problem.of(answer.body(), answer.status(), json, settings).failure();
            }
            return URI.create(tree(address, answer.body()).path("tokenEndpoint").asString(""));
        } catch (ResourceAccessException e) {
            throw AdminApi.unreachable(settings, e);
        } catch (IllegalArgumentException e) {
            throw new Failure(Exit.FAILED, "the portal names no usable token endpoint at " + address, e);
        }
    }

    private JsonNode tree(URI address, byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Failure(Exit.FAILED, "the answer of " + address + " is not JSON; is the address right?", e);
        }
    }

    private record Answer(HttpStatusCode status, byte[] body) {}
}
