package org.clientportal.portal.conversation;

/**
 * A solution that can be named in what somebody writes.
 *
 * @param id as the platform calls it
 * @param url its local address
 */
public record Solution(String id, String title, String url) {}
