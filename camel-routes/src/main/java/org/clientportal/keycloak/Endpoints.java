package org.clientportal.keycloak;

import java.net.URI;

/**
 * Where one issuer is spoken to. Fixed when a provider is set up, and never learned from a token.
 *
 * @param issuer compared with the token's, letter by letter
 * @param keys the issuer's public keys (RFC 7517)
 */
record Endpoints(URI issuer, URI authorization, URI token, URI keys) {

    /** One tenant, by its id: the names {@code common}, {@code organizations} and {@code consumers} are many issuers. */
    static Endpoints microsoft(String tenant) {
        var root = "https://login.microsoftonline.com/" + tenant;
        return new Endpoints(
                URI.create(root + "/v2.0"),
                URI.create(root + "/oauth2/v2.0/authorize"),
                URI.create(root + "/oauth2/v2.0/token"),
                URI.create(root + "/discovery/v2.0/keys"));
    }

    /** All of Google is one issuer: the domain is for the claims to tell. */
    static Endpoints google() {
        return new Endpoints(
                URI.create("https://accounts.google.com"),
                URI.create("https://accounts.google.com/o/oauth2/v2/auth"),
                URI.create("https://oauth2.googleapis.com/token"),
                URI.create("https://www.googleapis.com/oauth2/v3/certs"));
    }
}
