package org.clientportal.portal.documents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Documents.
 *
 * @param auditDownloads whether it is recorded who downloaded which version of what
 * @param newFor how long a document that was not opened is shown as new on the start page
 */
@ConfigurationProperties(value = "portal.documents", ignoreUnknownFields = false)
record DocumentSettings(
        @DefaultValue("false") boolean auditDownloads,
        @DefaultValue("60d") Duration newFor) {}
