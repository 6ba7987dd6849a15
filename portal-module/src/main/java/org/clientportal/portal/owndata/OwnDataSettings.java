package org.clientportal.portal.owndata;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How much of their data people may fetch.
 *
 * @param perDay how often in 24 hours one person
 * @param files so much of the contents of files is in one archive; what does not fit is named only
 */
@Validated
@ConfigurationProperties(prefix = "portal.own-data", ignoreUnknownFields = false)
record OwnDataSettings(
        @DefaultValue("3") @Min(1) int perDay,
        @DefaultValue("200MB") DataSize files) {}
