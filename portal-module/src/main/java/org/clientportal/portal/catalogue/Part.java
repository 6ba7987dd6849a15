package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML file with its place, so that whatever is wrong can be pointed at. Reading goes on after a problem. */
final class Part {

    private static final int DEEPEST = 30;

    private final Node node;
    private final Problems problems;
    private final int depth;
    private final Set<String> read = new TreeSet<>();

    private Part(Node node, Problems problems, int depth) {
        this.node = node;
        this.problems = problems;
        this.depth = depth;
    }

    static Part of(Node node, Problems problems) {
        return new Part(node, problems, 0);
    }

    private Part of(Node inner) {
        return new Part(inner, problems, depth + 1);
    }

    void wrong(String message) {
        problems.add(node.getStartMark(), message);
    }

    Example.Place place() {
        return new Example.Place(
                node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    boolean isText() {
        return node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    }

    /** The text as it is written, whatever YAML would make of it: {@code no} stays "no". */
    String text() {
        if (node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)) {
            return scalar.getValue().strip();
        }
        wrong("a text is expected here");
        return "";
    }

    boolean flag() {
        return switch (text()) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> {
                wrong("true or false is expected here");
                yield false;
            }
        };
    }

    /** A whole number that is not negative. */
    int whole() {
        var text = text();
        if (!text.matches("\\d{1,9}")) {
            wrong("a whole number is expected here");
            return 0;
        }
        return Integer.parseInt(text);
    }

    /** The value of a key; empty when there is none or it is null. */
    Optional<Part> at(String key) {
        read.add(key);
        if (!(node instanceof MappingNode map)) {
            return Optional.empty();
        }
        return map.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(entry -> entry.getValueNode())
                .filter(value -> !value.getTag().equals(Tag.NULL))
                .findFirst()
                .map(this::of);
    }

    /** The value of a key that must be there. */
    Optional<Part> need(String key, String whatFor) {
        var there = at(key);
        if (there.isEmpty()) {
            wrong("'" + key + "' is missing: " + whatFor);
        }
        return there;
    }

    /** The elements; a single value counts as a list of one. */
    List<Part> list() {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(this::of).toList();
        }
        return List.of(this);
    }

    List<String> texts() {
        return list().stream().map(Part::text).toList();
    }

    /** Every entry of a map whose keys are free. */
    void each(BiConsumer<String, Part> entry) {
        if (!(node instanceof MappingNode map)) {
            wrong("lines of the form 'name: value' are expected here");
            return;
        }
        for (var each : map.getValue()) {
            var key = each.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
            read.add(key);
            entry.accept(key, of(each.getValueNode()));
        }
        unique(map);
    }

    Map<String, String> pairs() {
        var pairs = new LinkedHashMap<String, String>();
        each((key, value) ->
                pairs.put(key, value.isList() ? String.join("\n", value.texts()) : value.isText() ? value.text() : ""));
        return pairs;
    }

    /** Whether this is a map, not nested absurdly deep; says so when it is not. */
    boolean expectMap() {
        if (!isMap()) {
            wrong("lines of the form 'name: value' are expected here");
        } else if (depth > DEEPEST) {
            wrong("this is nested too deep");
        }
        return isMap() && depth <= DEEPEST;
    }

    /** Says which keys nobody has asked for, and which are there twice. */
    void nothingElse(String what) {
        if (!(node instanceof MappingNode map)) {
            return;
        }
        for (var entry : map.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "";
            if (!read.contains(key)) {
                problems.add(
                        entry.getKeyNode().getStartMark(),
                        "'" + key + "' means nothing in " + what + "; possible are " + String.join(", ", read));
            }
        }
        unique(map);
    }

    private void unique(MappingNode map) {
        var seen = new ArrayList<String>();
        for (var entry : map.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name) {
                if (seen.contains(name.getValue())) {
                    problems.add(name.getStartMark(), "'" + name.getValue() + "' is here a second time: remove one");
                }
                seen.add(name.getValue());
            }
        }
    }
}
