package org.clientportal.portal.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people get into the portal.
 *
 * @param invitation what is mailed to whom the portal is opened or who is given a new password: a {@code password}, or a {@code link} on which they choose it
 * @param linkLasts how long such a link works, 5 minutes to 30 days
 * @param password the passwords that the portal makes
 */
@Validated
@ConfigurationProperties(prefix = "portal.identity", ignoreUnknownFields = false)
public record IdentitySettings(
        @DefaultValue("password") @NotNull Invitation invitation,
        @DefaultValue("72h") @NotNull Duration linkLasts,
        @DefaultValue @Valid PasswordSettings password) {

    public IdentitySettings {
        if (linkLasts.compareTo(Duration.ofMinutes(5)) < 0 || linkLasts.compareTo(Duration.ofDays(30)) > 0) {
            throw new IllegalArgumentException("portal.identity.link-lasts must be 5 minutes to 30 days");
        }
    }

    /** What somebody is mailed to get in with. */
    public enum Invitation {
        /** A password that the portal made. */
        PASSWORD,
        /** A link on which they choose their own; Keycloak makes and mails it. */
        LINK
    }
}
