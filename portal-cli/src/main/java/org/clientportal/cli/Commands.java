package org.clientportal.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All commands, by name. */
final class Commands {

    private static final int LONGEST_NAME = 3;

    private final TreeMap<String, Syntax> byName = new TreeMap<>();

    Commands(List<Syntax> all) {
        all.forEach(syntax -> byName.put(syntax.name(), syntax));
    }

    List<Syntax> all() {
        return List.copyOf(byName.values());
    }

    /** The command whose name the words begin with. */
    Optional<Syntax> longestMatch(List<String> words) {
        for (var length = Math.min(LONGEST_NAME, words.size()); length > 0; length--) {
            var found = byName.get(String.join(" ", words.subList(0, length)));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    List<Syntax> startingWith(String prefix) {
        return byName.values().stream()
                .filter(syntax -> syntax.name().startsWith(prefix))
                .toList();
    }

    String verbs(String noun) {
        return startingWith(noun.isEmpty() ? "" : noun + " ").stream()
                .map(syntax -> syntax.name().substring(noun.isEmpty() ? 0 : noun.length() + 1))
                .collect(Collectors.joining(", "));
    }

    /** A hint at the nearest name, empty when nothing is near. */
    String suggestion(String typed) {
        return byName.keySet().stream()
                .min(Comparator.comparingInt(name -> distance(name, beginning(typed, name))))
                .filter(name -> distance(name, beginning(typed, name)) <= 2)
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** As many words of what was typed as the name has; the others are arguments. */
    private static String beginning(String typed, String name) {
        return List.of(typed.split(" ")).stream()
                .limit(name.chars().filter(c -> c == ' ').count() + 1)
                .collect(Collectors.joining(" "));
    }

    /** Edits between two words (Levenshtein). */
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
