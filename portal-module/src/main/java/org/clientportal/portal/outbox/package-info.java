/**
 * Durable work for the outside (platform, logins, mail): one table, rows inserted in the transaction of their cause, strict
 * order within a lane. Features add rows with {@link org.clientportal.portal.outbox.OutboxRows} and own their kind of row as
 * an {@link org.clientportal.portal.outbox.OutboxTopic}; routes work it off through the port, administrators see it through
 * {@code admin}'s shapes.
 */
@NullMarked
package org.clientportal.portal.outbox;

import org.jspecify.annotations.NullMarked;
