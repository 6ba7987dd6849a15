package org.clientportal.itsm;

import java.util.List;
import java.util.Map;

/**
 * The platform's own lists.
 *
 * @param categories what a ticket can be about (service, queue, category), in the platform's order
 * @param priorities how urgent it can be, in the platform's order, the ordinary one marked by {@link #defaultPriority}
 * @param defaultPriority id of the priority a form starts with; empty when the platform has none
 * @param statuses every status a ticket can have, with its meaning for the person
 */
public record Catalogue(
        List<Choice> categories, List<Choice> priorities, String defaultPriority, List<Status> statuses) {

    /**
     * One entry of a list.
     *
     * @param id the platform's id
     * @param names text by language tag ({@code pl}, {@code en}); the key {@code ""} is the text for any other language
     */
    public record Choice(String id, Map<String, String> names) {

        public Choice {
            names = Map.copyOf(names);
            if (!names.containsKey("")) {
                throw new IllegalArgumentException("choice " + id + " has no default name");
            }
        }

        public String name(String language) {
            var inLanguage = names.get(language);
            return inLanguage != null ? inLanguage : names.getOrDefault("", id);
        }
    }

    /** A status of the platform and what it means to the person who waits. */
    public record Status(String id, String name, StatusMeaning meaning) {}
}
