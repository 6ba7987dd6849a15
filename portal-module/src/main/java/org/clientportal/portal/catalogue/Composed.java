package org.clientportal.portal.catalogue;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientportal.portal.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The ticket that answers become.
 *
 * @param text every answer as readable text, so that nobody needs the form to understand it
 * @param category name or id on the platform's list; null when the catalogue says nothing
 * @param priority the same; null to let the platform decide
 * @param fields values for the platform's own fields, by their name or id
 */
public record Composed(
        String subject,
        String text,
        @Nullable String category,
        @Nullable String priority,
        Map<String, List<String>> fields) {

    static final int LONGEST_SUBJECT = 200;
    static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z0-9-]*)}");

    /** @param words in the language of those who will read the ticket */
    public static Composed of(Answers answers, Words words, String language) {
        var target = answers.kind().routing().of(answers::values);
        return new Composed(
                subject(answers, language),
                text(answers, words, language),
                target.category(),
                target.priority(),
                fields(answers, target, language));
    }

    private static String subject(Answers answers, String language) {
        var kind = answers.kind();
        var template = kind.subject().isEmpty() ? kind.name() : kind.subject();
        var filled = filled(template.in(language), answers, language)
                .replaceAll("\\s+", " ")
                // what an unanswered field leaves behind
                .replaceAll("\\s+([,;:.])", "$1")
                .replaceAll("[\\s,;:–-]+$", "")
                .strip();
        var subject = filled.isEmpty() ? kind.name().in(language) : filled;
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }

    private static String text(Answers answers, Words words, String language) {
        var lines = new ArrayList<String>();
        for (var field : answers.kind().fields()) {
            var answer = readable(field, answers, language);
            if (!answer.isEmpty() && field.type() != Field.Type.FILE) {
                var block = field.type() == Field.Type.LONG_TEXT || answer.contains("\n");
                lines.add(label(field, language) + (block ? "\n" + answer + "\n" : " " + answer));
            }
        }
        var kind = answers.kind();
        lines.add("\n" + words.text("requests.text.form", kind.name().in(language), kind.version()));
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }

    /** A question keeps its mark, anything else gets a colon. */
    private static String label(Field field, String language) {
        var label = field.label().in(language).strip();
        return label.matches(".*[?:.!…]$") ? label : label + ":";
    }

    /** As it is written in a sentence; choices by their labels. */
    static String readable(Field field, Answers answers, String language) {
        var locale = Locale.forLanguageTag(language);
        return String.join(
                ", ",
                answers.answer(field.id()).texts().stream()
                        .map(text -> switch (field.type()) {
                            case DATE ->
                                DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
                                        .format(LocalDate.parse(text));
                            case NUMBER -> number(text, locale);
                            case CHOICE, CHOICES -> field.label(text, language);
                            default -> text;
                        })
                        .toList());
    }

    private static String number(String plain, Locale locale) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(10);
        return format.format(new BigDecimal(plain));
    }

    private static String filled(String template, Answers answers, String language) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(answers.kind()
                        .field(place.group(1))
                        .map(field -> readable(field, answers, language))
                        .orElse("")));
    }

    private static Map<String, List<String>> fields(Answers answers, Routing.Target target, String language) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (var field : answers.kind().fields()) {
            if (field.platformField() == null || field.type() == Field.Type.FILE) {
                continue;
            }
            // people in front of the platform read labels; programs read dates and numbers
            var values = answers.answer(field.id()).texts().stream()
                    .map(text -> field.type().choosing() ? field.platformValue(text, language) : text)
                    .toList();
            if (!values.isEmpty()) {
                fields.put(field.platformField(), values);
            }
        }
        target.fields().forEach((name, template) -> {
            var value = filled(template, answers, language).strip();
            if (!value.isEmpty()) {
                fields.put(name, List.of(value));
            }
        });
        return fields;
    }
}
