package org.clientportal.portal.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form.
 *
 * @param id unique within the form; also the name of its parameter
 * @param help below the label; empty words when there is none
 * @param required always; {@code requiredWhen} says it for some answers only
 * @param shownWhen null for always
 * @param options of a choice; empty for every other type
 * @param standard what a fresh form holds: as it would be typed, for dates also {@code today+7d}; empty for nothing
 * @param messages own sentences for what may be wrong
 * @param platformField name or id of the platform's own field that takes the answer; null for none
 */
public record Field(
        String id,
        Type type,
        Bilingual label,
        Bilingual help,
        boolean required,
        @Nullable Condition requiredWhen,
        @Nullable Condition shownWhen,
        List<Option> options,
        String standard,
        Limits limits,
        Map<Rule, Bilingual> messages,
        @Nullable String platformField) {

    public Field {
        options = List.copyOf(options);
        messages = Map.copyOf(messages);
    }

    /** What kind of answer it takes. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        /** One of several. */
        CHOICE,
        /** Any number of several. */
        CHOICES,
        /** A colleague, by name or address. */
        PERSON,
        /** Something that is assigned to the person. */
        ASSET,
        /** Files of the ticket; at most one field of a form is of this type. */
        FILE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Type> of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word().equals(word))
                    .findFirst();
        }

        boolean choosing() {
            return this == CHOICE || this == CHOICES;
        }

        boolean typed() {
            return this == TEXT || this == LONG_TEXT;
        }
    }

    /**
     * One answer of a choice.
     *
     * @param platformValue what the platform's own field takes for it; null for the label
     */
    public record Option(
            String value, Bilingual label, @Nullable String platformValue) {}

    /** What may be wrong with an answer; the own sentences of a field are keyed by it. */
    public enum Rule {
        REQUIRED,
        MIN_LENGTH,
        MAX_LENGTH,
        PATTERN,
        /** A number or date too small, or too few chosen. */
        MIN,
        /** A number or date too large, or too many chosen. */
        MAX,
        /** No number, no date. */
        FORMAT,
        /** Not on the list; nobody of that name. */
        UNKNOWN,
        /** Several people of that name. */
        AMBIGUOUS;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Rule> of(String word) {
            return Arrays.stream(values())
                    .filter(rule -> rule.word().equals(word))
                    .findFirst();
        }
    }

    /** What was typed, as people read it: choices by their labels. */
    public String readable(String typed, String language) {
        return type.choosing()
                ? String.join(
                        ", ",
                        typed.lines()
                                .map(String::strip)
                                .filter(value -> !value.isEmpty())
                                .map(value -> label(value, language))
                                .toList())
                : typed;
    }

    /** What the platform's own field takes for one of the options. */
    String platformValue(String value, String language) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .flatMap(option -> java.util.stream.Stream.ofNullable(option.platformValue()))
                .findFirst()
                .orElseGet(() -> label(value, language));
    }

    /** The label of one of the options, the value itself when it is none of them. */
    String label(String value, String language) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(option -> option.label().in(language))
                .findFirst()
                .orElse(value);
    }
}
