package org.clientportal.portal.web;

import java.util.List;

/**
 * A sentence not yet in a language: a key of the messages and its arguments.
 *
 * @param key key in {@code messages_pl.properties} and {@code messages_en.properties}
 * @param arguments numbers and strings for {0}, {1}…; dates are formatted before
 */
public record Phrase(String key, List<Object> arguments) {

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
