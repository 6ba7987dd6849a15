package org.clientportal.portal.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.clientportal.portal.catalogue.Field.Rule;
import org.clientportal.portal.catalogue.Field.Type;
import org.jspecify.annotations.Nullable;

/** Reads the questions of a form. */
final class FieldReader {

    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final String TYPES = "text, long-text, number, date, choice, choices, person, asset, file";
    private static final String RULES =
            "required, min-length, max-length, pattern, min, max, format, unknown, ambiguous";

    private final ConditionReader conditions;

    FieldReader(ConditionReader conditions) {
        this.conditions = conditions;
    }

    /** @param above the fields before it, by id */
    Field field(Part part, Map<String, Field> above) {
        part.expectMap();
        var id = CatalogueReader.id(part);
        var type = part.need("type", "one of " + TYPES).map(FieldReader::type).orElse(Type.TEXT);
        var required = part.at("required");
        var field = new Field(
                id,
                type,
                CatalogueReader.words(part, "label", "the question", LONGEST_LABEL),
                CatalogueReader.optional(part, "help", LONGEST_TEXT),
                required.filter(Part::isText).map(Part::flag).orElse(false),
                required.filter(is -> !is.isText())
                        .map(is -> conditions.condition(is, above))
                        .orElse(null),
                part.at("shown").map(is -> conditions.condition(is, above)).orElse(null),
                part.at("options")
                        .map(list ->
                                list.list().stream().map(FieldReader::option).toList())
                        .orElse(List.of()),
                part.at("default")
                        .map(given -> String.join("\n", given.texts()))
                        .orElse(""),
                limits(part),
                part.at("messages").map(FieldReader::messages).orElse(Map.of()),
                part.at("platform-field").map(Part::text).orElse(null));
        check(part, field);
        if (above.containsKey(id)) {
            part.at("id").ifPresent(at -> at.wrong("there is a field '" + id + "' above: give this one another id"));
        }
        if (type == Type.FILE && above.values().stream().anyMatch(other -> other.type() == Type.FILE)) {
            part.at("type").ifPresent(at -> at.wrong("a form takes files in one field only, and there is one above"));
        }
        part.nothingElse("a field");
        return field;
    }

    private static Type type(Part part) {
        return Type.of(part.text()).orElseGet(() -> {
            part.wrong("there is no type '" + part.text() + "'; possible are " + TYPES);
            return Type.TEXT;
        });
    }

    private static Field.Option option(Part part) {
        if (!part.isMap()) {
            return new Field.Option(part.text(), new Bilingual(part.text(), part.text()), null);
        }
        var option = new Field.Option(
                part.need("value", "what is stored and what conditions look at")
                        .map(Part::text)
                        .orElse(""),
                CatalogueReader.words(part, "label", "what people read", LONGEST_LABEL),
                part.at("platform-value").map(Part::text).orElse(null));
        part.nothingElse("an option");
        return option;
    }

    private static Limits limits(Part part) {
        return new Limits(
                part.at("min-length").map(Part::whole).orElse(null),
                part.at("max-length").map(Part::whole).orElse(null),
                part.at("pattern").map(FieldReader::pattern).orElse(null),
                part.at("min").map(Part::text).orElse(null),
                part.at("max").map(Part::text).orElse(null),
                part.at("decimals").map(Part::whole).orElse(null));
    }

    private static String pattern(Part part) {
        try {
            return Pattern.compile(part.text()).pattern();
        } catch (PatternSyntaxException wrong) {
            part.wrong("this is no regular expression: " + wrong.getDescription());
            return "";
        }
    }

    private static Map<Rule, Bilingual> messages(Part part) {
        var messages = new EnumMap<Rule, Bilingual>(Rule.class);
        part.each((key, value) -> Rule.of(key)
                .ifPresentOrElse(
                        rule -> messages.put(rule, CatalogueReader.words(value, LONGEST_TEXT)),
                        () -> value.wrong("'" + key + "' is nothing that can be wrong; possible are " + RULES)));
        return messages;
    }

    /** What fits together within one field. */
    private static void check(Part part, Field field) {
        var type = field.type();
        only(part, type.choosing(), List.of("options"), "a choice");
        only(part, type.typed(), List.of("min-length", "max-length", "pattern"), "a text");
        only(
                part,
                type == Type.NUMBER || type == Type.DATE || type == Type.CHOICES,
                List.of("min", "max"),
                "a number, a date or choices");
        only(part, type == Type.NUMBER, List.of("decimals"), "a number");
        only(part, type != Type.FILE && type != Type.ASSET, List.of("default"), "anything but files and assets");
        only(part, type != Type.FILE, List.of("platform-field"), "anything but files");
        if (type.choosing() && field.options().size() < 2) {
            part.wrong("'options' are missing: a choice has at least two");
        }
        var limits = field.limits();
        part.at("min").ifPresent(at -> bound(at, type, limits.min()));
        part.at("max").ifPresent(at -> bound(at, type, limits.max()));
        if (limits.minLength() != null && limits.minLength() > limits.longest(type)) {
            part.at("min-length").ifPresent(at -> at.wrong("nothing can be so long: max-length is less"));
        }
        part.at("default").ifPresent(at -> standard(at, field));
    }

    private static void only(Part part, boolean fits, List<String> keys, String what) {
        for (var key : keys) {
            var there = part.at(key);
            if (!fits) {
                there.ifPresent(
                        at -> at.wrong("'" + key + "' is only for " + what + ": remove it, or change the type"));
            }
        }
    }

    private static void bound(Part at, Type type, @Nullable String bound) {
        var said = bound == null ? "" : bound;
        var fine = switch (type) {
            case NUMBER -> said.matches("-?\\d+(\\.\\d+)?");
            case DATE -> Values.moment(said, java.time.LocalDate.EPOCH).isPresent();
            case CHOICES -> said.matches("\\d{1,3}");
            default -> true;
        };
        if (!fine) {
            at.wrong(
                    type == Type.DATE
                            ? "a date such as 2026-12-31, today or today+7d is expected here"
                            : "a number is expected here");
        }
    }

    private static void standard(Part at, Field field) {
        var values = field.options().stream().map(Field.Option::value).toList();
        var fine = switch (field.type()) {
            case NUMBER -> Values.number(field.standard()).isPresent();
            case DATE ->
                Values.moment(field.standard(), java.time.LocalDate.EPOCH).isPresent();
            case CHOICE -> values.contains(field.standard());
            case CHOICES -> values.containsAll(field.standard().lines().toList());
            default -> true;
        };
        if (!fine) {
            at.wrong("the field could not be left as it is: '"
                    + field.standard().replace('\n', ' ') + "' is no answer to it");
        }
    }
}
