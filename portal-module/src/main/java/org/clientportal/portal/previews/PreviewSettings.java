package org.clientportal.portal.previews;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Pictures of pages.
 *
 * @param enabled false makes none
 * @param pages so many at most of one file
 * @param maxSize of larger files there are no pictures
 * @param timeout how long the pages of one file may take
 * @param memory heap of the process that draws
 */
@Validated
@ConfigurationProperties(value = "portal.previews", ignoreUnknownFields = false)
record PreviewSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("30") @Min(1) @Max(500) int pages,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("256MB") DataSize memory) {}
