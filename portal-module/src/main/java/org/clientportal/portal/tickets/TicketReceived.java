package org.clientportal.portal.tickets;

/** The platform took a new ticket that a person wrote; it has its number now. */
public record TicketReceived(long ticket) {}
