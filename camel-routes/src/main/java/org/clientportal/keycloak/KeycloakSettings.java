package org.clientportal.keycloak;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the logins of people are kept and with which account they are changed.
 *
 * @param url address of Keycloak, without {@code /realms/…}
 * @param realm realm of the people
 * @param clientId service account that may manage users and nothing else
 * @param clientSecret secret of the service account
 * @param realmClientId service account of {@code portal realm} and {@code portal sso}, which may change the realm
 * @param realmClientSecret its secret; without one both are off
 * @param connectTimeout limit for reaching Keycloak
 * @param readTimeout limit for each answer
 */
@Validated
@ConfigurationProperties(prefix = "portal.keycloak", ignoreUnknownFields = false)
record KeycloakSettings(
        @NotNull URI url,
        @DefaultValue("portal") @NotBlank String realm,
        @DefaultValue("portal-sync") @NotBlank String clientId,
        @NotBlank String clientSecret,
        @DefaultValue("portal-realm") @NotBlank String realmClientId,
        @Nullable String realmClientSecret,
        @DefaultValue("3s") @NotNull Duration connectTimeout,
        @DefaultValue("10s") @NotNull Duration readTimeout) {

    /** Leaves the secret out, so that it is in no log. */
    @Override
    public String toString() {
        return "KeycloakSettings[" + url + ", realm " + realm + ", client " + clientId + "]";
    }
}
