/**
 * {@link org.clientportal.ports.Logins} over the Keycloak admin client: makes, changes and switches off the logins of
 * people in one realm with a service account that may do nothing else. Uses {@code ports} and {@code itsm}; nothing of it
 * is public, and it is there only when {@code portal.keycloak.url} is set.
 */
@NullMarked
package org.clientportal.keycloak;

import org.jspecify.annotations.NullMarked;
