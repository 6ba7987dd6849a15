/**
 * What the portal holds about a person, for that person to take along: JSON for machines, a page for reading, and their files, in
 * one archive. Reads through the functions {@code own_data_…} of the database alone; uses {@code access}, {@code audit},
 * {@code conversation}, {@code pdf} for text made harmless, and {@code web}.
 */
@NullMarked
package org.clientportal.portal.owndata;

import org.jspecify.annotations.NullMarked;
