package org.clientportal.demo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** An article of the sample knowledge base, read from its file: lines {@code key: value} until {@code ---}, then HTML. */
record SampleArticle(Map<String, String> head, String html) {

    SampleArticle {
        head = Map.copyOf(head);
    }

    /** Those that come with the demo. */
    static List<SampleArticle> all() {
        try (var folder = SampleKnowledge.open()) {
            return in(folder.path().resolve("articles"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<SampleArticle> in(Path folder) {
        try (var files = Files.walk(folder)) {
            var articles = new ArrayList<SampleArticle>();
            for (var file : files.filter(each -> each.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                articles.add(of(Files.readString(file)));
            }
            return articles;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SampleArticle of(String file) {
        var end = file.indexOf("\n---");
        var head = new HashMap<String, String>();
        for (var line : file.substring(0, end).split("\n")) {
            var colon = line.indexOf(':');
            head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        }
        return new SampleArticle(head, file.substring(file.indexOf('\n', end + 1) + 1));
    }

    String id() {
        return get("id");
    }

    String title() {
        return get("title");
    }

    String language() {
        return get("language");
    }

    String summary() {
        return get("summary");
    }

    String keywords() {
        return get("keywords");
    }

    List<String> category() {
        return Arrays.stream(get("category").split("/"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    Instant changed() {
        return Instant.parse(get("updated"));
    }

    String validFrom() {
        return head.getOrDefault("valid-from", "-infinity");
    }

    String validUntil() {
        return head.getOrDefault("valid-until", "infinity");
    }

    String text() {
        return Jsoup.parse(html).text();
    }

    private String get(String key) {
        return head.getOrDefault(key, "");
    }
}
