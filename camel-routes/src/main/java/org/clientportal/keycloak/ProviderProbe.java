package org.clientportal.keycloak;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.util.List;
import org.clientportal.ports.SignInProviders.WishRefused;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Asks a provider whether it is there, says of itself what is pinned, and knows our client. Follows no redirect. */
final class ProviderProbe {

    private static final int LARGEST = 512 * 1024;

    private final RestClient http;

    ProviderProbe(KeycloakSettings settings) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        http = RestClient.builder().requestFactory(requests).build();
    }

    /** What the issuer says of itself (OpenID Connect Discovery 1.0, section 4). */
    Endpoints discovered(URI issuer) {
        var document = get(URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration"));
        if (!issuer.toString().equals(document.path("issuer").asString(""))) {
            throw new WishRefused(issuer + " is not what it calls itself: "
                    + document.path("issuer").asString("nothing")
                    + "; the issuer is pinned letter by letter");
        }
        return new Endpoints(
                issuer,
                endpoint(document, "authorization_endpoint"),
                endpoint(document, "token_endpoint"),
                endpoint(document, "jwks_uri"));
    }

    private static URI endpoint(JsonNode document, String name) {
        return ProviderTemplate.issuer(document.path(name).asString("").split("\\?", 2)[0]);
    }

    /** That its keys are there to be read. */
    void keys(Endpoints endpoints) {
        if (get(endpoints.keys()).path("keys").isEmpty()) {
            throw new WishRefused(endpoints.keys() + " holds no keys");
        }
    }

    /** That it knows the client and its secret: a made-up code must be what it objects to. */
    void client(Endpoints endpoints, String clientId, String secret, String redirect) {
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "authorization_code");
        form.add("code", "portal-test");
        form.add("redirect_uri", redirect);
        form.add("code_verifier", "portal-test-portal-test-portal-test-portal-test");
        form.add("client_id", clientId);
        form.add("client_secret", secret);
        var answer = exchange(
                http.post()
                        .uri(endpoints.token())
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(form),
                endpoints.token());
        var error = answer.path("error").asString("");
        if (List.of("invalid_client", "unauthorized_client").contains(error)) {
            throw new WishRefused("the provider refuses the client " + clientId + " (" + error
                    + "): compare the client id and the secret with the provider's own page");
        }
    }

    private JsonNode get(URI address) {
        return exchange(http.get().uri(address), address);
    }

    private static JsonNode exchange(RestClient.RequestHeadersSpec<?> request, URI address) {
        try {
            return request.accept(MediaType.APPLICATION_JSON)
                    .exchangeForRequiredValue(
                            (sent, response) -> parsed(response.getBody().readNBytes(LARGEST)));
        } catch (ResourceAccessException silent) {
            throw new WishRefused(address + " does not answer: " + KeycloakHttp.reason(silent));
        }
    }

    private static JsonNode parsed(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : RealmCalls.JSON.readTree(body);
        } catch (JacksonException noJson) {
            return MissingNode.getInstance();
        }
    }
}
