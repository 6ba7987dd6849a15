package org.clientportal.portal.search;

import java.util.List;
import java.util.stream.Collectors;

/** A text of which parts are marked. Plain: a template escapes every part by itself. */
public record Marked(List<Part> parts) {

    public static final Marked NOTHING = new Marked(List.of());

    public Marked {
        parts = List.copyOf(parts);
    }

    /** A stretch of text. */
    public record Part(String text, boolean marked) {}

    public static Marked plain(String text) {
        return text.isEmpty() ? NOTHING : new Marked(List.of(new Part(text, false)));
    }

    public String text() {
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
