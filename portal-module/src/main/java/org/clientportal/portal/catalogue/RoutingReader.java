package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads where a request goes. */
final class RoutingReader {

    private final ConditionReader conditions;

    RoutingReader(ConditionReader conditions) {
        this.conditions = conditions;
    }

    /** @param fields of the form, by id */
    Routing routing(Part part, Map<String, Field> fields) {
        part.expectMap();
        var target = target(part, fields);
        if (target.category() == null) {
            part.wrong("'category' is missing (or 'queue'): where in the platform the ticket goes");
        }
        var rules = new ArrayList<Routing.Rule>();
        part.at("rules").map(Part::list).orElse(List.of()).forEach(each -> {
            each.expectMap();
            each.need("when", "the condition under which the rule counts")
                    .map(when -> conditions.condition(when, fields))
                    .ifPresent(when -> rules.add(new Routing.Rule(when, target(each, fields))));
            each.nothingElse("a rule");
        });
        part.nothingElse("routing");
        return new Routing(target, rules);
    }

    private static Routing.Target target(Part part, Map<String, Field> fields) {
        var queue = part.at("queue");
        var category = part.at("category");
        if (queue.isPresent() && category.isPresent()) {
            queue.get().wrong("queue and category are two words for one thing, the platform's first list: keep one");
        }
        part.at("fields").filter(Part::expectMap).ifPresent(map -> map.each((name, value) -> places(value, fields)));
        return new Routing.Target(
                category.or(() -> queue).map(Part::text).orElse(null),
                part.at("priority").map(Part::text).orElse(null),
                part.at("fields").map(Part::pairs).orElse(Map.of()));
    }

    /** Says which {@code {field}} of a text stands for nothing. */
    static void places(Part text, Map<String, Field> fields) {
        if (text.isText()) {
            Composed.PLACE
                    .matcher(text.text())
                    .results()
                    .map(place -> place.group(1))
                    .filter(field -> !fields.containsKey(field))
                    .forEach(field -> text.wrong(
                            "{" + field + "} stands for no field; possible are " + String.join(", ", fields.keySet())));
        }
    }
}
