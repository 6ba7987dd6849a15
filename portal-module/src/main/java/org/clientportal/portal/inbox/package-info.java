/**
 * What becomes of an incoming mail: a reply, a new ticket, ignored or held for a human, each with its reason and the steps
 * that led there. Uses {@code tickets} and {@code conversation} to write, {@code sync} for the platform's lists,
 * {@code letters} for the mailbox's address, {@code admin}, {@code audit}, {@code access}, the ports, and {@code org.clientportal.mail}.
 */
@NullMarked
package org.clientportal.portal.inbox;

import org.jspecify.annotations.NullMarked;
