package org.clientportal.portal.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form as somebody filled it in: what is asked, what was answered, and what is wrong with it. */
public final class Answers {

    private final RequestKind kind;
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Set<String> required = new HashSet<>();
    private final List<Wrong> wrong = new ArrayList<>();

    private Answers(RequestKind kind) {
        this.kind = kind;
    }

    /**
     * Something that has to be mended.
     *
     * @param arguments for the portal's own sentence: the bound that was passed, ready to be shown
     */
    public record Wrong(Field field, Field.Rule rule, List<Object> arguments) {
        public Wrong {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * Judges a form. A field that is not asked has no answer, whatever was typed into it.
     *
     * @param typed as it was sent, by field
     * @param files names of the files that come with it
     * @param today in the zone of whoever fills it in
     */
    public static Answers of(
            RequestKind kind, Map<String, String> typed, List<String> files, Lookup lookup, LocalDate today) {
        var form = new Answers(kind);
        var judge = new Judge(lookup, today);
        for (var field : kind.fields()) {
            var asked = field.shownWhen() == null || field.shownWhen().holds(form::values);
            if (!asked) {
                continue;
            }
            var needed = field.required()
                    || field.requiredWhen() != null && field.requiredWhen().holds(form::values);
            if (needed) {
                form.required.add(field.id());
            }
            var answer = field.type() == Field.Type.FILE
                    ? new Answer(files, files)
                    : judge.answer(field, typed.getOrDefault(field.id(), ""), needed, form.wrong);
            if (field.type() == Field.Type.FILE && needed && files.isEmpty()) {
                form.wrong.add(new Wrong(field, Field.Rule.REQUIRED, List.of()));
            }
            form.answers.put(field.id(), answer);
        }
        return form;
    }

    /**
     * What was answered.
     *
     * @param values as programs read them: ISO dates, plain numbers, values of options
     * @param texts as it is written for people, for dates and numbers still the value
     */
    record Answer(List<String> values, List<String> texts) {
        static final Answer NONE = new Answer(List.of(), List.of());

        Answer {
            values = List.copyOf(values);
            texts = List.copyOf(texts);
        }
    }

    public RequestKind kind() {
        return kind;
    }

    public boolean asked(String field) {
        return answers.containsKey(field);
    }

    public boolean required(String field) {
        return required.contains(field);
    }

    public List<Wrong> wrong() {
        return List.copyOf(wrong);
    }

    /** As programs read them; none when it was not asked or not answered. */
    public List<String> values(String field) {
        return answer(field).values();
    }

    Answer answer(String field) {
        return answers.getOrDefault(field, Answer.NONE);
    }

    /** The day that a bound means, as the browser's field takes it; empty for none. */
    public static String day(String bound, LocalDate today) {
        return Values.moment(bound, today).map(LocalDate::toString).orElse("");
    }

    /** The values a fresh form holds. */
    public static Map<String, String> standard(RequestKind kind, LocalDate today) {
        var values = new HashMap<String, String>();
        for (var field : kind.fields()) {
            if (!field.standard().isEmpty()) {
                values.put(
                        field.id(),
                        field.type() == Field.Type.DATE
                                ? Values.moment(field.standard(), today)
                                        .map(LocalDate::toString)
                                        .orElse("")
                                : field.standard());
            }
        }
        return values;
    }
}
