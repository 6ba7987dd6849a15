package org.clientportal.keycloak;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;

/** The connection to one realm: bounded in time, and with every failure that is no answer turned into one exception. */
final class KeycloakCalls implements AutoCloseable {

    private final Client http;
    private final Keycloak keycloak;
    private final RealmResource realm;
    private final String place;

    KeycloakCalls(KeycloakSettings settings) {
        http = ClientBuilder.newBuilder()
                .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(settings.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .register(JacksonProvider.class, 100)
                .build();
        keycloak = KeycloakBuilder.builder()
                .serverUrl(settings.url().toString())
                .realm(settings.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .resteasyClient(http)
                .build();
        realm = keycloak.realm(settings.realm());
        place = "realm " + settings.realm() + " at " + settings.url();
    }

    String place() {
        return place;
    }

    /**
     * Asks Keycloak. The answers 400, 404 and 409 are for the caller to understand; anything else that is no success
     * tells nothing about the effect.
     */
    <T> T ask(Function<RealmResource, T> question) {
        try {
            return question.apply(realm);
        } catch (ProcessingException broken) {
            // the call for the token is made inside a filter of the HTTP library, which wraps its answer
            throw broken.getCause() instanceof WebApplicationException answer ? refused(answer) : silent(broken);
        } catch (WebApplicationException answer) {
            switch (answer.getResponse().getStatus()) {
                case 400, 404, 409 -> throw answer;
                default -> throw refused(answer);
            }
        }
    }

    private LoginsUnavailable silent(ProcessingException broken) {
        return new LoginsUnavailable(place + " does not answer: " + reason(broken), broken);
    }

    private LoginsUnavailable refused(WebApplicationException answer) {
        return new LoginsUnavailable(place + " answered " + answer.getResponse().getStatus(), answer);
    }

    /** The innermost message: the outer ones of the HTTP library only repeat class names. */
    static String reason(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && !(cause instanceof WebApplicationException)) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")");
    }

    @Override
    public void close() {
        keycloak.close();
        http.close();
    }
}
