/**
 * Who looks and what they may see: the {@link org.clientportal.portal.access.Viewer}, the reader rows, and the transactions
 * that carry the viewer to the database, where row-level security is the second wall. Uses no feature; every feature uses it.
 */
@NullMarked
package org.clientportal.portal.access;

import org.jspecify.annotations.NullMarked;
