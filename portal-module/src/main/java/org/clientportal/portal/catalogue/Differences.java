package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where two trees differ, value by value: {@code fields.model.label.pl}. */
final class Differences {

    private Differences() {}

    /**
     * One value.
     *
     * @param is null when it is new
     * @param wanted null when it goes
     */
    record Difference(
            String what, @Nullable String is, @Nullable String wanted) {}

    static List<Difference> between(Map<String, ?> before, Map<String, ?> after) {
        var is = flat(before);
        var wanted = flat(after);
        var differences = new ArrayList<Difference>();
        var paths = new LinkedHashSet<>(is.keySet());
        paths.addAll(wanted.keySet());
        for (var path : paths) {
            if (!Objects.equals(is.get(path), wanted.get(path))) {
                differences.add(new Difference(path, is.get(path), wanted.get(path)));
            }
        }
        return differences;
    }

    static Map<String, String> flat(Map<String, ?> tree) {
        var flat = new LinkedHashMap<String, String>();
        tree.forEach((key, value) -> put(flat, key, value));
        return flat;
    }

    private static void put(Map<String, String> flat, String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> put(flat, path + "." + key, inner));
        } else if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance) && !list.isEmpty()) {
            var names = new ArrayList<String>();
            for (int at = 0; at < list.size(); at++) {
                var map = (Map<?, ?>) list.get(at);
                var name = map.get("id") != null ? map.get("id") : map.get("value");
                var shown = name == null ? Integer.toString(at + 1) : name.toString();
                names.add(shown);
                put(flat, path + "." + shown, map);
            }
            flat.put(path + " (order)", String.join(", ", names));
        } else if (value instanceof List<?> list) {
            flat.put(path, String.join(", ", list.stream().map(String::valueOf).toList()));
        } else {
            flat.put(path, String.valueOf(value));
        }
    }
}
