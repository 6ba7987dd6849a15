package org.clientportal.portal.catalogue;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.clientportal.portal.catalogue.Field.Rule;
import org.clientportal.portal.catalogue.Field.Type;
import org.clientportal.portal.web.Words;

/** What a person reads at a field that is wrong: the catalogue's own sentence, or else the portal's. */
public final class Sentences {

    private Sentences() {}

    public static String of(Answers.Wrong wrong, Words words, String language) {
        var own = wrong.field().messages().get(wrong.rule());
        if (own != null) {
            return own.in(language);
        }
        var arguments = wrong.arguments().stream()
                .map(each -> readable(wrong, each, language))
                .toArray();
        return words.text("requests.wrong." + key(wrong.field().type(), wrong.rule()), arguments);
    }

    /** The sentence depends on what is asked for: a date is too early, a number too small. */
    private static String key(Type type, Rule rule) {
        return switch (rule) {
            case REQUIRED ->
                "required-"
                        + switch (type) {
                            case CHOICE, CHOICES, ASSET -> "choice";
                            case FILE -> "file";
                            case DATE -> "date";
                            case PERSON -> "person";
                            default -> "text";
                        };
            case MIN, MAX, FORMAT ->
                rule.word() + "-" + (type == Type.DATE ? "date" : type == Type.NUMBER ? "number" : "choice");
            case UNKNOWN -> rule.word() + "-" + (type == Type.PERSON ? "person" : "choice");
            default -> rule.word();
        };
    }

    private static Object readable(Answers.Wrong wrong, Object argument, String language) {
        var locale = Locale.forLanguageTag(language);
        if (argument instanceof LocalDate date) {
            return DateTimeFormatter.ofPattern("d MMMM yyyy", locale)
                    .format(date)
                    .replace(' ', '\u00a0');
        }
        var bound = wrong.rule() == Rule.MIN || wrong.rule() == Rule.MAX;
        return bound && wrong.field().type() == Type.NUMBER
                ? NumberFormat.getNumberInstance(locale).format(new BigDecimal(argument.toString()))
                : argument;
    }
}
