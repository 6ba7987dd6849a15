/**
 * Sign-in and sessions: OpenID Connect with Keycloak, sessions in PostgreSQL read together with their viewer, what happens to
 * a form whose session or token is gone, and what a stranger can ask for. Uses {@code access}, {@code conversation},
 * {@code letters}, {@code web}; {@code identity} for logins that change, {@code tickets} and {@code sync} for requests of strangers.
 */
@NullMarked
package org.clientportal.portal.signin;

import org.jspecify.annotations.NullMarked;
