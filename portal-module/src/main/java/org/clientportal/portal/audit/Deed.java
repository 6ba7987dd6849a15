package org.clientportal.portal.audit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Something that was done, with what it was before and after. Never with anything secret: neither a password nor a token is
 * ever part of it.
 *
 * @param act noun and past participle, such as {@code login.enabled}
 * @param before what is recorded of the subject before; empty when there was nothing
 * @param after the same afterwards; empty when nothing is left
 */
public record Deed(Actor actor, String act, Subject subject, Map<String, ?> before, Map<String, ?> after) {

    private static final Pattern SECRET = Pattern.compile("(?i).*(password|secret|token|cookie).*");

    public Deed {
        before = told(before);
        after = told(after);
    }

    /** A deed of which only the fact is recorded. */
    public static Deed of(Actor actor, String act, Subject subject) {
        return new Deed(actor, act, subject, Map.of(), Map.of());
    }

    private static Map<String, ?> told(Map<String, ?> values) {
        values.keySet().stream()
                .filter(name -> SECRET.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(name + " is not for the audit");
                });
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** Who did it. */
    public record Actor(Kind kind, String name) {

        /** As what somebody acts. */
        public enum Kind {
            /** With a token of the admin API. */
            ADMINISTRATOR,
            /** Signed in to the portal. */
            PERSON,
            /** An agent, in the platform. */
            PLATFORM,
            /** By a rule of its own. */
            PORTAL
        }

        public static Actor administrator(String name) {
            return new Actor(Kind.ADMINISTRATOR, name);
        }

        /** @param email the login of the person */
        public static Actor person(String email) {
            return new Actor(Kind.PERSON, email);
        }

        public static Actor platform() {
            return new Actor(Kind.PLATFORM, "platform");
        }

        public static Actor portal() {
            return new Actor(Kind.PORTAL, "portal");
        }
    }

    /**
     * To whom or what it was done.
     *
     * @param kind a noun: person, organisation, grant, mail
     * @param id the portal's id of it
     * @param name for people who read the record when the subject itself is gone
     */
    public record Subject(String kind, String id, String name) {

        public static Subject person(long id, String name) {
            return new Subject("person", Long.toString(id), name);
        }
    }
}
