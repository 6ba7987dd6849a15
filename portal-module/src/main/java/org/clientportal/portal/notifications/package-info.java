/**
 * What people are told by mail. Listens to the events of features and writes mails with {@code web}'s templates.
 */
@NullMarked
package org.clientportal.portal.notifications;

import org.jspecify.annotations.NullMarked;
