package org.clientportal.keycloak;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.Realm.RealmRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Keycloak's admin API as plain JSON, with the account that may change the realm. Not over the admin client: what is read,
 * changed and written back must keep the properties that only a newer Keycloak knows.
 */
final class RealmCalls {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeycloakSettings settings;
    private final String secret;
    private final RestClient http;
    private final String root;

    /** @param secret of the account {@code portal.keycloak.realm-client-id} */
    RealmCalls(KeycloakSettings settings, String secret) {
        this.settings = settings;
        this.secret = secret;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        http = RestClient.builder().requestFactory(requests).build();
        root = settings.url().toString().replaceFirst("/+$", "");
    }

    /** Calls with one token, good for what an administrator waits for. */
    Session begin() {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", settings.realmClientId());
        form.add("client_secret", secret);
        var path = "/realms/" + settings.realm() + "/protocol/openid-connect/token";
        var answer = exchange(HttpMethod.POST, path, null, form);
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
        return "realm " + settings.realm() + " at " + settings.url();
    }

    private LoginsUnavailable unexpected(Answer answer) {
        return new LoginsUnavailable(
                place() + " answered " + answer.status(), new IllegalStateException(answer.words()));
    }

    private record Answer(int status, JsonNode body) {

        String words() {
            return body.path("errorMessage")
                    .asString(body.path("error_description")
                            .asString(body.path("error").asString("")));
        }
    }

    private Answer exchange(HttpMethod method, String path, @Nullable String token, @Nullable Object body) {
        try {
            var request = http.method(method).uri(URI.create(root + path)).accept(MediaType.APPLICATION_JSON);
            if (token != null) {
                request.headers(headers -> headers.setBearerAuth(token));
            }
            if (body instanceof MultiValueMap<?, ?> form) {
                request.contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form);
            } else if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON).body(JSON.writeValueAsString(body));
            }
            return request.exchangeForRequiredValue((sent, response) -> new Answer(
                    response.getStatusCode().value(), parsed(response.getBody().readAllBytes())));
        } catch (ResourceAccessException silent) {
            throw new LoginsUnavailable(place() + " does not answer: " + KeycloakCalls.reason(silent), silent);
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** Paths are below the realm; their variables are encoded. */
    final class Session {

        private final String token;

        private Session(String token) {
            this.token = token;
        }

        /** Empty when there is no such thing. */
        Optional<JsonNode> get(String path, Object... variables) {
            var answer = call(HttpMethod.GET, null, path, variables);
            return answer.status() == 404 ? Optional.empty() : Optional.of(body(answer, path));
        }

        List<JsonNode> list(String path, Object... variables) {
            var all = new ArrayList<JsonNode>();
            get(path, variables).ifPresent(list -> list.forEach(all::add));
            return all;
        }

        JsonNode post(Object body, String path, Object... variables) {
            return body(call(HttpMethod.POST, body, path, variables), path);
        }

        void put(Object body, String path, Object... variables) {
            body(call(HttpMethod.PUT, body, path, variables), path);
        }

        /** What is gone already is no failure. */
        void delete(String path, Object... variables) {
            var answer = call(HttpMethod.DELETE, null, path, variables);
            if (answer.status() != 404) {
                body(answer, path);
            }
        }

        private Answer call(HttpMethod method, @Nullable Object body, String path, Object... variables) {
            var below = UriComponentsBuilder.fromUriString("/admin/realms/{realm}" + path)
                    .encode();
            var all = new ArrayList<Object>(List.of(settings.realm()));
            all.addAll(List.of(variables));
            return exchange(method, below.buildAndExpand(all.toArray()).toUriString(), token, body);
        }

        private JsonNode body(Answer answer, String path) {
            if (answer.status() / 100 == 2) {
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
