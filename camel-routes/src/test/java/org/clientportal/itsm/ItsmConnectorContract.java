package org.clientportal.itsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.itsm.ContractCast.bytes;
import static org.clientportal.itsm.ContractCast.file;
import static org.clientportal.itsm.ContractCast.newKey;
import static org.clientportal.itsm.ContractCast.utf8;
import static org.clientportal.itsm.StatusMeaning.CLOSED;
import static org.clientportal.itsm.StatusMeaning.IN_WORK;
import static org.clientportal.itsm.StatusMeaning.NEW;
import static org.clientportal.itsm.StatusMeaning.SOLVED;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Submission.Writer;
import org.junit.jupiter.api.Test;

/**
 * What every connector must do, played against a real platform. A platform's test implements this interface and says
 * who acts there ({@link #agent()}), who writes ({@link #cast()}) and what the platform {@linkplain #cannot() cannot} do.
 * The tests need no empty platform and may run side by side with other users of it.
 */
public interface ItsmConnectorContract {

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

    // ---- standing

    @Test
    default void checkProvesThatItWorks() {
        var check = itsm().check();

        assertThat(check.ok()).as(check.toString()).isTrue();
        assertThat(check.summary()).isNotBlank();
        assertThat(check.advice()).isEmpty();
    }

    @Test
    default void checkWithAWrongCredentialFailsWithAdvice() {
        var check = itsmWithWrongCredential().check();

        assertThat(check.ok()).isFalse();
        assertThat(check.advice()).isNotBlank();
    }

