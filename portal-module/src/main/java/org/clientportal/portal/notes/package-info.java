/**
 * Notes: the mirror of what support wrote for people, the pages on which they read it, and the mark that they did, which goes back to
 * the platform. Uses {@code access}, {@code conversation} (files, safe HTML), {@code outbox}, {@code search}, {@code web}, the ports and
 * the records of {@code itsm}; tells of what is new by {@link org.clientportal.portal.notes.NoteWritten} and is shown by other features through
 * {@link org.clientportal.portal.notes.NoteOverview}.
 */
@NullMarked
package org.clientportal.portal.notes;

import org.jspecify.annotations.NullMarked;
