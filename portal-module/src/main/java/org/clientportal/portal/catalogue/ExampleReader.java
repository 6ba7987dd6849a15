package org.clientportal.portal.catalogue;

import java.util.List;
import java.util.Map;

/** Reads examples. */
final class ExampleReader {

    /** @param fields of the form, by id */
    Example example(Part part, Map<String, Field> fields) {
        part.expectMap();
        var example = new Example(
                part.need("name", "what it shows").map(Part::text).orElse(""),
                part.at("today").map(ExampleReader::day).orElse(null),
                part.at("values").map(Part::pairs).orElse(Map.of()),
                part.at("errors").map(Part::pairs).orElse(Map.of()),
                part.at("absent").map(Part::texts).orElse(List.of()),
                part.at("ticket").map(ExampleReader::outcome).orElse(null),
                part.place());
        for (var key : List.of("values", "errors")) {
            part.at(key).filter(Part::isMap).ifPresent(map -> map.each((field, value) -> known(value, field, fields)));
        }
        part.at("absent").ifPresent(list -> list.list().forEach(each -> known(each, each.text(), fields)));
        part.nothingElse("an example");
        if (example.errors().isEmpty() && example.ticket() == null) {
            part.wrong("the example expects nothing: give it 'errors' or a 'ticket'");
        }
        if (!example.errors().isEmpty() && example.ticket() != null) {
            part.wrong("with errors there is no ticket: keep one of them");
        }
        return example;
    }

    private static void known(Part at, String field, Map<String, Field> fields) {
        if (!fields.containsKey(field)) {
            at.wrong("there is no field '" + field + "'; possible are " + String.join(", ", fields.keySet()));
        }
    }

    private static String day(Part part) {
        if (Values.date(part.text()).isEmpty()) {
            part.wrong("a date such as 2026-12-31 is expected here");
        }
        return part.text();
    }

    private static Example.Outcome outcome(Part part) {
        part.expectMap();
        var category = part.at("category").or(() -> part.at("queue"));
        var outcome = new Example.Outcome(
                part.at("language").map(ExampleReader::language).orElse("pl"),
                part.at("subject").map(Part::text).orElse(null),
                part.at("text").map(Part::text).orElse(null),
                part.at("contains").map(Part::texts).orElse(List.of()),
                category.map(Part::text).orElse(null),
                part.at("priority").map(Part::text).orElse(null),
                part.at("fields").map(Part::pairs).orElse(Map.of()));
        part.at("queue");
        part.nothingElse("a ticket of an example");
        return outcome;
    }

    private static String language(Part part) {
        if (!List.of("pl", "en").contains(part.text())) {
            part.wrong("pl or en is expected here");
        }
        return part.text();
    }
}
