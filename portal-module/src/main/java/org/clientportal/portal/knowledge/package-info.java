/**
 * The knowledge base: the mirror of the platform's articles, the pages they are read on, what people say of them and which
 * tickets they made needless. Uses {@code access}, {@code conversation} (files), {@code outbox}, {@code search}, {@code web},
 * the ports and the records of {@code itsm}; other features show its solutions through {@link
 * org.clientportal.portal.knowledge.KnowledgeOverview}.
 */
@NullMarked
package org.clientportal.portal.knowledge;

import org.jspecify.annotations.NullMarked;
