/**
 * Documents: the mirror of what the platform published for people, groups and organisations, and the pages on which a person finds,
 * looks through and downloads them, in every version. Uses {@code access}, {@code conversation} (files), {@code previews}, {@code audit}, {@code search}
 * and {@code web}, the ports and the records of {@code itsm}; the start page shows what is new through
 * {@link org.clientportal.portal.documents.DocumentOverview}.
 */
@NullMarked
package org.clientportal.portal.documents;

import org.jspecify.annotations.NullMarked;
