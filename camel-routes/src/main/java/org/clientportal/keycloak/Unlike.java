package org.clientportal.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientportal.ports.Realm.Difference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How something at Keycloak differs from what is wanted of it. Only what is wanted is compared: further properties, and
 * further entries of a list, belong to somebody else and stay. Secrets are neither compared nor told.
 *
 * @param merged what is there with what is wanted written into it
 */
record Unlike(List<Difference> differences, ObjectNode merged) {

    private static final Pattern SECRET = Pattern.compile("(?i)(.*password|.*secret|.*token)");

    static Unlike of(JsonNode is, ObjectNode wanted) {
        var merged = is instanceof ObjectNode object ? object.deepCopy() : RealmCalls.JSON.createObjectNode();
        var differences = new ArrayList<Difference>();
        compare("", merged, wanted, differences);
        return new Unlike(differences, merged);
    }

    boolean none() {
        return differences.isEmpty();
    }

    private static void compare(String path, ObjectNode is, ObjectNode wanted, List<Difference> differences) {
        wanted.forEachEntry((name, value) -> {
            if (SECRET.matcher(name).matches() && !value.isObject()) {
                return;
            }
            var there = is.path(name);
            if (value instanceof ObjectNode object) {
                compare(path + name + ".", inside(is, name), object, differences);
            } else if (value instanceof ArrayNode array) {
                lists(path + name, is, name, array, differences);
            } else if (!text(there).equals(text(value))) {
                differences.add(new Difference(path + name, shown(there), text(value)));
                is.set(name, value);
            }
        });
    }

    private static ObjectNode inside(ObjectNode is, String name) {
        return is.path(name) instanceof ObjectNode object ? object : is.putObject(name);
    }

    private static void lists(String path, ObjectNode is, String name, ArrayNode wanted, List<Difference> differences) {
        var before = is.path(name);
        var all = before instanceof ArrayNode array ? array.deepCopy() : RealmCalls.JSON.createArrayNode();
        var texts = all.valueStream().map(Unlike::text).collect(Collectors.toSet());
        wanted.valueStream().filter(each -> !texts.contains(text(each))).forEach(all::add);
        if (all.size() > texts.size()) {
            differences.add(new Difference(path, shown(before), shown(all)));
            is.set(name, all);
        }
    }

    /** Keycloak keeps most things as text, so {@code true} and {@code "true"} are the same. */
    private static String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? "" : node.isValueNode() ? node.asString() : node.toString();
    }

    private static @Nullable String shown(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(Unlike::text).collect(Collectors.joining(", "))
                : node.isMissingNode() || node.isNull() ? null : text(node);
    }

    /** Everything that something new will have, as differences from nothing. */
    static List<Difference> fromNothing(ObjectNode wanted) {
        return of(RealmCalls.JSON.createObjectNode(), wanted).differences();
    }
}
