/**
 * Pictures of the pages of PDF files and pictures, made once for each content by a process of its own that has little memory, little
 * time and no secrets; and the words in them, for the search. Uses {@code access} and {@code conversation} (contents); whoever shows
 * files shows what {@link org.clientportal.portal.previews.Previews} has of them, and hears of new ones by
 * {@link org.clientportal.portal.previews.ContentRead}.
 */
@NullMarked
package org.clientportal.portal.previews;

import org.jspecify.annotations.NullMarked;
