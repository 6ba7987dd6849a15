package org.clientportal.portal.access;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in by OpenID Connect.
 *
 * @param issuer the realm as browsers reach it, such as {@code https://login.example.com/realms/portal}
 * @param backchannel the realm as the portal reaches it; the issuer when not set
 * @param clientId the portal's client
 * @param clientSecret its secret
 * @param idle a session ends when nothing was asked for so long
 * @param absolute a session ends this long after sign-in whatever happens
 */
@ConfigurationProperties(prefix = "portal.sign-in", ignoreUnknownFields = false)
public record SignInSettings(
        URI issuer,
        @Nullable URI backchannel,
        @DefaultValue("portal") String clientId,
        String clientSecret,
        @DefaultValue("30m") Duration idle,
        @DefaultValue("12h") Duration absolute) {

    public SignInSettings {
        if (issuer == null || issuer.getHost() == null) {
            throw new IllegalArgumentException(
                    "portal.sign-in.issuer must be the address of the realm, such as https://login.example.com/realms/portal");
        }
        if (clientSecret == null || clientSecret.isBlank()) {
            throw new IllegalArgumentException(
                    "portal.sign-in.client-secret must be the secret of the portal's client");
        }
    }

    /** An endpoint as the browser reaches it. */
    public String browser(String path) {
        return issuer + "/protocol/openid-connect/" + path;
    }

    /** An endpoint as the portal reaches it. */
    public String direct(String path) {
        return (backchannel == null ? issuer : backchannel) + "/protocol/openid-connect/" + path;
    }

    /** Scheme, host and port of the sign-in pages. */
    public String origin() {
        return issuer.getScheme() + "://" + issuer.getAuthority();
    }

    @Override
    public String toString() {
        return "SignInSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
