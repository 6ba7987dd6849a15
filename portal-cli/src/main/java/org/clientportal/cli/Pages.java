package org.clientportal.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a list of the API page by page. */
final class Pages {

    private static final int LARGEST = 200;

    private final AdminApi api;

    Pages(AdminApi api) {
        this.api = api;
    }

    /**
     * All items, or the first of them.
     *
     * @param limit at most so many, 0 for all
     * @param query parameters; those without a value are left out
     */
    JsonNode read(int limit, Map<String, @Nullable String> query, String... path) {
        if (limit < 0) {
            throw Failure.usage("--limit is a number above 0");
        }
        var asked = new LinkedHashMap<String, String>();
        query.forEach((name, value) -> {
            if (value != null) {
                asked.put(name, value);
            }
        });
        asked.put("limit", String.valueOf(limit == 0 ? LARGEST : Math.min(limit, LARGEST)));
        var all = (ObjectNode) api.get(asked, path);
        var items = all.withArray("items");
        while (all.path("next").isString() && (limit == 0 || items.size() < limit)) {
            asked.put("after", all.path("next").asString());
            if (limit > 0) {
                asked.put("limit", String.valueOf(Math.min(limit - items.size(), LARGEST)));
            }
            var page = api.get(asked, path);
            items.addAll(page.withArray("items"));
            all.set("next", page.path("next"));
        }
        return all;
    }
}
