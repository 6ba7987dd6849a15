package org.clientportal.portal.sync;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the platform may wake the portal.
 *
 * @param token bearer token of {@code POST /hooks/platform}; without one the address does not exist
 */
@ConfigurationProperties(prefix = "portal.hook", ignoreUnknownFields = false)
record HookSettings(@Nullable String token) {

    private static final int SHORTEST = 16;

    HookSettings {
        if (token != null && !token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalArgumentException("portal.hook.token must have at least " + SHORTEST + " characters");
        }
    }

    @Override
    public String toString() {
        return "HookSettings[token=***]";
    }
}
