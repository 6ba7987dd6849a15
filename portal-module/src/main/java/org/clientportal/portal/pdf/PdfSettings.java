package org.clientportal.portal.pdf;

import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How documents are made.
 *
 * @param atOnce so many are drawn at the same time on one node; each takes a core while it is
 * @param patience how long whoever comes next waits for a turn before being asked to come again
 * @param logo a PNG or JPEG file for the head of documents; the built-in mark when not set
 */
@Validated
@ConfigurationProperties(prefix = "portal.pdf", ignoreUnknownFields = false)
public record PdfSettings(
        @DefaultValue("1") @Min(1) int atOnce,
        @DefaultValue("20s") Duration patience,
        @Nullable Path logo) {}
