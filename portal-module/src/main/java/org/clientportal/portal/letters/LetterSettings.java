package org.clientportal.portal.letters;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the portal's own mails look to mail programs.
 *
 * @param mailbox the support mailbox: sender of every mail, and where answers arrive; without it the service desk's address
 * @param perDay most automatic mails to one address in 24 hours
 */
@ConfigurationProperties(prefix = "portal.mail.out", ignoreUnknownFields = false)
public record LetterSettings(
        @Nullable String mailbox, @DefaultValue("40") int perDay) {}
