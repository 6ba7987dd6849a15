package org.clientportal.portal.conversation;

import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The virus scanner that looks at files before anybody gets them.
 *
 * @param clamd where clamd listens: {@code unix:/run/clamav/clamd.ctl} or {@code host:port}; no file is looked at when not set
 * @param timeout how long one file may take
 * @param retryAfter how long it is left alone after it did not answer
 */
@Validated
@ConfigurationProperties(value = "portal.scanner", ignoreUnknownFields = false)
record ScannerSettings(
        @Nullable @Pattern(regexp = "unix:/.+|[^:/]+:\\d{1,5}")
        String clamd,

        @DefaultValue("60s") Duration timeout,
        @DefaultValue("30s") Duration retryAfter) {}
