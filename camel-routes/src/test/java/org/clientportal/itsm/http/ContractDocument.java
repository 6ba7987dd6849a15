package org.clientportal.itsm.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.Yaml;

/**
 * {@code docs/connector-api.yaml}, read by tests: its examples, and the part of JSON Schema 2020-12 that it uses. Stricter
 * than a reader in the field: a property that the document does not name is a mistake.
 */
public final class ContractDocument {

    private final Map<String, Object> root;

    public ContractDocument() {
        var at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("docs/connector-api.yaml"))) {
            at = Objects.requireNonNull(at.getParent(), "docs/connector-api.yaml not found");
        }
        try {
            root = new Yaml().load(Files.readString(at.resolve("docs/connector-api.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells of every example: the name of its schema, or null, and its value. */
    public void examples(BiConsumer<String, Object> each) {
        examples(root, each);
    }

    private void examples(Object node, BiConsumer<String, Object> each) {
        if (node instanceof Collection<?> many) {
            many.forEach(one -> examples(one, each));
        } else if (node instanceof Map<?, ?> map) {
            if (map.get("schema") instanceof Map<?, ?> schema && map.get("examples") instanceof Map<?, ?> examples) {
                var ref = (String) schema.get("$ref");
                examples.values()
                        .forEach(example -> each.accept(
                                ref == null ? null : ref.substring(ref.lastIndexOf('/') + 1),
                                ((Map<?, ?>) example).get("value")));
            } else {
                map.values().forEach(value -> examples(value, each));
            }
        }
    }

    /** The paths with their methods, such as {@code GET /check}. */
    public List<String> operations() {
        var found = new ArrayList<String>();
        map(root.get("paths"))
                .forEach((path, item) -> map(item).keySet().stream()
                        .filter(List.of("get", "put", "post", "delete")::contains)
                        .forEach(method -> found.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        return found;
    }

    /** What is wrong with a value by a schema of the document; empty when nothing. */
    public List<String> faults(String schema, Object value) {
        var faults = new ArrayList<String>();
        validate(map(map(map(root.get("components")).get("schemas")).get(schema)), value, schema, faults);
        return faults;
    }

    private void validate(Map<String, Object> schema, Object value, String where, List<String> faults) {
        if (schema.get("$ref") instanceof String ref) {
            Object target = root;
            for (var step : ref.substring(2).split("/")) {
                target = map(target).get(step);
            }
            validate(map(target), value, where, faults);
            return;
        }
        if (!typeFits(schema.get("type"), value)) {
            faults.add(where + ": " + value + " is not " + schema.get("type"));
            return;
        }
        if (schema.get("enum") instanceof List<?> allowed && !allowed.contains(value)) {
            faults.add(where + ": " + value + " is not one of " + allowed);
        }
        if (value instanceof String text) {
            text(schema, text, where, faults);
        } else if (value instanceof Number number) {
            if (schema.get("minimum") instanceof Number least && number.longValue() < least.longValue()) {
                faults.add(where + ": " + number + " is less than " + least);
            }
        } else if (value instanceof Collection<?> items && schema.containsKey("items")) {
            items.forEach(item -> validate(map(schema.get("items")), item, where + "[]", faults));
        } else if (value instanceof Map<?, ?>) {
            object(schema, map(value), where, faults);
        }
    }

    private void object(Map<String, Object> schema, Map<String, Object> value, String where, List<String> faults) {
        required(schema, value, where, faults);
        var properties = map(schema.getOrDefault("properties", Map.of()));
        value.forEach((name, one) -> {
            if (properties.containsKey(name)) {
                validate(map(properties.get(name)), one, where + "." + name, faults);
            } else if (!schema.containsKey("additionalProperties") && schema.containsKey("properties")) {
                faults.add(where + "." + name + " is not in the document");
            }
        });
        for (var rule : schema.get("allOf") instanceof List<?> rules ? rules : List.of()) {
            var condition = map(map(map(rule).get("if")).get("properties"));
            boolean holds = condition.entrySet().stream()
                    .allMatch(entry -> Objects.equals(map(entry.getValue()).get("const"), value.get(entry.getKey())));
            if (holds) {
                required(map(map(rule).get("then")), value, where, faults);
            }
        }
    }

    private static void required(
            Map<String, Object> schema, Map<String, Object> value, String where, List<String> faults) {
        for (var name : schema.get("required") instanceof List<?> names ? names : List.of()) {
            if (!value.containsKey(String.valueOf(name))) {
                faults.add(where + "." + name + " is missing");
            }
        }
    }

    private static void text(Map<String, Object> schema, String text, String where, List<String> faults) {
        if (schema.get("pattern") instanceof String pattern && !text.matches(pattern)) {
            faults.add(where + ": " + text + " does not match " + pattern);
        }
        if (schema.get("maxLength") instanceof Integer most && text.length() > most) {
            faults.add(where + " is longer than " + most);
        }
        if ("date-time".equals(schema.get("format"))
                && !text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z")) {
            faults.add(where + ": " + text + " is no time in UTC");
        }
        if ("date".equals(schema.get("format")) && !text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            faults.add(where + ": " + text + " is no day");
        }
    }

    private static boolean typeFits(Object type, Object value) {
        var types = type instanceof List<?> many ? many : type == null ? List.of() : List.of(type);
        return types.isEmpty()
                || types.stream().anyMatch(one -> switch ((String) one) {
                    case "string" -> value instanceof String;
                    case "integer" -> value instanceof Integer || value instanceof Long;
                    case "boolean" -> value instanceof Boolean;
                    case "array" -> value instanceof Collection;
                    case "object" -> value instanceof Map;
                    case "null" -> value == null;
                    default -> false;
                });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object... node) {
        return Arrays.stream(node)
                .findFirst()
                .map(one -> (Map<String, Object>) one)
                .orElseThrow();
    }
}
