package org.clientportal.demo.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A query of the judged set.
 *
 * @param line its line in the file, from 1
 * @param kind what is hard about it: a typo, an inflected form, missing diacritics
 * @param grades how good an article is as an answer, by the platform's id; 3 is best, what is left out is 0
 */
record JudgedQuery(int line, String language, String kind, String text, Map<String, Integer> grades) {

    private static final int DEPTH = 5;

    JudgedQuery {
        grades = Map.copyOf(grades);
    }

    /** From a line {@code language kind query grades}, divided by tabs; grades are {@code A-1001=3 A-1017=2}. */
    static JudgedQuery of(int number, String line) {
        var parts = line.split("\t");
        if (parts.length != 4) {
            throw new IllegalStateException("judged.tsv, line " + number + ": four fields divided by tabs are wanted");
        }
        return new JudgedQuery(
                number,
                parts[0],
                parts[1],
                parts[2],
                Arrays.stream(parts[3].strip().split("[ ,]+"))
                        .map(grade -> grade.split("="))
                        .collect(Collectors.toMap(grade -> grade[0], grade -> Integer.parseInt(grade[1]))));
    }

    /** Normalised discounted cumulative gain of the first five, with gain 2^grade - 1. */
    double gain(List<String> found) {
        var best =
                ideal(grades.values().stream().sorted(Comparator.reverseOrder()).toList());
        return best == 0 ? 0 : ideal(found.stream().map(this::grade).toList()) / best;
    }

    private static double ideal(List<Integer> grades) {
        var sum = 0.0;
        for (int place = 0; place < Math.min(DEPTH, grades.size()); place++) {
            sum += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2) / Math.log(2));
        }
        return sum;
    }

    private int grade(String article) {
        return grades.getOrDefault(article, 0);
    }

    /** Whether the first that was found is as good as any. */
    boolean firstIsRight(List<String> found) {
        return !found.isEmpty()
                && grade(found.getFirst())
                        == grades.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0);
    }
}
