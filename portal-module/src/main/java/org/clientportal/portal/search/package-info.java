/**
 * Search: takes documents that features put into it with their mirror, and finds among those that a viewer may see. Knows no
 * feature; features implement {@link org.clientportal.portal.search.Finds} and call
 * {@link org.clientportal.portal.search.SearchIndex}. Uses {@code access}, {@code web} and {@code admin}.
 */
@NullMarked
package org.clientportal.portal.search;

import org.jspecify.annotations.NullMarked;
