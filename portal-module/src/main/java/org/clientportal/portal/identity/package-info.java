/**
 * Who may sign in: logins, passwords and their mails. Uses {@code access}, {@code outbox}, {@code web} and the port {@code Logins}.
 */
@NullMarked
package org.clientportal.portal.identity;

import org.jspecify.annotations.NullMarked;
