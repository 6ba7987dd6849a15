package org.clientportal.itsm;

import org.jspecify.annotations.Nullable;

/**
 * The platform took a submission.
 *
 * @param ticketId the ticket it made or changed (after a merge the target); for a verdict, whatever keeps
 *     it; for the answer to a receipt, the receipt; for the mark
 *     of a reader, the note
 * @param number what people call that ticket
 * @param entryId the entry it made, null when the platform does not say; the pull then recognises it by request key
 */
public record Delivered(
        String ticketId, String number, @Nullable String entryId) {}
