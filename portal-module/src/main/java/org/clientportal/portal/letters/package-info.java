/**
 * Mail that the portal sends: drawn from templates in both forms, with the headers that stop loops, sent now. Features decide
 * what is told to whom and when. Uses {@code web} and {@code branding}.
 */
@NullMarked
package org.clientportal.portal.letters;

import org.jspecify.annotations.NullMarked;
