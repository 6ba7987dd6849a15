package org.clientportal.portal.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files of the platform are kept here.
 *
 * @param maxSize larger ones are read from the platform when somebody opens them
 * @param maxAge so are files of older entries
 */
@ConfigurationProperties(prefix = "portal.file-mirror", ignoreUnknownFields = false)
record FileMirrorSettings(
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("365d") Duration maxAge) {}
