package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.itsm.ContractCast.file;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.Writer;

/**
 * The platform under test, and the steps that the parts of the {@linkplain ItsmConnectorContract contract} are made of.
 */
public interface ContractPlatform {

    ItsmConnector itsm();

    /** The same platform with a credential that it refuses. */
    ItsmConnector itsmWithWrongCredential();

    PlatformAgent agent();

    ContractCast cast();

    /** What this platform cannot do; the tests of it are skipped and the platform's README says so. */
    default Set<Ability> cannot() {
        return Set.of();
    }

    /** A cursor from which everything written from now on is seen; by default the feed's present end. */
    default String cursorNow() {
        var cursor = new ContractFeed(itsm(), null).readToEnd().cursor();
        assertThat(cursor).isNotNull().hasSizeLessThanOrEqualTo(1000);
        return cursor;
    }

    /** How long a change may take to appear in the feed. */
    default Duration patience() {
        return Duration.ofSeconds(20);
    }

    // ---- steps

    default void assumeCan(Ability ability) {
        assumeFalse(cannot().contains(ability), () -> "the platform cannot: " + ability);
    }

    default String openTicket(String subject) {
        return itsm().deliver(cast().ticket(cast().anna(), subject, "The text of: " + subject))
                .ticketId();
    }

    default Ticket fresh(String ticketId) {
        return itsm().ticket(ticketId).orElseThrow();
    }

    default StatusMeaning meaning(String statusId) {
        return itsm().catalogue().statuses().stream()
                .filter(status -> status.id().equals(statusId))
                .map(Catalogue.Status::meaning)
                .findFirst()
                .orElseThrow(() -> new AssertionError("status " + statusId + " is not in the catalogue"));
    }

    default void assertRejected(Reason reason, Submission submission) {
        assertThatThrownBy(() -> itsm().deliver(submission))
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(itsm().find(submission)).isEmpty();
    }

    static void assertAuthor(Entry entry, Writer writer) {
        assertThat(entry.author()).isEqualTo(new Entry.Author(writer.personId(), writer.name(), Role.PERSON));
    }

    /** The words of a person's entry, which some platforms give back as HTML. */
    static String words(Entry entry) {
        return entry.html()
                ? org.jsoup.parser.Parser.unescapeEntities(
                        entry.text().replace("<br>", "\n").replaceAll("<[^>]*>", ""), false)
                : entry.text();
    }

    static List<Entry.FileRef> filesOf(Ticket ticket) {
        return ticket.entries().stream()
                .flatMap(entry -> entry.files().stream())
                .toList();
    }

    default byte[] content(Entry.FileRef ref) throws IOException {
        try (var in = itsm().openFile(ref.id())) {
            return in.readAllBytes();
        }
    }

    static byte[] read(Submission.OutgoingFile file) throws IOException {
        try (var in = file.content().open()) {
            return in.readAllBytes();
        }
    }

    default Ticket awaitTicket(
            @org.jspecify.annotations.Nullable String cursor, String ticketId, Predicate<Ticket> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("ticket " + ticketId + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.ticket(ticketId).filter(wanted).isPresent();
        });
        return feed.ticket(ticketId).orElseThrow();
    }

    default Entry awaitEntry(String cursor, String ticketId, Submission submission) {
        var key = submission.key().value();
        return awaitTicket(cursor, ticketId, t -> t.entries().stream().anyMatch(e -> key.equals(e.requestKey())))
                .entries()
                .stream()
                .filter(e -> key.equals(e.requestKey()))
                .findFirst()
                .orElseThrow();
    }

    default Person awaitPerson(String cursor, String personId, Predicate<Person> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("person " + personId + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.person(personId).filter(wanted).isPresent();
        });
        return feed.person(personId).orElseThrow();
    }

    default Article awaitArticle(String cursor, String articleId, Predicate<Article> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("article " + articleId + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.article(articleId).filter(wanted).isPresent();
        });
        return feed.article(articleId).orElseThrow();
    }

    default Announcement awaitAnnouncement(String cursor, String id, Predicate<Announcement> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("announcement " + id + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.announcement(id).filter(wanted).isPresent();
        });
        return feed.announcement(id).orElseThrow();
    }

    default Asset awaitAsset(String cursor, String id, Predicate<Asset> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("asset " + id + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.asset(id).filter(wanted).isPresent();
        });
        return feed.asset(id).orElseThrow();
    }

    default Receipt awaitReceipt(String cursor, String id, Predicate<Receipt> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("receipt " + id + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.receipt(id).filter(wanted).isPresent();
        });
        return feed.receipt(id).orElseThrow();
    }

    default Note awaitNote(String cursor, String id, Predicate<Note> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("note " + id + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.note(id).filter(wanted).isPresent();
        });
        return feed.note(id).orElseThrow();
    }

    default Document awaitDocument(String cursor, String id, Predicate<Document> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        awaitThat("document " + id + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.document(id).filter(wanted).isPresent();
        });
        return feed.document(id).orElseThrow();
    }

    default void awaitThat(String what, Callable<Boolean> condition) {
        org.awaitility.Awaitility.await(what)
                .atMost(patience())
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }

    static <T> void atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var done : threads.invokeAll(calls, 120, TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }
}
