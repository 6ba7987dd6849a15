package org.clientportal.portal.web;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * For whom a page is drawn.
 *
 * @param person the portal's id of the person; 0 for somebody who may not use the portal
 * @param name null for somebody who is not signed in
 * @param language {@code pl} or {@code en}
 * @param seenBy somebody of the help desk who looks through the person's eyes; null normally
 * @param places what the navigation offers; empty without portal access
 * @param unread notifications that are not seen yet; null for somebody who gets none
 */
public record Visitor(
        long person,
        @Nullable String name,
        String language,
        ZoneId zone,
        List<Place> places,
        @Nullable String seenBy,
        @Nullable Counted unread) {

    public Visitor {
        places = List.copyOf(places);
    }

    public static Visitor signedIn(long person, String name, String language, ZoneId zone, List<Place> places) {
        return new Visitor(person, name, language, zone, places, null, null);
    }

    /** Whether somebody who is not signed in reads what is open to all. */
    boolean isReader() {
        return name == null && !places.isEmpty();
    }

    /** The same, looked at by somebody of the help desk. */
    public Visitor seenBy(@Nullable String somebody) {
        return new Visitor(person, name, language, zone, places, somebody, unread);
    }

    /** The same, with so many notifications not seen yet. */
    public Visitor withUnread(@Nullable Counted notifications) {
        return new Visitor(person, name, language, zone, places, seenBy, notifications);
    }

    /** Signed in, but without access to the portal. */
    public static Visitor withoutAccess(String name, String language, ZoneId zone) {
        return new Visitor(0, name, language, zone, List.of(), null, null);
    }

    /** Not signed in, reading what is open to all. */
    public static Visitor reader(String language, ZoneId zone, List<Place> places) {
        return new Visitor(0, null, language, zone, places, null, null);
    }

    public static Visitor stranger(String language, ZoneId zone) {
        return new Visitor(0, null, language, zone, List.of(), null, null);
    }
}
