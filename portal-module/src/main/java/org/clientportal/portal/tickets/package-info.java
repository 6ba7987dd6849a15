/**
 * Tickets: the mirror of the platform's, the pages a person reads and writes them on, and the outbox rows that carry what was
 * written. Uses {@code conversation}, {@code access}, {@code outbox}, {@code live}, {@code sync}, {@code web}, the ports and
 * the records of {@code itsm}; publishes what happened as events and says when a ticket is seen ({@code TicketSight}).
 */
@NullMarked
package org.clientportal.portal.tickets;

import org.jspecify.annotations.NullMarked;
