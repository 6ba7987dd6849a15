package org.clientportal.portal.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads conditions: {@code {field: delivery, is: courier}}, {@code {all: […]}}. */
final class ConditionReader {

    private static final String FORMS =
            "write {field: ID, is: VALUE}, is-not, filled: true, at-least or at-most a number, {all: [...]} or {any: [...]}";

    /** @param known the fields it may look at, by id */
    Condition condition(Part part, Map<String, Field> known) {
        if (!part.expectMap()) {
            part.wrong(FORMS);
            return new Condition.Several(List.of(), true);
        }
        var condition = read(part, known);
        part.nothingElse("a condition");
        if (condition == null) {
            part.wrong("this is no condition: " + FORMS);
            return new Condition.Several(List.of(), true);
        }
        return condition;
    }

    private @Nullable Condition read(Part part, Map<String, Field> known) {
        var all = part.at("all");
        var any = part.at("any");
        if (all.isPresent() || any.isPresent()) {
            return new Condition.Several(
                    all.or(() -> any).orElseThrow().list().stream()
                            .map(each -> condition(each, known))
                            .toList(),
                    all.isPresent());
        }
        var field = part.at("field").map(Part::text).orElse("");
        var is = part.at("is").map(Part::texts);
        var isNot = part.at("is-not").map(Part::texts);
        var filled = part.at("filled").map(Part::flag);
        var least = part.at("at-least").map(ConditionReader::number);
        var most = part.at("at-most").map(ConditionReader::number);
        if (field.isEmpty()) {
            return null;
        }
        part.at("field").ifPresent(at -> known(at, field, known));
        part.at("is").or(() -> part.at("is-not")).ifPresent(at -> options(at, known.get(field)));
        if (is.isPresent() || isNot.isPresent()) {
            return new Condition.Is(field, Set.copyOf(is.or(() -> isNot).orElseThrow()), is.isEmpty());
        }
        if (filled.isPresent()) {
            return new Condition.Filled(field, filled.get());
        }
        return least.isPresent() || most.isPresent()
                ? new Condition.Between(field, least.orElse(null), most.orElse(null))
                : null;
    }

    private static void known(Part at, String field, Map<String, Field> known) {
        if (!known.containsKey(field)) {
            at.wrong("a condition looks at a field above it, and '" + field + "' is none"
                    + (known.isEmpty() ? "" : "; possible are " + String.join(", ", known.keySet())));
        }
    }

    /** A value that is never chosen is a condition that never holds. */
    private static void options(Part at, @Nullable Field field) {
        if (field == null || !field.type().choosing()) {
            return;
        }
        var values = field.options().stream().map(Field.Option::value).toList();
        for (var each : at.list()) {
            if (!values.contains(each.text())) {
                each.wrong("'" + each.text() + "' is no option of " + field.id() + "; possible are "
                        + String.join(", ", values));
            }
        }
    }

    private static BigDecimal number(Part part) {
        return Values.number(part.text()).orElseGet(() -> {
            part.wrong("a number is expected here");
            return BigDecimal.ZERO;
        });
    }
}
