package org.clientportal.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox people write to.
 *
 * @param address such as {@code support@oriale.example}; signed reply addresses are made of it. Without it the portal asks
 *     nobody to answer by mail
 * @param authservId the name our own mail server puts into Authentication-Results (RFC 8601); empty when it writes none,
 *     then nothing is concluded from such fields
 */
@ConfigurationProperties(prefix = "portal.mail.support", ignoreUnknownFields = false)
public record SupportMailbox(
        @Nullable String address, @DefaultValue("") String authservId) {

    public SupportMailbox {
        if (address != null && Addresses.parse(List.of(address)).size() != 1) {
            throw new IllegalArgumentException("portal.mail.support.address must be one mail address");
        }
    }
}
