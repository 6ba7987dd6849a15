package org.clientportal.portal.tickets;

import org.clientportal.itsm.StatusMeaning;

/** The platform moved a ticket to a status that means something else to the person. */
public record TicketStatusChanged(long ticket, StatusMeaning before, StatusMeaning now) {}
