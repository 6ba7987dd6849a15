/**
 * The realm of the identity provider as administrators see it: what is not as wanted, and making it so. Uses {@code admin},
 * {@code audit} and the port {@code Realm}; it decides nothing about the realm itself.
 */
@NullMarked
package org.clientportal.portal.realm;

import org.jspecify.annotations.NullMarked;
