package org.clientportal.portal.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.clientportal.portal.catalogue.Answers.Answer;
import org.clientportal.portal.catalogue.Answers.Wrong;
import org.clientportal.portal.catalogue.Field.Rule;

/** Reads what was typed into a field and says what is wrong with it. Of several wrongs it tells the first. */
record Judge(Lookup lookup, LocalDate today) {

    Answer answer(Field field, String typed, boolean needed, List<Wrong> wrong) {
        var text = typed.strip();
        Consumer<Wrong> says = wrong::add;
        if (text.isEmpty()) {
            if (needed) {
                says.accept(new Wrong(field, Rule.REQUIRED, List.of()));
            }
            return Answer.NONE;
        }
        return switch (field.type()) {
            case TEXT -> text(field, text.replaceAll("\\s+", " "), says);
            case LONG_TEXT -> text(field, text, says);
            case NUMBER -> number(field, text, says);
            case DATE -> date(field, text, says);
            case CHOICE, CHOICES -> choice(field, text, needed, says);
            case PERSON -> named(field, text, lookup.person(text), says);
            case ASSET -> named(field, text, lookup.asset(text), says);
            case FILE -> Answer.NONE;
        };
    }

    private static Answer text(Field field, String text, Consumer<Wrong> wrong) {
        var limits = field.limits();
        var least = limits.minLength();
        if (least != null && text.length() < least) {
            wrong.accept(new Wrong(field, Rule.MIN_LENGTH, List.of(least)));
        } else if (text.length() > limits.longest(field.type())) {
            wrong.accept(new Wrong(field, Rule.MAX_LENGTH, List.of(limits.longest(field.type()))));
        } else if (!limits.matches(text)) {
            wrong.accept(new Wrong(field, Rule.PATTERN, List.of()));
        }
        return new Answer(List.of(text), List.of(text));
    }

    private static Answer number(Field field, String text, Consumer<Wrong> wrong) {
        var number = Values.number(text);
        var limits = field.limits();
        var decimals = limits.decimals() == null ? 2 : limits.decimals();
        if (number.isEmpty() || number.get().stripTrailingZeros().scale() > decimals) {
            wrong.accept(new Wrong(field, Rule.FORMAT, List.of(decimals)));
            return Answer.NONE;
        }
        var value = number.get();
        if (limits.min() != null && value.compareTo(new BigDecimal(limits.min())) < 0) {
            wrong.accept(new Wrong(field, Rule.MIN, List.of(limits.min())));
        } else if (limits.max() != null && value.compareTo(new BigDecimal(limits.max())) > 0) {
            wrong.accept(new Wrong(field, Rule.MAX, List.of(limits.max())));
        }
        return new Answer(List.of(Values.plain(value)), List.of(Values.plain(value)));
    }

    private Answer date(Field field, String text, Consumer<Wrong> wrong) {
        var date = Values.date(text);
        if (date.isEmpty()) {
            wrong.accept(new Wrong(field, Rule.FORMAT, List.of()));
            return Answer.NONE;
        }
        var limits = field.limits();
        var earliest =
                limits.min() == null ? null : Values.moment(limits.min(), today).orElse(null);
        var latest =
                limits.max() == null ? null : Values.moment(limits.max(), today).orElse(null);
        if (earliest != null && date.get().isBefore(earliest)) {
            wrong.accept(new Wrong(field, Rule.MIN, List.of(earliest)));
        } else if (latest != null && date.get().isAfter(latest)) {
            wrong.accept(new Wrong(field, Rule.MAX, List.of(latest)));
        }
        return new Answer(List.of(date.get().toString()), List.of(date.get().toString()));
    }

    private static Answer choice(Field field, String text, boolean needed, Consumer<Wrong> wrong) {
        var chosen = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (chosen.isEmpty()) {
            if (needed) {
                wrong.accept(new Wrong(field, Rule.REQUIRED, List.of()));
            }
            return Answer.NONE;
        }
        var known = field.options().stream().map(Field.Option::value).toList();
        if (!known.containsAll(chosen) || field.type() == Field.Type.CHOICE && chosen.size() > 1) {
            wrong.accept(new Wrong(field, Rule.UNKNOWN, List.of()));
            return new Answer(chosen.stream().filter(known::contains).toList(), List.of());
        }
        var limits = field.limits();
        if (field.type() == Field.Type.CHOICES
                && limits.min() != null
                && chosen.size() < Integer.parseInt(limits.min())) {
            wrong.accept(new Wrong(field, Rule.MIN, List.of(Integer.parseInt(limits.min()))));
        } else if (field.type() == Field.Type.CHOICES
                && limits.max() != null
                && chosen.size() > Integer.parseInt(limits.max())) {
            wrong.accept(new Wrong(field, Rule.MAX, List.of(Integer.parseInt(limits.max()))));
        }
        // in the order of the form, whatever order they were sent in
        var ordered = known.stream().filter(chosen::contains).toList();
        return new Answer(ordered, ordered);
    }

    private static Answer named(Field field, String typed, Lookup.Named named, Consumer<Wrong> wrong) {
        switch (named.outcome()) {
            case FOUND -> {
                return new Answer(List.of(named.text()), List.of(named.text()));
            }
            case UNKNOWN -> wrong.accept(new Wrong(field, Rule.UNKNOWN, List.of(typed)));
            case AMBIGUOUS -> wrong.accept(new Wrong(field, Rule.AMBIGUOUS, List.of(typed)));
        }
        return new Answer(List.of(typed), List.of(typed));
    }
}