    @Test
    default void aWrongCredentialIsUnavailableWithAlarmAndLosesNothing() {
        var refused = itsmWithWrongCredential();
        var ticket = cast().ticket(cast().anna(), "Never to be seen", "Text");

        assertThatThrownBy(() -> refused.deliver(ticket))
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class, e -> assertThat(e.alarm()).isTrue());
        assertThat(itsm().find(ticket)).isEmpty();
    }

    @Test
    default void catalogueNamesCategoriesAndEveryStatus() {
        var catalogue = itsm().catalogue();

        assertThat(catalogue.categories()).extracting(Catalogue.Choice::id).contains(cast().categoryId());
        assertThat(catalogue.statuses()).extracting(Catalogue.Status::meaning).contains(NEW, IN_WORK, CLOSED);
        if (!catalogue.defaultPriority().isEmpty()) {
            assertThat(catalogue.priorities()).extracting(Catalogue.Choice::id).contains(catalogue.defaultPriority());
        }
    }

    // ---- writing

    @Test
    default void aNewTicketCarriesItsAuthorAndKeyThereAndBack() {
        var cursor = cursorNow();
        var written = cast().ticket(
                        cast().anna(),
                        "Zażółć gęślą jaźń – “drukarka” 🖨",
                        "Pierwsza linia\nDruga <b>linia</b> & koniec");

        var delivered = itsm().deliver(written);

        var ticket = awaitTicket(cursor, delivered.ticketId(), t -> !t.entries().isEmpty());
        assertThat(ticket.number()).isEqualTo(delivered.number()).isNotBlank();
        assertThat(ticket.subject()).isEqualTo(written.subject());
        assertThat(ticket.requestKey()).isEqualTo(written.key().value());
        assertThat(ticket.requesterId()).isEqualTo(cast().anna().personId());
        assertThat(ticket.categoryId()).isEqualTo(cast().categoryId());
        assertThat(meaning(ticket.statusId())).isIn(NEW, IN_WORK);
        var description = ticket.entries().getFirst();
        assertThat(description.kind()).isEqualTo(Kind.DESCRIPTION);
        assertThat(words(description)).isEqualTo(written.text());
        assertThat(description.requestKey()).isEqualTo(written.key().value());
        assertThat(description.ours()).isTrue();
        assertAuthor(description, cast().anna());
    }

    @Test
    default void aReplyOfAnotherPersonComesBackInHerOrHisName() {
        var cursor = cursorNow();
        var ticketId = openTicket("Reply of another");
        var reply = cast().reply(cast().marek(), ticketId, "Mam to samo.\n\n> cytat\n  wcięcie");

        var delivered = itsm().deliver(reply);

        assertThat(delivered.ticketId()).isEqualTo(ticketId);
        var entry = awaitEntry(cursor, ticketId, reply);
        assertThat(entry.kind()).isEqualTo(Kind.REPLY);
        assertThat(words(entry)).isEqualTo(reply.text());
        assertAuthor(entry, cast().marek());
        if (delivered.entryId() != null) {
            assertThat(entry.id()).isEqualTo(delivered.entryId());
        }
    }

    @Test
    default void aMailWhoseSenderIsNotProvenIsTakenAsWell() {
        var cursor = cursorNow();
        var ticketId = openTicket("By mail");
        var anna = cast().anna();
        var reply = cast().reply(
                        new Writer(anna.personId(), anna.name(), anna.email(), Channel.MAIL, false),
                        ticketId,
                        "By mail");

        itsm().deliver(reply);

        assertAuthor(awaitEntry(cursor, ticketId, reply), anna);
    }

    @Test
    default void theSameKeyTwiceHasOneEffect() {
        var cursor = cursorNow();
        var written = cast().ticket(cast().anna(), "Twice", "Once only", file("a.txt", "text/plain", utf8("a")));
        var first = itsm().deliver(written);
        var reply = cast().reply(cast().anna(), first.ticketId(), "Also once");
        var firstReply = itsm().deliver(reply);

        // no second try without asking: that is the outbox's duty, and every connector must then say yes
        assertThat(itsm().find(written))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(first.ticketId()));
        assertThat(itsm().find(reply))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(first.ticketId()));
        assertThat(itsm().deliver(written).ticketId()).isEqualTo(first.ticketId());
        assertThat(itsm().deliver(reply).ticketId()).isEqualTo(firstReply.ticketId());

        awaitEntry(cursor, first.ticketId(), reply);
        var feed = new ContractFeed(itsm(), cursor).readToEnd();
        assertThat(feed.tickets().values())
                .filteredOn(t -> written.key().value().equals(t.requestKey()))
                .hasSize(1);
        assertThat(fresh(first.ticketId()).entries())
                .filteredOn(e -> reply.key().value().equals(e.requestKey()))
                .hasSize(1);
        assertThat(fresh(first.ticketId()).entries())
                .filteredOn(e -> e.kind() == Kind.DESCRIPTION)
                .hasSize(1);
    }

    @Test
    default void theSameWordsUnderTwoKeysAreTwoReplies() {
        var cursor = cursorNow();
        var ticketId = openTicket("Two keys");
        var one = cast().reply(cast().anna(), ticketId, "Czy są jakieś wieści?");
        var two = cast().reply(cast().anna(), ticketId, "Czy są jakieś wieści?");

        itsm().deliver(one);
        itsm().deliver(two);

        assertThat(awaitEntry(cursor, ticketId, one).order())
                .isLessThan(awaitEntry(cursor, ticketId, two).order());
    }

    @Test
    default void findSaysNoBeforeAndYesAfter() {
        var written = cast().ticket(cast().anna(), "Before and after", "Text");
        assertThat(itsm().find(written)).isEmpty();
        var ticketId = itsm().deliver(written).ticketId();
        var reply = cast().reply(cast().anna(), ticketId, "Text");
        assertThat(itsm().find(reply)).isEmpty();
        itsm().deliver(reply);
        var close = cast().wish(cast().anna(), ticketId, Wish.CLOSE);
        assertThat(itsm().find(close)).isEmpty();
        itsm().deliver(close);

        for (var submission : List.of(written, reply, close)) {
            assertThat(itsm().find(submission))
                    .as(submission.toString())
                    .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(ticketId));
        }
    }

    @Test
    default void aPersonClosesAndReopens() {
        var cursor = cursorNow();
        var ticketId = openTicket("Close and reopen");
        agent().setsStatus(ticketId, SOLVED);

        itsm().deliver(cast().wish(cast().anna(), ticketId, Wish.CLOSE));
        var closed = awaitTicket(cursor, ticketId, t -> meaning(t.statusId()) == CLOSED);
        itsm().deliver(cast().wish(cast().anna(), ticketId, Wish.REOPEN));
        var open = awaitTicket(cursor, ticketId, t -> Set.of(NEW, IN_WORK).contains(meaning(t.statusId())));

        assertThat(open.version()).isGreaterThan(closed.version());
        var changes = open.entries().stream()
                .filter(e -> e.ours() && e.statusId() != null)
                .toList();
        assertThat(changes).hasSizeGreaterThanOrEqualTo(2).allSatisfy(e -> assertAuthor(e, cast().anna()));
    }

    @Test
    default void askingForTheStateThatIsThereSucceeds() {
        var ticketId = openTicket("Twice closed");
        itsm().deliver(cast().wish(cast().anna(), ticketId, Wish.CLOSE));

        var again = itsm().deliver(cast().wish(cast().marek(), ticketId, Wish.CLOSE));

        assertThat(again.ticketId()).isEqualTo(ticketId);
        assertThat(meaning(fresh(ticketId).statusId())).isEqualTo(CLOSED);
    }

    @Test
    default void parallelRepliesToOneTicketAllArrive() throws Exception {
        var cursor = cursorNow();
        var ticketId = openTicket("Parallel");
        var replies = IntStream.range(0, 8)
                .mapToObj(i -> cast().reply(i % 2 == 0 ? cast().anna() : cast().marek(), ticketId, "Reply " + i))
                .toList();

        atOnce(replies.stream()
                .<Callable<Delivered>>map(reply -> () -> itsm().deliver(reply))
                .toList());

        var entries = awaitTicket(
                        cursor,
                        ticketId,
                        t -> t.entries().stream().filter(Entry::ours).count() >= 9)
                .entries();
        assertThat(entries)
                .filteredOn(e -> e.kind() == Kind.REPLY)
                .extracting(Entry::requestKey)
                .containsExactlyInAnyOrderElementsOf(
                        replies.stream().map(r -> r.key().value()).toList());
        assertThat(entries).extracting(Entry::order).doesNotHaveDuplicates().isSorted();
    }

    // ---- refusals

    @Test
    default void anUnknownTicketIsGone() {
        var nowhere = unknownTicketId();

        assertThat(itsm().ticket(nowhere)).isEmpty();
        assertRejected(Reason.GONE, cast().reply(cast().anna(), nowhere, "Hello?"));
        assertRejected(Reason.GONE, cast().wish(cast().anna(), nowhere, Wish.CLOSE));
    }

    default String unknownTicketId() {
        return "99999999";
    }

    @Test
    default void anUnknownCategoryIsRefusedForGood() {
        var anna = cast().anna();
        var written = new NewTicket(
                newKey(),
                anna,
                Instant.parse("2026-01-02T03:04:05Z"),
                "No such category",
                "Text",
                "999999",
                null,
                List.of());

        assertThatThrownBy(() -> itsm().deliver(written))
                .isInstanceOfSatisfying(
                        ItsmRejected.class,
                        e -> assertThat(e.reason()).isIn(Reason.GONE, Reason.INVALID, Reason.FORBIDDEN));
        assertThat(itsm().find(written)).isEmpty();
    }

    @Test
    default void anUnknownPersonIsRefused() {
        assumeCan(Ability.KNOWS_PEOPLE);
        assertRejected(
                Reason.GONE,
                cast().ticket(ContractCast.writer("999999", "Nobody", "nobody@nowhere.example"), "Whose?", "Text"));
    }

    @Test
    default void anEmptySubjectIsInvalid() {
        assumeCan(Ability.NEEDS_SUBJECT);
        assertRejected(Reason.INVALID, cast().ticket(cast().anna(), "", "Text"));
    }

    @Test
    default void aLockedTicketTakesNoAnswer() {
        assumeCan(Ability.LOCK);
        var ticketId = openTicket("Locked");
        agent().locks(ticketId);
        assertRejected(Reason.CLOSED, cast().reply(cast().anna(), ticketId, "Still?"));
    }

    // ---- files

    @Test
    default void filesComeBackByteForByte() throws IOException {
        var cursor = cursorNow();
        var picture = bytes(70_000, 1);
        var written = cast().ticket(
                        cast().anna(),
                        "With files",
                        "See there",
                        file("zrzut ekranu – błąd żółci.png", "image/png", picture),
                        file("pusty plik.txt", "text/plain", new byte[0]),
                        file("notatki.txt", "text/plain", utf8("Łódź\r\nkoniec\n")));

        var ticketId = itsm().deliver(written).ticketId();

        var files = awaitTicket(cursor, ticketId, t -> filesOf(t).size() == 3)
                .entries()
                .getFirst()
                .files();
        if (!cannot().contains(Ability.FILE_ORDER)) {
            assertThat(files)
                    .extracting(Entry.FileRef::name)
                    .containsExactlyElementsOf(written.files().stream()
                            .map(Submission.OutgoingFile::name)
                            .toList());
        }
        for (var sent : written.files()) {
            var ref = files.stream().filter(f -> f.name().equals(sent.name())).findFirst();
            assertThat(ref).as(sent.name()).isPresent();
            assertThat(ref.orElseThrow().contentType()).startsWith(sent.contentType());
            assertThat(ref.orElseThrow().size()).isIn(-1L, sent.size());
            assertThat(content(ref.orElseThrow())).isEqualTo(read(sent));
        }
    }

    @Test
    default void aLargeFileOfAReplyIsStreamedBothWays() throws IOException {
        var cursor = cursorNow();
        var ticketId = openTicket("Large");
        var large = bytes(5 * 1024 * 1024, 2);
        var reply = cast().reply(
                        cast().anna(), ticketId, "A large one", file("duży.bin", "application/octet-stream", large));

        itsm().deliver(reply);

        var files = awaitEntry(cursor, ticketId, reply).files();
        assertThat(files).singleElement().satisfies(f -> assertThat(f.name()).isEqualTo("duży.bin"));
        assertThat(content(files.getFirst())).isEqualTo(large);
    }

    @Test
    default void aFileOfAnAgentComesIn() throws IOException {
        assumeCan(Ability.ATTACH);
        var cursor = cursorNow();
        var ticketId = openTicket("Instruction");
        agent().attaches(ticketId, "instrukcja łączenia.pdf", bytes(9_000, 3));

        var ticket = awaitTicket(cursor, ticketId, t -> !filesOf(t).isEmpty());

        assertThat(filesOf(ticket))
                .singleElement()
                .satisfies(f -> assertThat(f.name()).isEqualTo("instrukcja łączenia.pdf"));
        assertThat(content(filesOf(ticket).getFirst())).isEqualTo(bytes(9_000, 3));
    }

    @Test
    default void anUnknownFileIsGone() {
        assertThatThrownBy(() -> itsm().openFile("99999999"))
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(Reason.GONE));
    }

    // ---- what agents do

    @Test
    default void anAgentsReplyComesAsHtmlAndAsSupport() {
        var cursor = cursorNow();
        var ticketId = openTicket("Agent answers");
        agent().replies(ticketId, "<p>Proszę <b>uruchomić</b> ponownie &amp; napisać.</p>");

        var entry = awaitTicket(
                        cursor,
                        ticketId,
                        t -> t.entries().stream()
                                .anyMatch(e -> e.author().role() == Role.SUPPORT && e.kind() == Kind.REPLY))
                .entries()
                .stream()
                .filter(e -> e.author().role() == Role.SUPPORT && e.kind() == Kind.REPLY)
                .findFirst()
                .orElseThrow();

        assertThat(entry.html()).isTrue();
        assertThat(entry.text()).contains("<b>uruchomić</b>");
        assertThat(entry.ours()).isFalse();
        assertThat(entry.author().personId()).isNull();
        assertThat(entry.author().name()).isNotBlank();
    }

    @Test
    default void anAgentsPlainReplyStaysPlain() {
        assumeCan(Ability.PLAIN_REPLY);
        var cursor = cursorNow();
        var ticketId = openTicket("Agent answers plainly");
        agent().repliesPlain(ticketId, "if a < b && c > d\nthen <b>");

        var entry = awaitTicket(
                        cursor,
                        ticketId,
                        t -> t.entries().stream().anyMatch(e -> e.author().role() == Role.SUPPORT))
                .entries()
                .stream()
                .filter(e -> e.author().role() == Role.SUPPORT)
                .findFirst()
                .orElseThrow(); // a change of status by the platform's own rule may follow

        assertThat(entry.html()).isFalse();
        assertThat(entry.text()).isEqualTo("if a < b && c > d\nthen <b>");
    }

    @Test
    default void internalNotesNeverCross() {
        var cursor = cursorNow();
        var ticketId = openTicket("Secret");
        agent().notesInternally(ticketId, "SECRET-WORD");
        agent().replies(ticketId, "<p>after the note</p>");

        var seen = awaitTicket(
                cursor,
                ticketId,
                t -> t.entries().stream().anyMatch(e -> e.text().contains("after the note")));

        assertThat(seen.toString()).doesNotContain("SECRET-WORD");
        assertThat(fresh(ticketId).toString()).doesNotContain("SECRET-WORD");
    }

    @Test
    default void anAgentsStatusIsSeenWithItsMeaning() {
        var cursor = cursorNow();
        var ticketId = openTicket("Solved by support");
        agent().setsStatus(ticketId, SOLVED);

        var ticket = awaitTicket(cursor, ticketId, t -> meaning(t.statusId()) == SOLVED);

        assertThat(ticket.entries()).anySatisfy(e -> {
            assertThat(e.statusId()).isEqualTo(ticket.statusId());
            assertThat(e.author().role()).isNotEqualTo(Role.PERSON);
        });
    }

    @Test
    default void equalTimesKeepTheirOrder() {
        var cursor = cursorNow();
        var ticketId = openTicket("Equal times");
        for (int i = 0; i < 5; i++) {
            agent().replies(ticketId, "<p>turn " + i + "</p>");
        }

        var ticket = awaitTicket(
                cursor,
                ticketId,
                t -> t.entries().stream()
                                .filter(e -> e.text().contains("turn "))
                                .count()
                        == 5);

        assertThat(ticket.entries().stream()
                        .map(Entry::text)
                        .filter(text -> text.contains("turn "))
                        .map(text -> text.replaceAll("\\D", ""))
                        .toList())
                .containsExactly("0", "1", "2", "3", "4");
        assertThat(ticket.entries()).extracting(Entry::order).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void aMergedTicketAnswersWithItsTarget() {
        assumeCan(Ability.MERGE);
        var cursor = cursorNow();
        var source = openTicket("Merged");
        var target = openTicket("Target");
        agent().merges(source, target);

        awaitTicket(cursor, source, t -> target.equals(t.mergedInto()));
        assertThat(itsm().ticket(source))
                .hasValueSatisfying(t -> assertThat(t.id()).isEqualTo(target));
        var reply = cast().reply(cast().anna(), source, "To the old number");
        assertThat(itsm().deliver(reply).ticketId()).isEqualTo(target);
        awaitEntry(cursor, target, reply);
    }

    @Test
    default void aDeletedTicketIsSaidToBeGone() {
        assumeCan(Ability.DELETE);
        var cursor = cursorNow();
        var ticketId = openTicket("Deleted");
        agent().deletes(ticketId);

        awaitTicket(cursor, ticketId, Ticket::gone);
        assertThat(itsm().ticket(ticketId)).isEmpty();
        assertRejected(Reason.GONE, cast().reply(cast().anna(), ticketId, "Hello?"));
    }

    @Test
    default void portalAccessAndNewPasswordOfAPersonAreSeen() {
        assumeCan(Ability.PORTAL_ACCESS);
        var cursor = cursorNow();
        var id = cast().marek().personId();
        agent().setsPortalAccess(id, PortalAccess.OFF);
        awaitPerson(cursor, id, p -> p.portalAccess() == PortalAccess.OFF);
        agent().setsPortalAccess(id, PortalAccess.ON);
        var before = awaitPerson(cursor, id, p -> p.portalAccess() == PortalAccess.ON);

        agent().asksForNewPassword(id);

        var after = awaitPerson(
                cursor,
                id,
                p -> p.passwordAskedAt() != null && !p.passwordAskedAt().equals(before.passwordAskedAt()));
        assertThat(after.version()).isGreaterThan(before.version());
    }

    // ---- the feed

    @Test
    default void fromTheBeginningTheFeedGivesEverything() {
        var ticketId = openTicket("From the beginning");
        awaitTicket(null, ticketId, t -> true);

        var feed = new ContractFeed(itsm(), null).readToEnd();

        assertThat(feed.people())
                .containsKeys(cast().anna().personId(), cast().marek().personId());
        assertThat(feed.ticket(ticketId))
                .hasValueSatisfying(t -> assertAuthor(t.entries().getFirst(), cast().anna()));
        assertThat(feed.tickets().values()).allSatisfy(t -> {
            if (!t.gone() && t.organisationId() != null) {
                assertThat(feed.organisations()).containsKey(t.organisationId());
            }
        });
    }

    @Test
    default void anEndCursorGivesNothingNew() {
        var cursor = cursorNow();
        var ticketId = openTicket("Before the end");
        awaitTicket(cursor, ticketId, t -> true);
        var feed = new ContractFeed(itsm(), cursor).readToEnd();

        var again = new ContractFeed(itsm(), feed.cursor()).readToEnd();

        // repeats are allowed, but nothing may be newer than what was read
        assertThat(again.tickets().values())
                .allSatisfy(t -> assertThat(feed.ticket(t.id()))
                        .hasValueSatisfying(known -> assertThat(t.version()).isLessThanOrEqualTo(known.version())));
    }

    @Test
    default void nothingIsLostWhileOthersWrite() throws Exception {
        var cursor = cursorNow();
        var feed = new ContractFeed(itsm(), cursor);
        var written = IntStream.range(0, 16)
                .mapToObj(i -> cast().ticket(cast().anna(), "Busy " + i, "Text"))
                .toList();
        var delivered = new ArrayList<Delivered>();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var running = written.stream()
                    .map(t -> threads.submit(() -> itsm().deliver(t)))
                    .toList();
            while (running.stream().anyMatch(future -> !future.isDone())) {
                feed.readPage();
            }
            for (var one : running) {
                delivered.add(one.get());
            }
        }

        var ids = delivered.stream().map(Delivered::ticketId).toList();
        await("all tickets in the feed", () -> {
            feed.readToEnd();
            return feed.tickets().keySet().containsAll(ids);
        });
        assertThat(ids).doesNotHaveDuplicates();
    }

    // ---- steps

    private void assumeCan(Ability ability) {
        assumeFalse(cannot().contains(ability), () -> "the platform cannot: " + ability);
    }

    private String openTicket(String subject) {
        return itsm().deliver(cast().ticket(cast().anna(), subject, "The text of: " + subject))
                .ticketId();
    }

    private Ticket fresh(String ticketId) {
        return itsm().ticket(ticketId).orElseThrow();
    }

    private StatusMeaning meaning(String statusId) {
        return itsm().catalogue().statuses().stream()
                .filter(status -> status.id().equals(statusId))
                .map(Catalogue.Status::meaning)
                .findFirst()
                .orElseThrow(() -> new AssertionError("status " + statusId + " is not in the catalogue"));
    }

    private void assertRejected(Reason reason, Submission submission) {
        assertThatThrownBy(() -> itsm().deliver(submission))
                .isInstanceOfSatisfying(
                        ItsmRejected.class, e -> assertThat(e.reason()).isEqualTo(reason));
        assertThat(itsm().find(submission)).isEmpty();
    }

    private static void assertAuthor(Entry entry, Writer writer) {
        assertThat(entry.author()).isEqualTo(new Entry.Author(writer.personId(), writer.name(), Role.PERSON));
    }

    /** The words of a person's entry, which some platforms give back as HTML. */
    private static String words(Entry entry) {
        return entry.html()
                ? org.jsoup.parser.Parser.unescapeEntities(
                        entry.text().replace("<br>", "\n").replaceAll("<[^>]*>", ""), false)
                : entry.text();
    }

    private static List<Entry.FileRef> filesOf(Ticket ticket) {
        return ticket.entries().stream()
                .flatMap(entry -> entry.files().stream())
                .toList();
    }

    private byte[] content(Entry.FileRef ref) throws IOException {
        try (var in = itsm().openFile(ref.id())) {
            return in.readAllBytes();
        }
    }

    private static byte[] read(Submission.OutgoingFile file) throws IOException {
        try (var in = file.content().open()) {
            return in.readAllBytes();
        }
    }

    private Ticket awaitTicket(
            @org.jspecify.annotations.Nullable String cursor, String ticketId, Predicate<Ticket> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        await("ticket " + ticketId + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.ticket(ticketId).filter(wanted).isPresent();
        });
        return feed.ticket(ticketId).orElseThrow();
    }

    private Entry awaitEntry(String cursor, String ticketId, Submission submission) {
        var key = submission.key().value();
        return awaitTicket(cursor, ticketId, t -> t.entries().stream().anyMatch(e -> key.equals(e.requestKey())))
                .entries()
                .stream()
                .filter(e -> key.equals(e.requestKey()))
                .findFirst()
                .orElseThrow();
    }

    private Person awaitPerson(String cursor, String personId, Predicate<Person> wanted) {
        var feed = new ContractFeed(itsm(), cursor);
        await("person " + personId + " as expected in the feed", () -> {
            feed.readToEnd();
            return feed.person(personId).filter(wanted).isPresent();
        });
        return feed.person(personId).orElseThrow();
    }

    private void await(String what, Callable<Boolean> condition) {
        org.awaitility.Awaitility.await(what)
                .atMost(patience())
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(200))
                .until(condition);
    }

    private static <T> void atOnce(List<Callable<T>> calls) throws Exception {
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var done : threads.invokeAll(calls, 120, TimeUnit.SECONDS)) {
                done.get();
            }
        }
    }
}
