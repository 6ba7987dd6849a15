/**
 * The pages on which people ask for something of the {@code catalogue}: the choice of kinds, a form, colleagues found by name.
 * What is sent becomes a ticket by way of {@code tickets}. Uses {@code catalogue}, {@code tickets}, {@code conversation},
 * {@code search}, {@code access}, {@code web}.
 */
@NullMarked
package org.clientportal.portal.requests;

import org.jspecify.annotations.NullMarked;
