package org.clientportal.portal.web;

/** How something stands, as it is shown: words, shape and colour together. */
public interface Sign {

    Look look();

    /** The last part of its message key. */
    default String key() {
        return look().key();
    }

    /** Name of its symbol in the sprite. */
    default String icon() {
        return look().icon();
    }

    /** Name of its colours in the style sheet. */
    default String tone() {
        return look().tone();
    }

    /** The three of them. */
    record Look(String key, String icon, String tone) {}
}
