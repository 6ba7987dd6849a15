package org.clientportal.portal.web;

/** One option of a list; {@code label} is already in the reader's language. */
public record Choice(String value, String label, boolean selected) {}
