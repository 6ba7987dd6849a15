package org.clientportal.portal.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.catalogue.Field;
import org.clientportal.portal.catalogue.RequestKind;

/** What somebody who fills in a form sees changed by a new version of it. */
final class FormChanges {

    private FormChanges() {}

    /** @param typed what the form held, by field */
    static List<RequestPage.Change> between(
            RequestKind before, RequestKind now, Map<String, String> typed, String language) {
        var changes = new ArrayList<RequestPage.Change>();
        for (var field : now.fields()) {
            var earlier = before.field(field.id());
            if (earlier.isEmpty()) {
                changes.add(new RequestPage.Change("added", field.label().in(language), ""));
            } else if (differs(earlier.get(), field)) {
                changes.add(new RequestPage.Change("changed", field.label().in(language), ""));
            }
        }
        for (var field : before.fields()) {
            var answer = typed.getOrDefault(field.id(), "").strip();
            if (now.field(field.id()).isEmpty() && (!answer.isEmpty() || field.type() == Field.Type.FILE)) {
                changes.add(new RequestPage.Change(
                        "removed", field.label().in(language), field.readable(answer, language)));
            }
        }
        return changes;
    }

    /** Not where the answer goes, which nobody sees. */
    private static boolean differs(Field one, Field other) {
        return !one.label().equals(other.label())
                || one.type() != other.type()
                || !one.help().equals(other.help())
                || one.required() != other.required()
                || !java.util.Objects.equals(one.requiredWhen(), other.requiredWhen())
                || !java.util.Objects.equals(one.shownWhen(), other.shownWhen())
                || !one.limits().equals(other.limits())
                || !seen(one).equals(seen(other));
    }

    private static List<String> seen(Field field) {
        return field.options().stream()
                .map(option -> option.value() + " " + option.label())
                .toList();
    }
}
