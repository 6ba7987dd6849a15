package org.clientportal.itsm.rt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.clientportal.itsm.ContractCast.bytes;
import static org.clientportal.itsm.ContractCast.file;
import static org.clientportal.itsm.ContractCast.utf8;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.ContractCast;
import org.clientportal.itsm.ContractFeed;
import org.clientportal.itsm.ContractKnowledge;
import org.clientportal.itsm.ContractNotes;
import org.clientportal.itsm.ContractPlatform;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmConnectorContract;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.PlatformAgent;
import org.clientportal.itsm.PlatformAgent.Ability;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Submission.Writer;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.rt.CuttingProxy.Moment;
import org.clientportal.itsm.rt.RtFields.Word;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;

/** The contract against a real RT, as {@code deploy/rt/up.sh} makes one. */
@EnabledIfEnvironmentVariable(
        named = "RT_URL",
        matches = ".+",
        disabledReason = "Request Tracker is not there: run deploy/rt/up.sh as root and read the rt.env it names")
class RtConnectorIT implements ItsmConnectorContract {

    private static URI url;
    private static RtSettings settings;
    private static RtClient client;
    private static RtConnector itsm;
    private static RtAgent agent;
    private static ContractCast cast;

    @BeforeAll
    static void begin() {
        url = URI.create(setting("RT_URL"));
        settings = RtAgent.settings(url, setting("RT_USER"), setting("RT_PASSWORD"));
        client = new RtClient(settings);
        itsm = new RtConnector(client, settings, Clock.systemUTC());
        agent = new RtAgent(url, setting("RT_AGENT_USER"), setting("RT_AGENT_PASSWORD"));
        var category = itsm.catalogue().categories().stream()
                .filter(choice -> choice.name("en").equals("Support"))
                .findFirst()
                .orElseThrow()
                .id();
        cast = new ContractCast(
                writer("anna.nowak@oriale.example", "Anna Nowak"),
                writer("jan.wrona@oriale.example", "Jan Wrona"),
                category,
                "50");
    }

    private static String setting(String name) {
        return System.getenv(name);
    }

    private static Writer writer(String address, String name) {
        var person = new RtPeople(client, settings, Clock.systemUTC()).named(Set.of(address));
        return ContractCast.writer(person.getFirst().id(), name, address);
    }

    @Override
    public ItsmConnector itsm() {
        return itsm;
    }

    @Override
    public ItsmConnector itsmWithWrongCredential() {
        var settings = RtAgent.settings(url, "portal", "not the password");
        return new RtConnector(new RtClient(settings), settings, Clock.systemUTC());
    }

    @Override
    public PlatformAgent agent() {
        return agent;
    }

    @Override
    public ContractCast cast() {
        return cast;
    }

    /** RT takes an empty subject, and knows no ticket that refuses answers but a deleted one. */
    @Override
    public Set<Ability> cannot() {
        return Set.of(Ability.LOCK, Ability.NEEDS_SUBJECT, Ability.RECEIPTS, Ability.RECEIPTS_OF_GROUPS);
    }

