package org.clientportal.portal.notifications;

import java.time.Instant;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.notifications.TicketMail.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A notification with everything its mail says.
 *
 * @param standsFor name of the person in whose place it is told; null normally
 */
record TicketMailRow(
        Kind kind,
        String email,
        @Nullable String language,
        String personPlatformId,
        String platformId,
        String number,
        String subject,
        StatusMeaning meaning,
        @Nullable String author,
        @Nullable String body,
        boolean html,
        int fileCount,
        @Nullable Instant closesAt,
        @Nullable String zone,
        @Nullable String standsFor) {}
