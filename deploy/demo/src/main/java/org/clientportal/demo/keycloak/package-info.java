/**
 * A real Keycloak for the demo and the tests: unpacked, built and filled with the realm once, kept in the user's cache, then
 * started from there in seconds. Uses the parts of {@code demo} that hold processes, and nothing of the portal.
 */
@NullMarked
package org.clientportal.demo.keycloak;

import org.jspecify.annotations.NullMarked;
