/**
 * Who answers for a person who is away, from one day to another: set by that person in the profile, seen as reader rows of
 * {@code tickets} under a scope of its own. Uses {@code access}, {@code audit}, {@code colleagues}, {@code conversation} and
 * {@code web}.
 */
@NullMarked
package org.clientportal.portal.standins;

import org.jspecify.annotations.NullMarked;
