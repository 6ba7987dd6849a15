/**
 * What is said between a person and support, whichever door it came through: entries, attachments and their content,
 * drafts, one-time form keys, the reply box. Shared by tickets, messages, chat and inbox; knows none of them. Uses
 * {@code access}, {@code outbox}, {@code live}, {@code audit} and the records of {@code itsm}.
 */
@NullMarked
package org.clientportal.portal.conversation;

import org.jspecify.annotations.NullMarked;
