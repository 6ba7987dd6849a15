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
 * @param fields further fields of a ticket that a new one may fill; none when the platform has none or does not tell
 */
public record Catalogue(
        List<Choice> categories,
        List<Choice> priorities,
        String defaultPriority,
        List<Status> statuses,
        List<TicketField> fields) {

    public Catalogue {
        // the list is younger than the others, and bridges may not send it
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    public Catalogue(List<Choice> categories, List<Choice> priorities, String defaultPriority, List<Status> statuses) {
        this(categories, priorities, defaultPriority, statuses, List.of());
    }

    /**
     * A field of tickets that the platform's administrators added.
     *
     * @param id the platform's id
     * @param names by language tag; the key {@code ""} is the name for any other language
     * @param categoryIds the categories whose tickets have it; all when empty
     */
    public record TicketField(String id, Map<String, String> names, List<String> categoryIds) {

        public TicketField {
            names = Map.copyOf(names);
            categoryIds = categoryIds == null ? List.of() : List.copyOf(categoryIds);
        }

        /** Whether tickets of a category have it. */
        public boolean isOf(String category) {
            return categoryIds.isEmpty() || categoryIds.contains(category);
        }
    }

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
