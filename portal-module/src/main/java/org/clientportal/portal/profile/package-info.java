/**
 * What a person sets for themselves: language, time zone, password. Uses {@code access} and {@code web}.
 */
@NullMarked
package org.clientportal.portal.profile;

import org.jspecify.annotations.NullMarked;
