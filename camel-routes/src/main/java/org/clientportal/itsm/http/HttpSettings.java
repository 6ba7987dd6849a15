package org.clientportal.itsm.http;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the bridge is.
 *
 * @param url address of the contract, up to and including {@code /connector/v1}
 * @param token bearer token of the bridge
 * @param connectTimeout for making a connection
 * @param requestTimeout for a whole exchange without files
 * @param fileTimeout for a whole exchange with the bytes of a file
 * @param pageSize how many changed objects are asked for at once
 */
@Validated
@ConfigurationProperties(value = "portal.itsm.http", ignoreUnknownFields = false)
record HttpSettings(
        @NotNull(message = "is missing: the address of the bridge, such as https://bridge.example/connector/v1")
        URI url,

        @NotBlank(message = "is missing: the bearer token of the bridge")
        String token,

        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration requestTimeout,
        @DefaultValue("10m") Duration fileTimeout,
        @DefaultValue("100") @Min(1) @Max(500) int pageSize) {

    @AssertTrue(message = "url must begin with http:// or https://")
    boolean isUrlAbsolute() {
        return url == null || "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "bridge at " + url;
    }
}
