package org.clientportal.portal.tickets;

/** A solved ticket will be closed in some days if nobody answers; the day is in {@code ticket_closing}. */
public record TicketClosesSoon(long ticket) {}
