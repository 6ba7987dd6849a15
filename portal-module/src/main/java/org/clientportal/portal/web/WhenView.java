package org.clientportal.portal.web;

/**
 * A moment, ready to be shown: {@code <time datetime="iso" title="title">text</time>}.
 *
 * @param text as short as it can be understood: {@code dziś 14:05}
 * @param title in full: {@code 24 listopada 2026, 14:05}
 * @param iso for machines, with offset
 */
public record WhenView(String text, String title, String iso) {}
