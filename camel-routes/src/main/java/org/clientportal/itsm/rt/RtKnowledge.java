package org.clientportal.itsm.rt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Announcement.Kind;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.jspecify.annotations.Nullable;

/**
 * RT's articles, by their class as articles, announcements or documents. One that is disabled, or says for nobody, is not published:
 * RT knows no drafts.
 */
class RtKnowledge {

    /** Before the id of a value of the field Files; other files are attachments. */
    static final String FILE = "cf-";

    private static final String ROWS =
            "/articles?fields=Name,Summary,Class,Created,Disabled,CustomFields&fields[Class]=Name&find_disabled_rows=1";
    static final Audience NOBODY = new Audience(false, false, List.of(), List.of(), List.of());

    private final RtClient rt;
    private final RtSettings settings;
    private final RtPeople people;
    private final RtHistories histories;

    RtKnowledge(RtClient rt, RtSettings settings, RtPeople people) {
        this.rt = rt;
        this.settings = settings;
        this.people = people;
        this.histories = new RtHistories(rt, "RT::Article");
    }

    /** What was read, and the id to go on behind; 0 when nothing is left. */
    record Found(List<Article> articles, List<Announcement> announcements, List<Document> documents, long last) {

        static final Found NOTHING = new Found(List.of(), List.of(), List.of(), 0);

        private Set<String> ids() {
            return Stream.of(
                            articles.stream().map(Article::id),
                            announcements.stream().map(Announcement::id),
                            documents.stream().map(Document::id))
                    .flatMap(each -> each)
                    .collect(Collectors.toSet());
        }
    }

    /** Everything behind an id, so many at once. */
    Found after(long id, int count) {
        var classes = classes();
        if (classes.isEmpty()) {
            return Found.NOTHING;
        }
        var limits = List.of(new Limit("id", ">", Long.toString(id)), Limit.in("Class", classes));
        var rows = rt.search(ROWS + "&orderby=id&order=ASC&per_page={count}", limits, count);
        return told(rows);
    }

    /** These, as they are now. */
    Found read(Collection<String> ids) {
        var classes = ids.isEmpty() ? List.<String>of() : classes();
        if (classes.isEmpty()) {
            return Found.NOTHING;
        }
        var limits = List.of(Limit.in("id", List.copyOf(ids)), Limit.in("Class", classes));
        var found = told(rt.searchAll(ROWS, limits));
        var known = found.ids();
        return withMovedAway(
                found, ids.stream().filter(id -> !known.contains(id)).toList());
    }

    /** The article of this id, whether published or not; what is of other classes is none. */
    Optional<RtItem> article(String id) {
        if (!id.matches("\\d{1,15}")) {
            return Optional.empty();
        }
        var limits = List.of(Limit.is("id", id));
        return rt.search(ROWS, limits).stream()
                .filter(row -> row.id().equals(id) && isKnowledge(row))
                .findFirst();
    }

    /** Ids of the classes that the portal reads; those that RT does not have, or does not show, are left out. */
    private List<String> classes() {
        return rt.page("/classes/all?fields=Name&per_page=100").stream()
                .filter(each -> settings.knowledgeClasses().contains(each.text("Name"))
                        || settings.announcementClass().equals(each.text("Name"))
                        || settings.documentClass().equals(each.text("Name")))
                .map(RtItem::id)
                .toList();
    }

    private boolean isKnowledge(RtItem row) {
        return settings.knowledgeClasses().contains(row.object("Class").text("Name"));
    }

    private Found told(List<RtItem> rows) {
        if (rows.isEmpty()) {
            return Found.NOTHING;
        }
        var told = histories.of(rows);
        var persons = people.idsByLogin(rows.stream()
                .flatMap(row -> RtAudience.logins(row.customField("Audience")).stream())
                .collect(Collectors.toSet()));
        var articles = new ArrayList<Article>();
        var announcements = new ArrayList<Announcement>();
        var documents = new ArrayList<Document>();
        for (var row : rows) {
            var audience = RtAudience.parse(
                    row.id(),
                    row.customField("Audience"),
                    row.customField("Public").equals("yes"),
                    persons);
            var history = told.getOrDefault(row.id(), List.of());
            if (isKnowledge(row)) {
                articles.add(article(row, audience, history));
            } else if (row.object("Class").text("Name").equals(settings.announcementClass())) {
                announcements.add(announcement(row, audience, history));
            } else if (row.object("Class").text("Name").equals(settings.documentClass())) {
                documents.add(RtDocuments.document(row, audience, history));
            }
        }
        return new Found(articles, announcements, documents, rows.getLast().idNumber());
    }

