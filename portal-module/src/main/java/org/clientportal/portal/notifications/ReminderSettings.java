package org.clientportal.portal.notifications;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Reminders of what waits for a person's approval.
 *
 * @param remindAfter how long after the question, and after each reminder
 * @param reminders how many at most; 0 for none
 */
@Validated
@ConfigurationProperties(prefix = "portal.approvals", ignoreUnknownFields = false)
public record ReminderSettings(
        @DefaultValue("2d") Duration remindAfter,
        @DefaultValue("3") @Min(0) @Max(20) int reminders) {}
