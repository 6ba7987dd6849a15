package org.clientportal.demo.keycloak;

import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Secrets;

/**
 * Where a Keycloak is to be and how its clients will get in; known before it runs, so that what needs it can start beside it.
 *
 * @param secrets by client id: {@code portal}, {@code portal-sync}, {@code portal-cli}, {@code portal-realm}
 */
public record KeycloakPlace(URI url, Map<String, String> secrets) {

    public static KeycloakPlace choose() {
        return new KeycloakPlace(
                URI.create("http://127.0.0.1:" + Ports.free()),
                Stream.of("portal", "portal-sync", "portal-cli", "portal-realm")
                        .collect(Collectors.toMap(client -> client, client -> Secrets.next())));
    }

    public String issuer() {
        return url + "/realms/portal";
    }

    public String secret(String clientId) {
        var secret = secrets.get(clientId);
        if (secret == null) {
            throw new IllegalArgumentException(clientId);
        }
        return secret;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return issuer();
    }
}
