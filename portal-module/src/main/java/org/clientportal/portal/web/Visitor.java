package org.clientportal.portal.web;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom a page is drawn.
 *
 * @param name null for somebody who is not signed in
 * @param language {@code pl} or {@code en}
 * @param places what the navigation offers; empty without portal access
 */
public record Visitor(@Nullable String name, String language, ZoneId zone, List<Place> places) {

    public Visitor {
        places = List.copyOf(places);
    }

    public static Visitor signedIn(String name, String language, ZoneId zone) {
        return new Visitor(name, language, zone, List.of(Place.values()));
    }

    /** Signed in, but without access to the portal. */
    public static Visitor withoutAccess(String name, String language, ZoneId zone) {
        return new Visitor(name, language, zone, List.of());
    }

    public static Visitor stranger(String language, ZoneId zone) {
        return new Visitor(null, language, zone, List.of());
    }
}
