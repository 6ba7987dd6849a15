package org.clientportal.demo.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How well the judged queries were answered.
 *
 * @param nothingRight of the queries that nothing answers, the share in percent that found nothing
 * @param weak the queries whose first answer was not right, or whose gain was low
 */
record SearchReport(
        String bench,
        BenchReport.Machine machine,
        int articles,
        List<Result> results,
        double nothingRight,
        List<Weak> weak,
        List<String> nothingWrong) {

    private static final double LOW = 0.85;

    SearchReport {
        results = List.copyOf(results);
        weak = List.copyOf(weak);
        nothingWrong = List.copyOf(nothingWrong);
    }

    /**
     * A query and what was found.
     *
     * @param found the articles found, the best first
     */
    record Answer(JudgedQuery query, List<String> found, double ms) {
        Answer {
            found = List.copyOf(found);
        }

        boolean isWeak() {
            return !query.firstIsRight(found) || query.gain(found) < LOW;
        }
    }

    /** @param firstRight in percent */
    record Result(String name, int queries, double ndcg5, double firstRight, double p50Ms) {

        static Result of(String name, List<Answer> answers) {
            var times = answers.stream().map(Answer::ms).sorted().toList();
            return new Result(
                    name,
                    answers.size(),
                    rounded(answers.stream()
                            .mapToDouble(answer -> answer.query().gain(answer.found()))
                            .average()
                            .orElse(0)),
                    rounded(100.0
                            * answers.stream()
                                    .filter(answer -> answer.query().firstIsRight(answer.found()))
                                    .count()
                            / Math.max(1, answers.size())),
                    times.isEmpty() ? 0 : rounded(times.get(times.size() / 2)));
        }
    }

    /** A query that was not answered as it should be. */
    record Weak(
            int line,
            String language,
            String kind,
            String query,
            double ndcg5,
            List<String> wanted,
            List<String> found) {}

    static SearchReport of(int articles, List<Answer> answers, int nothingAsked, List<String> nothingWrong) {
        var results = new ArrayList<Result>();
        results.add(Result.of("all", answers));
        // rules are made looking at the odd lines only; the even ones say whether they are rules
        add(results, "odd lines (tuned on)", answers, answer -> answer.query().line() % 2 == 1);
        add(
                results,
                "even lines (checked on)",
                answers,
                answer -> answer.query().line() % 2 == 0);
        addBy(results, "language ", answers, JudgedQuery::language);
        addBy(results, "kind ", answers, JudgedQuery::kind);
        return new SearchReport(
                "search",
                BenchReport.Machine.now(),
                articles,
                results,
                nothingAsked == 0 ? 100 : rounded(100.0 * (nothingAsked - nothingWrong.size()) / nothingAsked),
                answers.stream().filter(Answer::isWeak).map(SearchReport::weak).toList(),
                nothingWrong);
    }

    private static void add(List<Result> results, String name, List<Answer> answers, Predicate<Answer> which) {
        results.add(Result.of(name, answers.stream().filter(which).toList()));
    }

    private static void addBy(
            List<Result> results, String name, List<Answer> answers, Function<JudgedQuery, String> group) {
        answers.stream()
                .map(answer -> group.apply(answer.query()))
                .distinct()
                .sorted()
                .forEach(value -> add(
                        results,
                        name + value,
                        answers,
                        answer -> group.apply(answer.query()).equals(value)));
    }

    private static Weak weak(Answer answer) {
        var query = answer.query();
        return new Weak(
                query.line(),
                query.language(),
                query.kind(),
                query.text(),
                rounded(query.gain(answer.found())),
                query.grades().entrySet().stream()
                        .sorted((one, other) -> other.getValue() - one.getValue())
                        .map(grade -> grade.getKey() + "=" + grade.getValue())
                        .toList(),
                answer.found());
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    Result all() {
        return results.getFirst();
    }

    SearchReport brief() {
        return new SearchReport(bench, machine, articles, results, nothingRight, List.of(), List.of());
    }

    String text() {
        return String.format(Locale.ROOT, "bench search on %d articles%n", articles)
                + results.stream()
                        .map(result -> String.format(
                                Locale.ROOT,
                                "  %-26s %3d queries  nDCG@5 %.3f  first right %5.1f %%  median %5.1f ms",
                                result.name(),
                                result.queries(),
                                result.ndcg5(),
                                result.firstRight(),
                                result.p50Ms()))
                        .collect(Collectors.joining("\n"))
                + String.format(Locale.ROOT, "%n  %-26s %.1f %% found nothing", "what nobody wrote about", nothingRight)
                + weak.stream()
                        .map(each -> String.format(
                                Locale.ROOT,
                                "%n  line %d %s %s: %s%n    nDCG@5 %.3f  wanted %s  found %s",
                                each.line(),
                                each.language(),
                                each.kind(),
                                each.query(),
                                each.ndcg5(),
                                String.join(" ", each.wanted()),
                                String.join(" ", each.found())))
                        .collect(Collectors.joining())
                + nothingWrong.stream()
                        .map(query -> "\n  found something: " + query)
                        .collect(Collectors.joining());
    }
}
