/**
 * How long tickets of a category take, worked out in the background from the mirror's own history. Writes the table that
 * {@code tickets} reads; uses no feature and has no page.
 */
@NullMarked
package org.clientportal.portal.pace;

import org.jspecify.annotations.NullMarked;
