/**
 * A person's tickets: the list, one ticket, writing, replying, closing and reopening. Uses {@code access}, {@code outbox},
 * {@code conversation} and {@code web}; tells others what happened by events.
 */
@NullMarked
package org.clientportal.portal.tickets;

import org.jspecify.annotations.NullMarked;
