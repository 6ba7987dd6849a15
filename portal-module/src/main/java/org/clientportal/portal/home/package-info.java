/**
 * Where a person arrives. Uses {@code access}, {@code web} and what {@code tickets},
 * {@code knowledge}, {@code assets}, {@code documents}, {@code notes} and {@code announcements} offer.
 */
@NullMarked
package org.clientportal.portal.home;

import org.jspecify.annotations.NullMarked;
