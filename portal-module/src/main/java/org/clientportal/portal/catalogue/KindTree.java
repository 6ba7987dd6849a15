package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A kind of request as plain maps, lists and texts, in the one form that is stored, compared and read back: the same keys as in
 * the file. JSON is YAML, so the reader of files reads it. Examples are not part of it; they change nothing for anybody.
 */
final class KindTree {

    private KindTree() {}

    static Map<String, Object> of(RequestKind kind) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", kind.id());
        tree.put("version", Integer.toString(kind.version()));
        tree.put("category", kind.category());
        tree.put("icon", kind.icon());
        put(tree, "picture", kind.picture());
        tree.put("name", words(kind.name()));
        tree.put("summary", words(kind.summary()));
        put(tree, "intro", kind.intro());
        if (!kind.keywords().isEmpty()) {
            tree.put("keywords", keywords(kind.keywords()));
        }
        tree.put("audience", kind.audience());
        put(tree, "subject", kind.subject());
        tree.put("fields", kind.fields().stream().map(KindTree::field).toList());
        tree.put("routing", routing(kind.routing()));
        return tree;
    }

    private static Map<String, Object> keywords(List<Bilingual> keywords) {
        var polish = new ArrayList<String>();
        var english = new ArrayList<String>();
        for (var word : keywords) {
            if (!word.pl().isEmpty()) {
                polish.add(word.pl());
            }
            if (!word.en().isEmpty()) {
                english.add(word.en());
            }
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("pl", polish);
        tree.put("en", english);
        return tree;
    }

    private static Map<String, Object> field(Field field) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", field.id());
        tree.put("type", field.type().word());
        tree.put("label", words(field.label()));
        put(tree, "help", field.help());
        if (field.required()) {
            tree.put("required", "true");
        } else if (field.requiredWhen() != null) {
            tree.put("required", condition(field.requiredWhen()));
        }
        if (field.shownWhen() != null) {
            tree.put("shown", condition(field.shownWhen()));
        }
        if (!field.options().isEmpty()) {
            tree.put("options", field.options().stream().map(KindTree::option).toList());
        }
        if (!field.standard().isEmpty()) {
            tree.put("default", field.standard().lines().toList());
        }
        limits(tree, field.limits());
        if (!field.messages().isEmpty()) {
            var messages = new TreeMap<String, Object>();
            field.messages().forEach((rule, message) -> messages.put(rule.word(), words(message)));
            tree.put("messages", messages);
        }
        put(tree, "platform-field", field.platformField());
        return tree;
    }

    private static void limits(Map<String, Object> tree, Limits limits) {
        put(tree, "min-length", limits.minLength());
        put(tree, "max-length", limits.maxLength());
        put(tree, "pattern", limits.pattern());
        put(tree, "min", limits.min());
        put(tree, "max", limits.max());
        put(tree, "decimals", limits.decimals());
    }

    private static Map<String, Object> option(Field.Option option) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("value", option.value());
        tree.put("label", words(option.label()));
        put(tree, "platform-value", option.platformValue());
        return tree;
    }

    private static Map<String, Object> routing(Routing routing) {
        var tree = target(routing.target());
        if (!routing.rules().isEmpty()) {
            tree.put(
                    "rules",
                    routing.rules().stream()
                            .map(rule -> {
                                var each = new LinkedHashMap<String, Object>();
                                each.put("when", condition(rule.when()));
                                each.putAll(target(rule.target()));
                                return each;
                            })
                            .toList());
        }
        return tree;
    }

    private static Map<String, Object> target(Routing.Target target) {
        var tree = new LinkedHashMap<String, Object>();
        put(tree, "category", target.category());
        put(tree, "priority", target.priority());
        if (!target.fields().isEmpty()) {
            tree.put("fields", target.fields());
        }
        return tree;
    }

    /** Also what the page gives to its script. */
    static Map<String, Object> condition(Condition condition) {
        var tree = new LinkedHashMap<String, Object>();
        switch (condition) {
            case Condition.Is is -> {
                tree.put("field", is.field());
                tree.put(
                        is.not() ? "is-not" : "is",
                        is.values().stream().sorted().toList());
            }
            case Condition.Filled filled -> {
                tree.put("field", filled.field());
                tree.put("filled", Boolean.toString(filled.filled()));
            }
            case Condition.Between between -> {
                tree.put("field", between.field());
                put(tree, "at-least", between.least() == null ? null : Values.plain(between.least()));
                put(tree, "at-most", between.most() == null ? null : Values.plain(between.most()));
            }
            case Condition.Several several ->
                tree.put(
                        several.all() ? "all" : "any",
                        several.conditions().stream().map(KindTree::condition).toList());
        }
        return tree;
    }

    private static Map<String, Object> words(Bilingual words) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("pl", words.pl());
        tree.put("en", words.en());
        return tree;
    }

    private static void put(Map<String, Object> tree, String key, Bilingual words) {
        if (!words.isEmpty()) {
            tree.put(key, words(words));
        }
    }

    private static void put(Map<String, Object> tree, String key, @Nullable Object value) {
        if (value != null) {
            tree.put(key, value.toString());
        }
    }
}
