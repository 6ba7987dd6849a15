package org.clientportal.portal.notifications;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people are told.
 *
 * @param keep how long a notification stays on the portal
 * @param digestHour the hour at which a digest is made for whoever chose none, in their own zone
 */
@Validated
@ConfigurationProperties(prefix = "portal.notifications", ignoreUnknownFields = false)
public record NotificationSettings(
        @DefaultValue("90d") Duration keep,
        @DefaultValue("8") @Min(0) @Max(23) int digestHour) {

    public NotificationSettings {
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("portal.notifications.keep must be a day at least");
        }
    }
}
