/**
 * What people are told: on the portal at once, by mail as they wish, one by one or in a digest. Listens to the events of
 * {@code tickets} and answers when a ticket is seen; writes mails with {@code web}'s templates and sends them by {@code letters}
 * and {@code outbox}; announces by {@code live}.
 */
@NullMarked
package org.clientportal.portal.notifications;

import org.jspecify.annotations.NullMarked;