    /** Enough to read an RT from the beginning that many runs have filled. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Override
    public String cursorNow() {
        return itsm.end();
    }

    // ---- what only RT's connector promises

    @Test
    void everyFileKeepsItsBytesAndItsNameWhateverTheyAre() throws IOException {
        var awkward = List.of(
                file("cp1250.txt", "text/plain", "zażółć\r\ngęślą".getBytes(Charset.forName("windows-1250"))),
                file("bom.csv", "text/csv", utf8("\uFEFFa;b\r\n1;2")),
                file("utf16.txt", "text/plain", "tekst".getBytes(StandardCharsets.UTF_16)),
                file("page.html", "text/html", utf8("<p>Zażółć</p>\n<script>x</script>")),
                file("mail.eml", "message/rfc822", utf8("Subject: x\n\nbody\n")),
                file("vcard.vcf", "text/vcard", utf8("BEGIN:VCARD\r\nEND:VCARD\r\n")),
                file("0", "application/octet-stream", utf8("0")),
                file("%20 \"cudzysłów\"; a=b.pdf", "application/pdf", bytes(77, 9)),
                file("nowhere", "", bytes(5, 10)),
                file("ł".repeat(120) + ".png", "image/png", bytes(300, 11)));
        var files = awkward.toArray(OutgoingFile[]::new);

        var ticketId = itsm.deliver(cast.ticket(cast.anna(), "Awkward files", "", files))
                .ticketId();
        itsm.deliver(cast.reply(cast.anna(), ticketId, "0", files));

        var entries = itsm.ticket(ticketId).orElseThrow().entries();
        assertThat(entries).extracting(Entry::text).contains("", "0");
        for (var entry :
                entries.stream().filter(e -> e.kind() != Kind.STATUS_CHANGE).toList()) {
            assertThat(entry.files())
                    .extracting(FileRef::name)
                    .containsExactlyElementsOf(awkward.stream()
                            .map(f -> f.name().equals("0") ? "0_" : f.name().replace('"', '\''))
                            .toList());
            for (int i = 0; i < awkward.size(); i++) {
                var ref = entry.files().get(i);
                try (var in = itsm.openFile(ref.id());
                        var sent = awkward.get(i).content().open()) {
                    assertThat(in.readAllBytes()).as(ref.name()).isEqualTo(sent.readAllBytes());
                }
                if (!awkward.get(i).contentType().isEmpty()) {
                    assertThat(ref.contentType()).isEqualTo(awkward.get(i).contentType());
                }
            }
        }
    }

    @Test
    void tenThousandLinesOfAnyTextComeBackAsTheyWere() {
        var text = IntStream.range(0, 10_000)
                .mapToObj(i -> "  line " + i + " <b>&amp; \t„zażółć” 🖨 \u202E")
                .collect(Collectors.joining("\n", "\n\n", "\n\n"));

        var ticketId = itsm.deliver(cast.ticket(cast.anna(), "Long", text)).ticketId();

        assertThat(itsm.ticket(ticketId).orElseThrow().entries().getFirst())
                .satisfies(entry -> assertThat(entry.text()).isEqualTo(text))
                .satisfies(entry -> assertThat(entry.html()).isFalse());
    }

    @Test
    void aTicketThatIsMovedAmongTheNotesIsNoTicketAnyMoreAndBack() {
        var cursor = cursorNow();
        var id = openTicket("Moved among the notes");
        awaitTicket(cursor, id, t -> !t.gone());

        agent.moves(id, "Notes");

        awaitTicket(cursor, id, Ticket::gone);
        // what a person wrote is no note, whoever moved it
        assertThat(awaitNote(cursor, id, n -> true).gone()).isTrue();
        agent.attaches(id, "Schemat.pdf", new byte[] {1, 2, 3});
        agent.replies(id, "<p>Now it is one</p>");
        var note = awaitNote(cursor, id, n -> !n.gone() && n.files().size() == 1);
        assertThat(note.html()).isEqualTo("<p>Now it is one</p>");
        agent.moves(id, "Support");
        assertThat(awaitNote(cursor, id, n -> n.gone() && n.version() > note.version())
                        .html())
                .isEmpty();
        var ticket = awaitTicket(cursor, id, t -> !t.gone());
        // the same part is another file: of a note once, of a ticket now
        assertThat(ContractPlatform.filesOf(ticket))
                .singleElement()
                .satisfies(file -> assertThat(file.id())
                        .isNotEqualTo(note.files().getFirst().id()));
    }

    @Test
    void aDeletedNoteIsGone() {
        var cursor = cursorNow();
        var id = agent.notes(ContractNotes.note("Deleted", cast.anna()));
        var before = awaitNote(cursor, id, n -> !n.gone());

        agent.deletes(id);

        assertThat(awaitNote(cursor, id, Note::gone).version()).isGreaterThan(before.version());
        assertRejected(
                org.clientportal.itsm.ItsmRejected.Reason.GONE,
                new Submission.NewNoteRead(
                        ContractCast.newKey(),
                        cast.anna(),
                        Instant.parse("2026-11-27T15:40:00Z"),
                        id,
                        before.edition()));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void whatIsCutHasOneEffectWhenItIsAskedForBeforeItIsRepeated(Moment moment) throws IOException {
        try (var proxy = new CuttingProxy(url)) {
            var cutSettings = RtAgent.settings(proxy.url(), setting("RT_USER"), setting("RT_PASSWORD"));
            var cut = new RtConnector(new RtClient(cutSettings), cutSettings, Clock.systemUTC());
            var ticket = cast.ticket(cast.anna(), "Cut " + moment, "Text", file("a.txt", "text/plain", utf8("a")));
            var ticketId = deliverOnce(cut, proxy, moment, "POST", "/ticket", ticket);
            var reply = cast.reply(cast.marek(), ticketId, "Cut too");
            deliverOnce(cut, proxy, moment, "POST", "/correspond", reply);
            var close = cast.wish(cast.anna(), ticketId, Wish.CLOSE);
            deliverOnce(cut, proxy, moment, "PUT", "/" + ticketId, close);
            var reopen = cast.wish(cast.anna(), ticketId, Wish.REOPEN);
            deliverOnce(cut, proxy, moment, "PUT", "/" + ticketId, reopen);

            var entries = itsm.ticket(ticketId).orElseThrow().entries();
            assertThat(entries)
                    .filteredOn(Entry::ours)
                    .extracting(Entry::requestKey)
                    .containsExactly(
                            ticket.key().value(),
                            reply.key().value(),
                            close.key().value(),
                            reopen.key().value());
            assertThat(new ContractFeed(itsm, null).readToEnd().tickets().values())
                    .filteredOn(t -> ticket.key().value().equals(t.requestKey()))
                    .hasSize(1);
        }
    }

    private static String deliverOnce(
            RtConnector cut, CuttingProxy proxy, Moment moment, String method, String path, Submission submission) {
        proxy.cutOnce(
                moment,
                exchange -> exchange.getRequestMethod().equals(method)
                        && exchange.getRequestURI().getPath().endsWith(path));
        assertThatThrownBy(() -> cut.deliver(submission))
                .isInstanceOfSatisfying(
                        ItsmUnavailable.class,
                        e -> assertThat(e.mayHaveHappened()).isTrue());
        proxy.awaitRt(); // the outbox waits the request limit instead
        return cut.find(submission).orElseGet(() -> cut.deliver(submission)).ticketId();
    }

    @Test
    void readFromTheBeginningATicketIsAsItCame() {
        var feed = new ContractFeed(itsm, itsm.end());
        var ticketId = itsm.deliver(cast.ticket(cast.anna(), "Dropped and read again", "Text"))
                .ticketId();
        feed.readToEnd();
        itsm.deliver(cast.reply(cast.marek(), ticketId, "Reply", file("ł.png", "image/png", bytes(99, 4))));
        agent.replies(ticketId, "<p>Answer</p>");
        feed.readToEnd();
        itsm.deliver(cast.wish(cast.anna(), ticketId, Wish.CLOSE));
        itsm.deliver(cast.wish(cast.marek(), ticketId, Wish.REOPEN));
        var came = feed.readToEnd().ticket(ticketId).orElseThrow();

        var again = new ContractFeed(itsm, null).readToEnd().ticket(ticketId).orElseThrow();

        assertThat(again).isEqualTo(came);
        assertThat(again.entries()).extracting(entry -> entry.author().name()).contains("Anna Nowak", "Jan Wrona");
    }

    @Test
    void aSubjectThatIsTooLongForRtIsNotLost() {
        var subject = "Zażółć gęślą jaźń 🖨 ".repeat(20).strip();

        var ticketId = itsm.deliver(cast.ticket(cast.anna(), subject, "Text")).ticketId();

        var ticket = itsm.ticket(ticketId).orElseThrow();
        assertThat(ticket.subject()).hasSizeGreaterThan(100).endsWith("…");
        assertThat(ticket.entries().getFirst().text()).isEqualTo(subject + "\n\nText");
    }

    @Test
    void theSameClosureAgainDoesNotCloseWhatAnAgentOpened() {
        var ticketId =
                itsm.deliver(cast.ticket(cast.anna(), "Opened again", "Text")).ticketId();
        var close = cast.wish(cast.anna(), ticketId, Wish.CLOSE);
        itsm.deliver(close);
        agent.setsStatus(ticketId, StatusMeaning.IN_WORK);

        itsm.deliver(close);

        assertThat(itsm.ticket(ticketId).orElseThrow().statusId()).isEqualTo("open");
    }

    @Test
    void whatRtRecordedBeforeItCouldAddTheFieldsIsFoundAndReadAllTheSame() {
        var ticketId =
                itsm.deliver(cast.ticket(cast.anna(), "Without fields", "Text")).ticketId();
        var cut = cast.reply(cast.marek(), ticketId, "Cut after the text");
        client.write(
                HttpMethod.POST,
                Map.of(
                        "Content", RtMessage.text(cut.text()),
                        "ContentType", RtFields.contentType(cut.key(), cut.writer(), false)),
                "/ticket/{id}/correspond",
                ticketId);

        assertThat(itsm.find(cut))
                .hasValueSatisfying(found -> assertThat(found.ticketId()).isEqualTo(ticketId));
        assertThat(itsm.ticket(ticketId).orElseThrow().entries())
                .filteredOn(entry -> cut.key().value().equals(entry.requestKey()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.author())
                        .isEqualTo(
                                new Author(cast.marek().personId(), cast.marek().name(), Role.PERSON)));
    }

    @Test
    void aWordWithoutItsStatusIsNotTakenForAClosureAndIsRepeatedWithoutHarm() {
        var ticketId =
                itsm.deliver(cast.ticket(cast.anna(), "Half closed", "Text")).ticketId();
        var close = cast.wish(cast.anna(), ticketId, Wish.CLOSE);
        client.write(
                HttpMethod.PUT,
                Map.of("CustomFields", Map.of(RtFields.LAST_WORD, Word.of(Wish.CLOSE, close.key(), close.writer()))),
                "/ticket/{id}",
                ticketId);

        assertThat(itsm.find(close)).isEmpty();
        itsm.deliver(close);

        assertThat(itsm.find(close)).isPresent();
        assertThat(itsm.ticket(ticketId).orElseThrow().entries())
                .filteredOn(entry -> close.key().value().equals(entry.requestKey()))
                .hasSize(1);
    }

    @Test
    void anAgentWhoResolvesAgainAfterAConfirmationAsksAgain() {
        var ticketId = itsm.deliver(cast.ticket(cast.anna(), "Twice", "Text")).ticketId();
        itsm.deliver(cast.wish(cast.anna(), ticketId, Wish.CLOSE));
        assertThat(itsm.ticket(ticketId).orElseThrow().statusId()).isEqualTo("resolved+confirmed");

        agent.setsStatus(ticketId, StatusMeaning.IN_WORK);
        agent.setsStatus(ticketId, StatusMeaning.SOLVED);

        assertThat(itsm.ticket(ticketId).orElseThrow().statusId()).isEqualTo("resolved");
    }

    @Test
    void anArticleThatIsForNobodyYetIsADraftAndStaysInRt() {
        var cursor = itsm.end();
        var id = agent.publishes(ContractKnowledge.draft(
                "Draft", "<p>SECRET-WORD</p>", new Audience(false, false, List.of(), List.of(), List.of())));
        var draft = awaitArticle(cursor, id, a -> true);
        assertThat(draft.gone()).isTrue();
        assertThat(draft.toString()).doesNotContain("SECRET-WORD").doesNotContain("Draft");

        agent.saysFor(id, "Everyone\nperson: nobody.knows@oriale.example\nsomething else");

        assertThat(awaitArticle(cursor, id, a -> !a.gone()).audience()).isEqualTo(Audience.EVERYONE);
        agent.saysFor(id, "person: nobody.knows@oriale.example");
        assertThat(awaitArticle(cursor, id, Article::gone).version()).isGreaterThan(draft.version());
    }

    @Test
    void addressesOfRtInABodyBecomeThePorts() {
        var cursor = itsm.end();
        var id = agent.publishes(
                ContractKnowledge.draft("Addresses", "<p>first</p>"),
                file("okno żółte.png", "image/png", bytes(99, 5)));
        var picture =
                awaitArticle(cursor, id, a -> !a.files().isEmpty()).files().getFirst();
        var number = picture.id().replace("cf-", "");

        agent.rewrites(
                id,
                ContractKnowledge.unique("Addresses"),
                "<img src='/Download/CustomFieldValue/" + number
                        + "/okno%20%C5%BC.png'><img src=\"file:okno%20żółte.png\">"
                        + "<a href=\"" + url + "/Articles/Article/Display.html?id=7#krok\">7</a>"
                        + "<a href=\"https://oriale.example/?a=1&amp;b=2\">x</a><img src=\"file:none.png\">");

        var article = awaitArticle(cursor, id, a -> a.html().contains("krok"));
        assertThat(article.html())
                .isEqualTo("<img src=\"file:" + picture.id() + "\"><img src=\"file:" + picture.id() + "\">"
                        + "<a href=\"article:7#krok\">7</a>"
                        + "<a href=\"https://oriale.example/?a=1&amp;b=2\">x</a><img src=\"file:none.png\">");
        assertThatThrownBy(() -> itsm.openFile("cf-99999999")).isInstanceOf(ItsmRejected.class);
        assertThatThrownBy(() -> itsm.openFile("cf-1")).isInstanceOf(ItsmRejected.class);
    }

    @Test
    void articlesOfOtherClassesDoNotExist() {
        var cursor = itsm.end();
        var other = agent.writes("General", ContractKnowledge.unique("Internal"));
        var ours = agent.publishes(ContractKnowledge.draft("Ours", "<p>ours</p>"));

        awaitArticle(cursor, ours, a -> true);

        assertThat(new ContractFeed(itsm, cursor).readToEnd().article(other)).isEmpty();
        assertThat(new ContractFeed(itsm, null).readToEnd().article(other)).isEmpty();
        assertRejected(ItsmRejected.Reason.GONE, cast.verdict(cast.anna(), other, true, ""));
    }

    @Test
    void aTicketThatAnAgentMovesToTheFeedbackIsGoneAndFeedbackIsNoCategory() {
        var cursor = itsm.end();
        var ticketId = itsm.deliver(cast.ticket(cast.anna(), "Moved to feedback", "Text"))
                .ticketId();
        awaitTicket(cursor, ticketId, t -> !t.gone());

        agent.moves(ticketId, "Knowledge feedback");

        awaitTicket(cursor, ticketId, Ticket::gone);
        assertThat(itsm.catalogue().categories())
                .extracting(choice -> choice.name("en"))
                .contains("Support")
                .doesNotContain("Knowledge feedback");
        agent.moves(ticketId, "Support");
        awaitTicket(cursor, ticketId, t -> !t.gone());
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void aVerdictThatIsCutHasOneEffect(Moment moment) throws IOException {
        var id = agent.publishes(ContractKnowledge.draft("Judged over a bad line", "<p>Text</p>"));
        try (var proxy = new CuttingProxy(url)) {
            var cutSettings = RtAgent.settings(proxy.url(), setting("RT_USER"), setting("RT_PASSWORD"));
            var cut = new RtConnector(new RtClient(cutSettings), cutSettings, Clock.systemUTC());

            deliverOnce(cut, proxy, moment, "POST", "/ticket", cast.verdict(cast.anna(), id, false, "Cut"));
        }
        assertThat(agent.verdicts(id)).hasSize(1);
    }

    @Test
    void aTicketThatTheAccountMayNotSeeDoesNotExist() {
        var cursor = itsm.end();
        var hidden = agent.opens("Staff only", "anna.nowak@oriale.example", "Hidden");
        var moved = itsm.deliver(cast.ticket(cast.anna(), "Moved away", "Text")).ticketId();
        agent.moves(moved, "Staff only");

        assertThat(itsm.ticket(hidden)).isEmpty();
        assertThat(itsm.ticket(moved)).isEmpty();
        assertThat(new ContractFeed(itsm, cursor).readToEnd().ticket(hidden)).isEmpty();
    }

    @Test
    void ticketsOfStrangersBringTheirPeople() {
        var cursor = itsm.end();
        var address = "nowy." + UUID.randomUUID() + "@brzozow.example";
        var ticketId = agent.opens("Support", address, "From somebody new");

        var feed = new ContractFeed(itsm, cursor).readToEnd();

        var requester = feed.ticket(ticketId).orElseThrow().requesterId();
        assertThat(requester).isNotNull();
        assertThat(feed.person(requester))
                .hasValueSatisfying(person -> assertThat(person.addresses()).containsExactly(address));
    }

    @Test
    void aDisabledPersonIsNoticedThoughRtsFeedDoesNotTell() {
        var ewa = new RtPeople(client, settings, Clock.systemUTC())
                .named(Set.of("ewa.lis@brzozow.example"))
                .getFirst();
        assertThat(ewa.kind()).isEqualTo(Person.Kind.EXTERNAL);
        assertThat(ewa.organisationId()).isEqualTo("Brzozów Logistyka");
        var feed = new ContractFeed(itsm, null).readToEnd();
        agent.disables(ewa.id(), true);
        try {
            await().atMost(patience())
                    .until(() -> feed.readToEnd()
                            .person(ewa.id())
                            .filter(person -> !person.active())
                            .isPresent());
        } finally {
            agent.disables(ewa.id(), false);
        }
    }

    @Test
    void thePackFindsNothingMissing() {
        assertThat(new RtPack(client, settings).check())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(check.ok()).as(check.toString()).isTrue());
    }

    @Test
    void aGroupWithinAnotherCountsAndOneThatThePortalMayNotSeeDoesNot() {
        var cursor = cursorNow();
        var id = cast.marek().personId();
        try {
            agent.puts(id, "Diet club");
            agent.puts(id, "Heads");
            awaitPerson(cursor, id, p -> p.groups().equals(List.of("Heads", "Managers of the contract")));
        } finally {
            agent.takesOut(id, "Heads");
            agent.takesOut(id, "Diet club");
        }
        awaitPerson(cursor, id, p -> p.groups().isEmpty());
    }
}
