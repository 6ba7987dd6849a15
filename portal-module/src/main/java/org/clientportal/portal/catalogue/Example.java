package org.clientportal.portal.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filled form in the file, and what must become of it.
 *
 * @param today the day it is filled in; null for the day of the check
 * @param values what is typed, by field; several choices are separated by lines, files by their names
 * @param errors what is wrong, by field: the word of a {@link Field.Rule} or the sentence the person reads
 * @param absent fields that are not asked for these values
 * @param ticket null when only errors are told
 */
public record Example(
        String name,
        @Nullable String today,
        Map<String, String> values,
        Map<String, String> errors,
        List<String> absent,
        @Nullable Outcome ticket,
        Place place) {

    public Example {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        absent = List.copyOf(absent);
    }

    /** Where it stands in its file. */
    public record Place(int line, int column) {}

    /**
     * The ticket that is expected; what is null or empty is not looked at.
     *
     * @param language of subject and text
     * @param text the whole text
     * @param contains parts of the text
     */
    public record Outcome(
            String language,
            @Nullable String subject,
            @Nullable String text,
            List<String> contains,
            @Nullable String category,
            @Nullable String priority,
            Map<String, String> fields) {

        public Outcome {
            contains = List.copyOf(contains);
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }
}
