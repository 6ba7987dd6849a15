/**
 * Single sign-on as administrators set it up: providers beside the password, and whose login is linked with one. Uses
 * {@code access}, {@code admin}, {@code audit} and the port {@code SignInProviders}; who may be linked is decided at Keycloak.
 */
@NullMarked
package org.clientportal.portal.sso;

import org.jspecify.annotations.NullMarked;
