/**
 * The request catalogue as administrators define it: kinds of request, their forms, conditions, validation and routing, read
 * from a versioned YAML file that is checked with its examples, planned, applied and exported. Knows what a filled form means;
 * pages are {@code requests}. Uses {@code access}, {@code admin}, {@code audit}, {@code search}, {@code sync}, {@code web}.
 */
@NullMarked
package org.clientportal.portal.catalogue;

import org.jspecify.annotations.NullMarked;
