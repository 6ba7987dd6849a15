package org.clientportal.demo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** How well search answers the judged queries over the sample knowledge base ({@code ./portal bench search}). */
final class SearchBench {

    private static final int MOST = 10;

    private SearchBench() {}

    /** @return what is printed */
    static String run(List<String> options) {
        var verbose = false;
        var json = false;
        Path judged = null;
        for (var rest = options.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            switch (option) {
                case "--verbose" -> verbose = true;
                case "--output" -> json = Bench.format(value(option, rest));
                case "--judged" -> judged = Path.of(value(option, rest));
                default ->
                    throw new Bench.Refused(
                            option + " is not known; there are --verbose, --judged FILE and --output text|json");
            }
        }
        var report = measured(judged == null ? lines("judged.tsv") : read(judged));
        var shown = verbose ? report : report.brief();
        return json ? JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(shown) : shown.text();
    }

    private static String value(String option, java.util.Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Bench.Refused(option + " wants a value");
        }
        return rest.next();
    }

    /** With the queries that come with the demo. */
    static SearchReport measured() {
        return measured(lines("judged.tsv"));
    }

    private static SearchReport measured(List<String> judged) {
        var queries = IntStream.range(0, judged.size())
                .filter(at -> isSaid(judged.get(at)))
                .mapToObj(at -> JudgedQuery.of(at + 1, judged.get(at)))
                .toList();
        var nothing =
                lines("judged-none.txt").stream().filter(SearchBench::isSaid).toList();
        var articles = SampleArticle.all();
        try (var portal = new KnowledgePortal(articles)) {
            // the first round warms up
            queries.forEach(query -> portal.find(query.language(), query.text(), MOST));
            var answers = new ArrayList<SearchReport.Answer>();
            for (var query : queries) {
                var began = System.nanoTime();
                var found = portal.find(query.language(), query.text(), MOST);
                answers.add(new SearchReport.Answer(query, found, (System.nanoTime() - began) / 1e6));
            }
            var wrong = nothing.stream()
                    .filter(query ->
                            !portal.find(language(query), text(query), MOST).isEmpty())
                    .toList();
            return SearchReport.of(articles.size(), answers, nothing.size(), wrong);
        }
    }

    private static boolean isSaid(String line) {
        return !line.isBlank() && !line.startsWith("#") && !line.startsWith("language\t");
    }

    /** A line is a query, with its language and a tab before it where it is not Polish. */
    private static String language(String line) {
        return line.contains("\t") ? line.substring(0, line.indexOf('\t')) : "pl";
    }

    private static String text(String line) {
        return line.substring(line.indexOf('\t') + 1);
    }

    private static List<String> lines(String name) {
        try (var folder = SampleKnowledge.open()) {
            return read(folder.path().resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
