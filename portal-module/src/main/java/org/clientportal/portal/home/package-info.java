/**
 * Where a person arrives. Uses {@code access}, {@code web} and the rows of {@code tickets}.
 */
@NullMarked
package org.clientportal.portal.home;

import org.jspecify.annotations.NullMarked;