    /** What left the portal's classes says so in its transactions, as far as the account still sees them. */
    private Found withMovedAway(Found found, List<String> absent) {
        if (absent.isEmpty()) {
            return found;
        }
        var articles = new ArrayList<>(found.articles());
        var announcements = new ArrayList<>(found.announcements());
        var documents = new ArrayList<>(found.documents());
        histories.ofAbsent(absent).forEach((id, history) -> {
            if (history.stream().anyMatch(each -> each.text("Field").equals("Class"))) {
                articles.add(gone(id, Instant.EPOCH, Instant.EPOCH, RtHistories.version(history)));
                announcements.add(gone(id, Kind.NEWS, Instant.EPOCH, RtHistories.version(history)));
                documents.add(RtDocuments.gone(id, Instant.EPOCH, history));
            }
        });
        return new Found(articles, announcements, documents, found.last());
    }

    private Article article(RtItem row, Audience audience, List<RtItem> history) {
        var created = row.time("Created");
        var changed = changedAt(row, history);
        if (row.number("Disabled") != 0 || audience.equals(NOBODY)) {
            return gone(row.id(), created, changed, RtHistories.version(history));
        }
        var files = files(row.customFieldObjects("Files"));
        return new Article(
                row.id(),
                row.text("Name"),
                row.text("Summary"),
                new RtBody(files).linked(row.customField("Body")),
                language(row),
                parts(row.customField("Category"), "/"),
                parts(row.customField("Keywords"), "[,\n]"),
                audience,
                time(row, "Valid from"),
                time(row, "Valid until"),
                parts(row.customField("Related"), "[^0-9]+"),
                files,
                created,
                changed,
                false,
                RtHistories.version(history));
    }

    private static Article gone(String id, Instant created, Instant changed, long version) {
        return new Article(
                id, "", "", "", null, List.of(), List.of(), NOBODY, null, null, List.of(), List.of(), created, changed,
                true, version);
    }

    private Announcement announcement(RtItem row, Audience audience, List<RtItem> history) {
        var from = time(row, "Valid from");
        if (row.number("Disabled") != 0 || audience.equals(NOBODY)) {
            return gone(row.id(), kind(row), row.time("Created"), RtHistories.version(history));
        }
        return new Announcement(
                row.id(),
                kind(row),
                row.text("Name"),
                row.customField("Text").replace("\r\n", "\n").strip(),
                language(row),
                audience,
                from == null ? row.time("Created") : from,
                time(row, "Valid until"),
                false,
                RtHistories.version(history));
    }

    private static Announcement gone(String id, Kind kind, Instant from, long version) {
        return new Announcement(id, kind, "", "", null, NOBODY, from, null, true, version);
    }

    private static Kind kind(RtItem row) {
        return switch (row.customField("Kind").toLowerCase(Locale.ROOT)) {
            case "outage" -> Kind.OUTAGE;
            case "planned work" -> Kind.PLANNED_WORK;
            default -> Kind.NEWS;
        };
    }

    /** Words and files; who may read it and when is no change to a reader. */
    private static Instant changedAt(RtItem row, List<RtItem> history) {
        var fields = new LinkedHashMap<String, String>(Map.of("Name", "Name", "Summary", "Summary"));
        row.objects("CustomFields").forEach(field -> fields.put(field.id(), field.text("name")));
        return history.stream()
                .filter(each -> Set.of("Name", "Summary", "Body", "Files")
                        .contains(fields.getOrDefault(each.text("Field"), "")))
                .map(each -> each.time("Created"))
                .max(Instant::compareTo)
                .orElse(row.time("Created"));
    }

    private static @Nullable String language(RtItem row) {
        var language = row.customField("Language").strip().replace('_', '-');
        return language.isEmpty() ? null : language;
    }

    private static @Nullable Instant time(RtItem row, String field) {
        var at = row.customField(field);
        return at.isEmpty() || Instant.parse(at).equals(Instant.EPOCH) ? null : Instant.parse(at);
    }

    private static List<String> parts(String text, String between) {
        return Stream.of(text.split(between))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** RT does not say how long they are. */
    static List<FileRef> files(List<RtItem> values) {
        var files = new ArrayList<FileRef>();
        for (var value : values) {
            var address = value.text("_url");
            var id = address.substring(address.lastIndexOf('/') + 1);
            if (id.matches("\\d{1,15}")) {
                var type = value.text("content_type");
                files.add(new FileRef(
                        FILE + id, value.text("filename"), type.isEmpty() ? "application/octet-stream" : type, -1));
            }
        }
        return List.copyOf(files);
    }
}
