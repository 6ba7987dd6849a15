package org.clientportal.portal.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.clientportal.portal.web.Messages;
import org.jspecify.annotations.Nullable;

/** Fills in a form as an example says and tells what comes out otherwise than it expects. */
final class ExampleRun {

    private final Messages messages;
    private final LocalDate today;

    ExampleRun(Messages messages, LocalDate today) {
        this.messages = messages;
        this.today = today;
    }

    /** Empty when all is as expected. */
    List<String> differences(RequestKind kind, Example example) {
        var values = new LinkedHashMap<>(Answers.standard(kind, day(example)));
        values.putAll(example.values());
        var files = kind.files()
                .map(field -> values.getOrDefault(field.id(), "")
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList())
                .orElse(List.of());
        var answers = Answers.of(kind, values, files, Lookup.TRUSTING, day(example));
        var differences = new ArrayList<String>();
        for (var field : example.absent()) {
            if (answers.asked(field)) {
                differences.add(field + " is asked, and should not be");
            }
        }
        errors(example, answers, differences);
        var expected = example.ticket();
        if (expected != null && answers.wrong().isEmpty()) {
            var ticket = Composed.of(answers, messages.in(expected.language()), expected.language());
            compare(expected, ticket, differences);
        }
        return differences;
    }

    private LocalDate day(Example example) {
        return example.today() == null ? today : Values.date(example.today()).orElse(today);
    }

    private void errors(Example example, Answers answers, List<String> differences) {
        var found = new LinkedHashMap<String, Answers.Wrong>();
        answers.wrong().forEach(wrong -> found.putIfAbsent(wrong.field().id(), wrong));
        var fields = new TreeSet<>(found.keySet());
        fields.addAll(example.errors().keySet());
        for (var field : fields) {
            var wrong = found.get(field);
            var expected = example.errors().get(field);
            if (wrong == null) {
                differences.add(field + " is right, and '" + expected + "' was expected");
            } else if (expected == null) {
                differences.add(field + " is wrong: " + sentence(wrong, "en"));
            } else if (!expected.equals(wrong.rule().word())
                    && !expected.equals(sentence(wrong, "pl"))
                    && !expected.equals(sentence(wrong, "en"))) {
                differences.add(field + " is wrong by '" + wrong.rule().word() + "' (" + sentence(wrong, "en")
                        + "), and '" + expected + "' was expected");
            }
        }
    }

    private String sentence(Answers.Wrong wrong, String language) {
        return Sentences.of(wrong, messages.in(language), language);
    }

    private static void compare(Example.Outcome expected, Composed ticket, List<String> differences) {
        differ("subject", expected.subject(), ticket.subject(), differences);
        differ("text", expected.text(), ticket.text(), differences);
        differ("category", expected.category(), ticket.category(), differences);
        differ("priority", expected.priority(), ticket.priority(), differences);
        for (var part : expected.contains()) {
            if (!ticket.text().contains(part)) {
                differences.add("the text lacks '" + part + "'; it is: " + ticket.text());
            }
        }
        if (!expected.fields().isEmpty()) {
            var fields = new LinkedHashMap<String, String>();
            ticket.fields().forEach((name, values) -> fields.put(name, String.join("\n", values)));
            expected.fields().forEach((name, value) -> differ("field " + name, value, of(fields, name), differences));
        }
    }

    private static @Nullable String of(Map<String, String> fields, String name) {
        return fields.get(name);
    }

    private static void differ(String what, @Nullable String expected, @Nullable String is, List<String> differences) {
        if (expected != null && !expected.equals(is == null ? "" : is.strip())) {
            differences.add(what + " is '" + (is == null ? "" : is) + "', and '" + expected + "' was expected");
        }
    }
}
