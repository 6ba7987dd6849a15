package org.clientportal.portal.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.clientportal.itsm.Check;
import org.clientportal.portal.access.SignInSettings;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether people could sign in: the realm says what the settings say, and knows the portal's client and its secret. */
final class SignInCheck {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final SignInSettings settings;

    SignInCheck(SignInSettings settings) {
        this.settings = settings;
    }

    Check check() throws InterruptedException {
        var realm = settings.backchannel() == null ? settings.issuer() : settings.backchannel();
        try (var http = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            var about =
                    http.send(get(URI.create(realm + "/.well-known/openid-configuration")), BodyHandlers.ofString());
            if (about.statusCode() != 200) {
                return Check.failed(
                        realm + " answers with status " + about.statusCode(),
                        "Mend portal.sign-in.issuer; it is the address of a realm, such as https://login.example.com/realms/portal");
            }
            var issuer =
                    JsonMapper.shared().readTree(about.body()).path("issuer").asString("");
            if (!issuer.equals(settings.issuer().toString())) {
                return Check.failed(
                        realm + " calls itself " + issuer,
                        "portal.sign-in.issuer must be exactly what the realm calls itself; mend it, or Keycloak's hostname.");
            }
            var answer = http.send(tokenRequest(realm), BodyHandlers.ofString());
            if (answer.body().contains("Invalid client")) {
                return Check.failed(
                        issuer + " refuses the client " + settings.clientId(),
                        "Compare portal.sign-in.client-id and portal.sign-in.client-secret with the client in Keycloak.");
            }
            return Check.passed(issuer + " knows the client " + settings.clientId());
        } catch (IOException | JacksonException failure) {
            return Check.failed(
                    realm + " does not answer (" + failure.getClass().getSimpleName() + ")",
                    "Start Keycloak, or mend portal.sign-in.issuer and portal.sign-in.backchannel.");
        }
    }

    private static HttpRequest get(URI address) {
        return HttpRequest.newBuilder(address).timeout(LIMIT).build();
    }

    /** The client may well not take tokens for itself; how it is refused tells whether the secret is right. */
    private HttpRequest tokenRequest(URI realm) {
        var headers = new HttpHeaders();
        headers.setBasicAuth(encoded(settings.clientId()), encoded(settings.clientSecret()));
        return HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .timeout(LIMIT)
                .header(HttpHeaders.AUTHORIZATION, String.valueOf(headers.getFirst(HttpHeaders.AUTHORIZATION)))
                .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
