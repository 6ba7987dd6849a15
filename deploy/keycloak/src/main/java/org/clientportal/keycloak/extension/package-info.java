/**
 * What Keycloak itself cannot decide: whether somebody who comes through a provider for the first time is a person of the
 * portal. Runs inside Keycloak; knows nothing of the portal but the mark on its logins and the page of the theme.
 */
@NullMarked
package org.clientportal.keycloak.extension;

import org.jspecify.annotations.NullMarked;
