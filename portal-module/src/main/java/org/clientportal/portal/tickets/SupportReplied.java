package org.clientportal.portal.tickets;

/**
 * Support wrote a public reply. Published in the transaction that stored it; not for what a first reading of the platform
 * brings.
 *
 * @param ticket the portal's id of the ticket
 * @param entry the portal's id of the entry
 */
public record SupportReplied(long ticket, long entry) {}
