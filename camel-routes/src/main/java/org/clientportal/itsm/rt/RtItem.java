package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One object of an answer of RT, which writes the same thing now as a number, now as a string, now as an object. */
record RtItem(JsonNode json) {

    String id() {
        return text("id");
    }

    long idNumber() {
        return number("id");
    }

    /** Empty when absent. */
    String text(String field) {
        return scalar(json.path(field));
    }

    @Nullable
    String textOrNull(String field) {
        var text = text(field);
        return text.isBlank() ? null : text;
    }

    long number(String field) {
        var text = text(field);
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    Instant time(String field) {
        var text = text(field);
        return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }

    /** An object that this one points to. */
    RtItem object(String field) {
        return new RtItem(json.path(field));
    }

    List<RtItem> objects(String field) {
        return json.path(field).valueStream().map(RtItem::new).toList();
    }

    /** The single value of a custom field; empty when it has none. */
    String customField(String name) {
        return objects("CustomFields").stream()
                .filter(field -> field.text("name").equals(name))
                .flatMap(field -> field.json.path("values").valueStream())
                .map(RtItem::scalar)
                .findFirst()
                .orElse("");
    }

    /** All values of a custom field, in their order. */
    List<String> customFieldValues(String name) {
        return objects("CustomFields").stream()
                .filter(field -> field.text("name").equals(name))
                .flatMap(field -> field.json.path("values").valueStream())
                .map(RtItem::scalar)
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The values of a custom field that holds files. */
    List<RtItem> customFieldObjects(String name) {
        return objects("CustomFields").stream()
                .filter(field -> field.text("name").equals(name))
                .flatMap(field -> field.json.path("values").valueStream())
                .map(RtItem::new)
                .toList();
    }

    private static String scalar(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }
}
