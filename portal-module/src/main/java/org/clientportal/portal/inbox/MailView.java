package org.clientportal.portal.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incoming mail as the admin API shows it (docs/admin-api.md).
 *
 * @param ticket number, null while it is on its way
 * @param steps null in lists
 */
record MailView(
        String id,
        String account,
        Instant receivedAt,
        @Nullable String from,
        @Nullable String subject,
        @Nullable String messageId,
        long size,
        String verdict,
        String reason,
        @Nullable String ticket,
        @Nullable String person,
        @Nullable Boolean verified,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepView> steps) {

    /** One step of its way. */
    record StepView(Instant at, String step, String verdict, String reason) {}

    MailView with(List<StepView> taken) {
        return new MailView(
                id,
                account,
                receivedAt,
                from,
                subject,
                messageId,
                size,
                verdict,
                reason,
                ticket,
                person,
                verified,
                taken);
    }
}
