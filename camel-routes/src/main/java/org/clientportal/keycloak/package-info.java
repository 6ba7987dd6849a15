/**
 * {@link org.clientportal.ports.Logins} over the Keycloak admin client. Uses {@code ports} only; the one place that knows
 * Keycloak's admin API.
 */
@NullMarked
package org.clientportal.keycloak;

import org.jspecify.annotations.NullMarked;
