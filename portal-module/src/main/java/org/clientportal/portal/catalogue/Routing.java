package org.clientportal.portal.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes, unseen by whoever sends it.
 *
 * @param rules in order; each that holds goes over what was said before it
 */
public record Routing(Target target, List<Rule> rules) {

    public Routing {
        rules = List.copyOf(rules);
    }

    /**
     * Names or ids of the platform's own lists.
     *
     * @param category the platform's category, its queue where it has queues; null to leave it
     * @param priority null to leave it
     * @param fields values of the platform's own fields, in which {@code {field}} stands for an answer
     */
    public record Target(
            @Nullable String category, @Nullable String priority, Map<String, String> fields) {

        public Target {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        private Target over(Target before) {
            var all = new LinkedHashMap<>(before.fields());
            all.putAll(fields);
            return new Target(
                    category == null ? before.category() : category,
                    priority == null ? before.priority() : priority,
                    all);
        }
    }

    /** A target that counts when a condition holds. */
    public record Rule(Condition when, Target target) {}

    Target of(Function<String, List<String>> answers) {
        var now = target;
        for (var rule : rules) {
            if (rule.when().holds(answers)) {
                now = rule.target().over(now);
            }
        }
        return now;
    }
}
