/**
 * Who may sign in: people as the platform's register has them, their logins at Keycloak, passwords and the mails about them.
 * Uses {@code access}, {@code outbox}, {@code letters}, {@code web}, {@code admin} and the port {@code Logins}; takes people
 * in through the port {@code PeopleIntake}.
 */
@NullMarked
package org.clientportal.portal.identity;

import org.jspecify.annotations.NullMarked;
