package org.clientportal.demo.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.demo.desk.SampleTickets.FileTaker;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Organisation;
import org.jspecify.annotations.Nullable;

/** The sample firm's articles and announcements, from {@code resources/knowledge}: a head of lines, {@code ---}, the words. */
final class SampleKnowledge {

    private static final Map<String, String> TYPES = Map.of(
            "png", "image/png",
            "jpg", "image/jpeg",
            "pdf", "application/pdf",
            "csv", "text/csv",
            "txt", "text/plain",
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final List<Organisation> organisations;
    private final Instant now;

    SampleKnowledge(List<Organisation> organisations, Instant now) {
        this.organisations = organisations;
        this.now = now;
    }

    /** Oldest change first; the bytes of their files are given away. */
    List<Article> articles(FileTaker taker) {
        var files = files(taker);
        return texts("articles").stream()
                .map(text -> article(text, files))
                .sorted(Comparator.comparing(Article::changedAt).thenComparing(Article::id))
                .toList();
    }

    List<Announcement> announcements() {
        return texts("announcements").stream()
                .map(this::announcement)
                .sorted(Comparator.comparing(Announcement::id))
                .toList();
    }

    private Article article(Text text, Map<String, FileRef> files) {
        var written = Instant.parse(text.head("updated"));
        var changed = written.isAfter(now) ? now : written;
        var used = files.entrySet().stream()
                .filter(file -> text.words().contains("\"file:" + file.getKey() + "\"")
                        || text.all("files").contains(file.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return new ArticleDraft(
                        text.head("title"),
                        text.head("summary"),
                        text.words(),
                        text.language(),
                        text.parts("category", " / "),
                        text.all("keywords"),
                        AudienceText.parse(audience(text), organisations, List.of()),
                        day(text.head("valid-from")),
                        day(text.head("valid-until")),
                        text.all("related"),
                        used)
                .article(text.head("id"), created(text.head("id"), changed), changed, false);
    }

    private static String audience(Text text) {
        return "true".equals(text.head("public")) ? text.head("audience") + "\npublic" : text.head("audience");
    }

    /** Every third has been as it is from its first day; the others were written a while before. */
    private static Instant created(String id, Instant changed) {
        int number = Integer.parseInt(id.replaceAll("\\D", ""));
        return number % 3 == 0 ? changed : changed.minus(Duration.ofDays(60 + number % 200));
    }

    private static @Nullable Instant day(String date) {
        return date.isEmpty()
                ? null
                : LocalDate.parse(date).atStartOfDay(Pages.HOME).toInstant();
    }

    private Announcement announcement(Text text) {
        return new Announcement(
                text.head("id"),
                Announcement.Kind.valueOf(
                        text.head("kind").toUpperCase(Locale.ROOT).replace(' ', '_')),
                text.head("title"),
                text.words().strip(),
                text.language(),
                AudienceText.parse(text.head("audience"), organisations, List.of()),
                fromNow(text.head("from")),
                text.head("until").isEmpty() ? null : fromNow(text.head("until")),
                false,
                0);
    }

    /** An ISO 8601 duration such as {@code -PT2H} or {@code P2D}. */
    private Instant fromNow(String duration) {
        return now.plus(Duration.parse(duration)).truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
    }

    private static Map<String, FileRef> files(FileTaker taker) {
        var refs = new HashMap<String, FileRef>();
        each("files", (name, bytes) -> {
            var id = DeskFiles.id(
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                            .toString(),
                    0);
            taker.accept(id, bytes);
            var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
            refs.put(name, new FileRef(id, name, type, bytes.length));
        });
        return refs;
    }

    private static List<Text> texts(String folder) {
        return Stream.of("pl", "en")
                .flatMap(language -> {
                    var texts = new HashMap<String, Text>();
                    each(
                            folder + "/" + language,
                            (name, bytes) ->
                                    texts.put(name, Text.parse(name, new String(bytes, StandardCharsets.UTF_8))));
                    return texts.values().stream();
                })
                .toList();
    }

    /** A text with its head. */
    private record Text(Map<String, String> lines, String words) {

        static Text parse(String name, String text) {
            var parts = text.split("\n---\n", 2);
            if (parts.length < 2) {
                throw new IllegalStateException(name + " has no line ---");
            }
            var lines = new HashMap<String, String>();
            parts[0].lines()
                    .filter(line -> line.contains(":"))
                    .forEach(line -> lines.put(
                            line.substring(0, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip()));
            return new Text(lines, parts[1]);
        }

        /** Empty when it is not there. */
        String head(String name) {
            return lines.getOrDefault(name, "");
        }

        @Nullable
        String language() {
            var language = head("language");
            return language.isEmpty() ? null : language;
        }

        List<String> all(String name) {
            return parts(name, ",");
        }

        List<String> parts(String name, String between) {
            return Stream.of(head(name).split(java.util.regex.Pattern.quote(between)))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }
    }

    /** Every file of a folder of the class path, which is a directory or in a jar. */
    private static void each(String folder, FileTaker taker) {
        var place = SampleKnowledge.class.getResource("/knowledge/" + folder);
        if (place == null) {
            return;
        }
        try {
            if (place.getProtocol().equals("file")) {
                each(Path.of(place.toURI()), taker);
            } else {
                var jar = Path.of(java.net.URI.create(
                        place.getPath().substring(0, place.getPath().indexOf("!/"))));
                try (var inside = FileSystems.newFileSystem(jar)) {
                    each(inside.getPath("/knowledge/" + folder), taker);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void each(Path folder, FileTaker taker) throws IOException {
        try (var all = Files.list(folder)) {
            for (var file : all.sorted().toList()) {
                taker.accept(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }
}
