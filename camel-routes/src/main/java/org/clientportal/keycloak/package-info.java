/**
 * Keycloak behind the ports, over its admin API as plain JSON: {@link org.clientportal.ports.Logins} with a service account
 * that may manage users and nothing else, and, when another account is given, {@link org.clientportal.ports.Realm} and
 * {@link org.clientportal.ports.SignInProviders}. Uses {@code ports} and {@code itsm};
 * nothing of it is public, and it is there only when {@code portal.keycloak.url} is set.
 */
@NullMarked
package org.clientportal.keycloak;

import org.jspecify.annotations.NullMarked;
