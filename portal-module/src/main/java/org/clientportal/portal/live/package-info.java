/**
 * Hints to open pages: a commit notifies once per batch, each node hears it and tells the browsers whose viewers it concerns.
 * A hint is a kind and an id; the page fetches its own fragment, so rights are checked where they always are. Uses
 * {@code access}.
 */
@NullMarked
package org.clientportal.portal.live;

import org.jspecify.annotations.NullMarked;
