package org.clientportal.portal.identity;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The passwords that the portal makes.
 *
 * @param length in characters; Keycloak's own policy must allow it
 * @param temporary whether a person chooses another one at the first sign-in
 */
public record PasswordSettings(
        @DefaultValue("16") @Min(12) @Max(64) int length,
        @DefaultValue("true") boolean temporary) {}
