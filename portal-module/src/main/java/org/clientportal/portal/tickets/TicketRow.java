package org.clientportal.portal.tickets;

import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * A ticket in a list.
 *
 * @param number null while the platform has not given one yet
 * @param changed last public change
 * @param agent who works on it; null when nobody
 * @param requester whose it is; null when the viewer's own
 */
public record TicketRow(
        String url,
        @Nullable String number,
        String subject,
        WhenView changed,
        StateView state,
        @Nullable String agent,
        @Nullable String requester) {}
