package org.clientportal.portal.conversation;

/**
 * A plain link to the part of a conversation that is folded away.
 *
 * @param count how many entries are not shown
 */
public record OlderView(int count, String url) {}
