package org.clientportal.portal.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Person;
import org.clientportal.mail.IncomingMail;
import org.clientportal.mail.MailKey;
import org.clientportal.mail.MessageIds;
import org.clientportal.mail.Reading;
import org.clientportal.mail.ReplyAddress;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.access.Signing;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.letters.Letters;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.MailIntake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What becomes of mails. Anna and Marek of Oriale, Ewa of Brzozów Logistyka; Piotr is an agent, two people share biuro@.
 */
class InboxIT {

    private static final String ACCOUNT = "support";
    private static long uid;

    private final RunningPortal portal = RunningPortal.get();
    private final MailIntake intake = portal.bean(MailIntake.class);
    private final MailController admin = portal.bean(MailController.class);
    private final String mailbox = portal.bean(Letters.class).mailbox();
    private final MailKey key = MailKey.of(portal.bean(Signing.class).keyFor("mail"));

    @BeforeEach
    void cast() {
        var changes = portal.bean(ChangeIntake.class);
        var from = changes.cursor().orElseThrow();
        changes.take(
                from,
                new ChangePage(
                        List.of(),
                        List.of(
                                person("piotr", Person.Kind.AGENT, true, "piotr@oriale.example"),
                                person(
                                        "jola",
                                        Person.Kind.EMPLOYEE,
                                        true,
                                        "jola@oriale.example",
                                        "biuro@oriale.example"),
                                person(
                                        "olek",
                                        Person.Kind.EMPLOYEE,
                                        true,
                                        "olek@oriale.example",
                                        "biuro@oriale.example"),
                                person("zenon", Person.Kind.EMPLOYEE, false, "zenon@oriale.example")),
                        List.of(),
                        from + "i",
                        false));
    }

    @Test
    void aKnownPersonsMailBecomesATicket() {
        var mail = arrives(
                "From: Anna <ANNA@oriale.example>\nSubject: Drukarka nie drukuje", "Dzień dobry,\nnie drukuje.\n");
        assertThat(mail.verdict()).isEqualTo("ticket");
        assertThat(mail.verified()).isFalse();
        assertThat(mail.steps())
                .extracting(MailView.StepView::step)
                .contains("read", "automatic", "sender", "conversation");
        var entry = entryOf(mail);
        assertThat(entry.get("kind")).isEqualTo("DESCRIPTION");
        assertThat(entry.get("channel")).isEqualTo("MAIL");
        assertThat(entry.get("verified")).isEqualTo(false);
        assertThat(entry.get("body")).isEqualTo("Dzień dobry,\nnie drukuje.");
        assertThat(entry.get("subject")).isEqualTo("Drukarka nie drukuje");
        assertThat(entry.get("category")).isEqualTo("hardware");
        assertThat(outboxRows(entry)).isEqualTo(1);
    }

    @Test
    void anAnswerToTheSignedAddressIsAVerifiedReplyWithTheNewTextAndTheFiles() {
        var ticket = ticket("open", ANNA);
        var mail = arrives(
                "From: anna@oriale.example\nTo: " + address(ticket, ANNA)
                        + "\nSubject: Re: VPN\nContent-Type: multipart/mixed; boundary=b",
                """
                --b
                Content-Type: text/plain; charset=utf-8

                Działa, dziękuję.

                W dniu 12.02.2024 o 10:11, Wsparcie pisze:
                > Prosimy uruchomić ponownie.
                --b
                Content-Type: image/png; name="ekran.png"
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --b
                Content-Type: application/octet-stream; name="wirus.exe"
                Content-Transfer-Encoding: base64

                TVo=
                --b--
                """);
        assertThat(mail.verdict()).isEqualTo("reply");
        assertThat(mail.verified()).isTrue();
        assertThat(mail.ticket()).isEqualTo(ticket);
        var entry = entryOf(mail);
        assertThat(entry.get("body")).isEqualTo("Działa, dziękuję.");
        assertThat(entry.get("verified")).isEqualTo(true);
        assertThat(files(entry)).containsExactly("ekran.png");
        assertThat(mail.steps()).anySatisfy(step -> assertThat(step.reason()).contains("wirus.exe"));
        assertThat(outboxRows(entry)).isEqualTo(1);
    }

    @Test
    void theAddressOfOneIsNoUseToAnother() {
        var ticket = ticket("open", ANNA);
        var mail = arrives("From: ewa@oriale.example\nTo: " + address(ticket, ANNA) + "\nSubject: Re: VPN", "A kuku");
        assertThat(mail.verdict()).isEqualTo("held");
        assertThat(entries(ticket)).isEqualTo(1);
    }

    @Test
    void theAddressOfOneUsedByAnotherParticipantIsAnUnverifiedReply() {
        var ticket = ticket("open", ANNA);
        reads(ticket, MAREK);
        var mail = arrives(
                "From: marek@oriale.example\nTo: " + address(ticket, ANNA) + "\nSubject: Re: VPN", "U mnie też");
        assertThat(mail.verdict()).isEqualTo("reply");
        assertThat(mail.verified()).isFalse();
    }

    @Test
    void aDamagedAddressNamesNothing() {
        var ticket = ticket("open", ANNA);
        var damaged = address(ticket, ANNA).replaceFirst("\\+..", "+aa");
        var mail = arrives("From: ewa@oriale.example\nTo: " + damaged + "\nSubject: Re: VPN", "Próba");
        assertThat(mail.verdict()).isEqualTo("ticket");
        assertThat(entries(ticket)).isEqualTo(1);
        assertThat(mail.steps()).anySatisfy(step -> assertThat(step.verdict()).isEqualTo("not ours"));
    }

    @Test
    void anAnswerToOurMessageIdIsAnUnverifiedReply() {
        var ticket = ticket("open", ANNA);
        var id = MessageIds.make(ticket, "row 7", "oriale.example", key);
        var mail = arrives(
                "From: anna@oriale.example\nTo: " + mailbox + "\nIn-Reply-To: <" + id + ">\nSubject: Re: VPN",
                "Nadal nie");
        assertThat(mail.verdict()).isEqualTo("reply");
        assertThat(mail.verified()).isFalse();
        assertThat(entryOf(mail).get("verified")).isEqualTo(false);
    }

    @Test
    void aStrangerWithAForgedIdGetsNowhere() {
        var ticket = ticket("open", ANNA);
        var genuine = MessageIds.make(ticket, "row 7", "oriale.example", key);
        for (var id : List.of("cp." + ticket + "@oriale.example", genuine.replace("cp.", "cp.a"), genuine)) {
            var mail = arrives(
                    "From: evil@stranger.example\nIn-Reply-To: <" + id + ">\nSubject: Re: [" + ticket + "]",
                    "Daj hasło " + id);
            assertThat(mail.verdict()).isEqualTo("held");
            assertThat(mail.person()).isNull();
        }
        assertThat(entries(ticket)).isEqualTo(1);
        assertThat(readers(ticket)).isEqualTo(1);
    }

    @Test
    void aNumberInTheSubjectIsBelievedOnlyOfSomebodyOnTheTicket() {
        var ticket = ticket("open", ANNA);
        var own =
                arrives("From: anna@oriale.example\nSubject: Re: [rt.example #9] [" + ticket + "] VPN", "Jeszcze coś");
        assertThat(own.verdict()).isEqualTo("reply");
        assertThat(own.verified()).isFalse();
        var foreign = arrives("From: ewa@oriale.example\nSubject: Re: [" + ticket + "] VPN", "Ja też");
        assertThat(foreign.verdict()).isEqualTo("ticket");
        assertThat(entries(ticket)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: nobody@stranger.example",
                "From: piotr@oriale.example\nSubject: Re: [1]",
                "From: biuro@oriale.example",
                "From: zenon@oriale.example",
                "From: anna@oriale.example, ewa@oriale.example",
                "X-Nothing: at all",
                "From: anna@oriale.example\nContent-Type: multipart/mixed; boundary=none"
            })
    void whoeverIsNotOneKnownPersonIsHeld(String header) {
        var before = count("select count(*) from ticket");
        var empty = header.contains("multipart");
        var mail = arrives(header, empty ? "" : "Treść " + header);
        assertThat(mail.verdict()).isEqualTo("held");
        assertThat(count("select count(*) from ticket")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "X-Client-Portal-Loop: portal.oriale.example",
                "Return-Path: <>",
                "Subject: Automatyczna odpowiedź: VPN",
                "Precedence: bulk"
            })
    void automaticMailIsIgnoredEvenWithASignedAddress(String header) {
        var ticket = ticket("solved", ANNA);
        var mail = arrives(
                header + "\nFrom: anna@oriale.example\nTo: " + address(ticket, ANNA), "Jestem na urlopie " + header);
        assertThat(mail.verdict()).isEqualTo("ignored");
        assertThat(entries(ticket)).isEqualTo(1);
    }

    @Test
    void ownMailIsIgnored() {
        assertThat(arrives("From: " + mailbox, "Echo").verdict()).isEqualTo("ignored");
    }

    @Test
    void theSameMailTwiceHasOneEffect() {
        var header = "From: anna@oriale.example\nMessage-ID: <twice-" + UUID.randomUUID() + "@x>\nSubject: Dwa razy";
        var first = arrives(header, "Raz");
        var second = arrives("Received: another way\n" + header, "Raz");
        var third = arrives(header, "Inna treść");
        assertThat(first.verdict()).isEqualTo("ticket");
        assertThat(second.verdict()).isEqualTo("ignored");
        assertThat(second.reason()).isEqualTo("duplicate of mail " + first.id());
        assertThat(third.verdict()).as("ids are the sender's to choose").isEqualTo("ticket");
    }

    @Test
    void theSameUidIsStoredOnceAndTheCursorMoves() {
        var number = ++uid;
        intake.store("cursor", 5, number, raw("From: anna@oriale.example", "Kursor"));
        intake.store("cursor", 5, number, raw("From: anna@oriale.example", "Kursor"));
        drain();
        assertThat(count("select count(*) from inbound_mail where account = 'cursor'"))
                .isEqualTo(1);
        assertThat(intake.lastUid("cursor", 5)).isEqualTo(number);
        assertThat(intake.lastUid("cursor", 6)).isZero();
    }

    @Test
    void anAnswerToASolvedTicketReopensIt() {
        var ticket = ticket("solved", ANNA);
        var mail = arrives(
                "From: anna@oriale.example\nTo: " + address(ticket, ANNA) + "\nSubject: Re: VPN", "Znowu nie działa");
        assertThat(mail.verdict()).isEqualTo("reply");
        assertThat(count("select count(*) from entry e join ticket t on t.id = e.ticket where t.number = '" + ticket
                        + "' and e.wish = 'REOPEN'"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerToATicketClosedLongAgoBecomesANewOne() {
        var ticket = ticket("closed", ANNA);
        portal.work(() -> portal.jdbc()
                .sql("update ticket set changed_at = ? where number = ?")
                .params(Instant.now().minus(30, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC), ticket)
                .update());
        var mail = arrives("From: anna@oriale.example\nTo: " + address(ticket, ANNA) + "\nSubject: Re: VPN", "Wróciło");
        assertThat(mail.verdict()).isEqualTo("ticket");
        assertThat(mail.reason()).contains(ticket);
        assertThat(entries(ticket)).isEqualTo(1);
        assertThat(count("select count(*) from ticket t join ticket old on old.id = t.follows where old.number = '"
                        + ticket + "'"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerFollowsAMergedTicketAndAnAnswerToADeletedOneIsNew() {
        var ticket = ticket("open", ANNA);
        var target = ticket("open", ANNA);
        update("update ticket set merged_into = '" + target + "' where number = '" + ticket + "'");
        var merged = arrives("From: anna@oriale.example\nTo: " + address(ticket, ANNA), "Gdzie to jest?");
        assertThat(merged.ticket()).isEqualTo(target);
        update("update ticket set gone = true where number = '" + target + "'");
        var gone = arrives("From: anna@oriale.example\nTo: " + address(target, ANNA), "A teraz?");
        assertThat(gone.verdict()).isEqualTo("ticket");
    }

    @Test
    void whoeverStandsInAnswersByMailForWhoeverIsAway() {
        var ticket = ticket("open", ANNA);
        var from = "From: marek@oriale.example\nSubject: Re: VPN\nTo: " + address(ticket, MAREK);
        assertThat(arrives(from, "Jeszcze nie zastępuję.").verdict()).isEqualTo("held");
        update("""
                insert into stand_in (person, stand_in, from_at, until, set_at)
                select a.id, m.id, now() - interval '1 day', now() + interval '1 day', now() from person a, person m
                where a.platform_id = 'anna' and m.platform_id = 'marek'""");
        try {
            var mail = arrives(from, "Proszę o restart w poniedziałek.");
            assertThat(mail.verdict()).isEqualTo("reply");
            assertThat(mail.verified()).isTrue();
            assertThat(portal.inWork(() -> portal.jdbc()
                            .sql(
                                    "select author_name || ' / ' || on_behalf_of from entry where body like 'Proszę o restart%'")
                            .query(String.class)
                            .single()))
                    .isEqualTo("Marek Nowak / Anna Wiśniewska");
            assertThat(portal.inWork(() -> portal.jdbc()
                            .sql("select count(*) from audit where act = 'ticket.answered-for' and subject = ?")
                            .param(ticket)
                            .query(Long.class)
                            .single()))
                    .isOne();
        } finally {
            update("delete from stand_in");
        }
        assertThat(arrives(from, "Już nie zastępuję.").verdict()).isEqualTo("held");
    }

    @Test
    void whatOurServerCallsForgedIsHeldAndOtherServersAreNotAsked() {
        var settings =
                new InboxSettings("mx.oriale.example", InboxSettings.Stranger.HOLD, null, Duration.ofDays(14), 8);
        var sorting = new Sorting(
                portal.bean(Senders.class),
                portal.bean(MailTickets.class),
                settings,
                portal.bean(Letters.class),
                portal.bean(Signing.class),
                Clock.systemUTC());
        assertThat(decided(sorting, "Authentication-Results: mx.oriale.example; dmarc=fail"))
                .isInstanceOf(Decision.Hold.class);
        assertThat(decided(sorting, "Authentication-Results: mx.stranger.example; dmarc=fail"))
                .isInstanceOf(Decision.Open.class);
        assertThat(decided(sorting, "Authentication-Results: mx.oriale.example; dmarc=pass"))
                .isInstanceOf(Decision.Open.class);
    }

    private Decision decided(Sorting sorting, String header) {
        var raw = raw(header + "\nFrom: anna@oriale.example\nSubject: VPN", "Treść");
        var mail = ((Reading.Understood) IncomingMail.read(raw)).mail();
        return portal.inWork(() -> sorting.decide(mail, new Steps()));
    }

    private void update(String sql) {
        portal.work(() -> portal.jdbc().sql(sql).update());
    }

    @Test
    void aFailureInTheMiddleLeavesNothingHalfAndIsTriedAgain() throws SQLException {
        asOwner("""
                create function boom() returns trigger language plpgsql as
                $$ begin if new.name = 'boom.txt' then raise exception 'boom'; end if; return new; end $$""");
        asOwner("create trigger boom before insert on attachment for each row execute function boom()");
        var before = count("select count(*) from ticket");
        var id = stored(
                "From: ewa@oriale.example\nSubject: Awaria w połowie\nContent-Type: multipart/mixed; boundary=b", """
                --b

                Tekst
                --b
                Content-Type: text/plain; name="boom.txt"

                x
                --b--
                """);
        drain();
        assertThat(admin.show(id).verdict()).isEqualTo("waiting");
        assertThat(admin.show(id).reason()).startsWith("tried 1 times");
        assertThat(count("select count(*) from ticket")).isEqualTo(before);
        asOwner("drop trigger boom on attachment");
        portal.work(() -> portal.jdbc()
                .sql("update inbound_mail set due_at = now() where id = ?")
                .param(Long.valueOf(id))
                .update());
        drain();
        assertThat(admin.show(id).verdict()).isEqualTo("ticket");
        assertThat(count("select count(*) from ticket")).isEqualTo(before + 1);
    }

    @Test
    void whatIsSetAsideCanBeReplayedAndWhatHadAnEffectCannot() {
        var number = ++uid;
        intake.setAside(
                ACCOUNT,
                1,
                number,
                raw("From: ewa@oriale.example\nSubject: Stary", "Stary mail"),
                "older than 14 days when first seen");
        var set = idOf(number);
        assertThat(admin.show(set).verdict()).isEqualTo("held");
        assertThat(admin.show(set).subject()).isEqualTo("Stary");
        assertThat(admin.replay(set).getStatusCode().value()).isEqualTo(202);
        drain();
        assertThat(admin.show(set).verdict()).isEqualTo("ticket");
        assertThatThrownBy(() -> admin.replay(set))
                .isInstanceOf(AdminProblem.class)
                .hasMessageContaining("doubled");
        assertThatThrownBy(() -> admin.show("999999999")).isInstanceOf(AdminProblem.class);
    }

    @Test
    void administratorsPageThroughTheMails() {
        for (int i = 0; i < 5; i++) {
            arrives("From: nobody@stranger.example\nSubject: Stronicowanie " + i, "x" + i);
        }
        var first = admin.list("held", "stronicowanie", null, 3);
        assertThat(first.items())
                .extracting(MailView::subject)
                .containsExactly("Stronicowanie 4", "Stronicowanie 3", "Stronicowanie 2");
        var second = admin.list("held", "stronicowanie", first.next(), 3);
        assertThat(second.items()).extracting(MailView::subject).containsExactly("Stronicowanie 1", "Stronicowanie 0");
        assertThat(second.next()).isNull();
        assertThat(new String(admin.raw(first.items().getFirst().id()).getBody(), StandardCharsets.UTF_8))
                .contains("Subject: Stronicowanie 4");
        assertThatThrownBy(() -> admin.list("nonsense", "", null, 3)).isInstanceOf(AdminProblem.class);
    }

    @Test
    void howAPollWentIsRemembered() {
        intake.polled("polled", Optional.empty());
        intake.polled("polled", Optional.of("no answer"));
        assertThat(
                        count(
                                "select count(*) from mail_poll where account = 'polled' and polled_at is not null and failure = 'no answer'"))
                .isEqualTo(1);
    }

    private MailView arrives(String headers, String body) {
        var id = stored(headers, body);
        drain();
        return admin.show(id);
    }

    private String stored(String headers, String body) {
        var number = ++uid;
        intake.store(ACCOUNT, 1, number, raw(headers, body));
        return idOf(number);
    }

    private static byte[] raw(String headers, String body) {
        var type = headers.contains("Content-Type") ? "" : "\nContent-Type: text/plain; charset=utf-8";
        return (headers + type + "\n\n" + body).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private void drain() {
        while (intake.processNext()) {
            assertThat(uid).isPositive();
        }
    }

    private String idOf(long number) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select id from inbound_mail where account = ? and uid = ?")
                .params(ACCOUNT, number)
                .query(String.class)
                .single());
    }

    private String ticket(String status, String requester) {
        var id = Integer.toString(500_000 + (int) ++uid);
        portal.platformSays(portal.ticket(id, "VPN", status, requester));
        return id;
    }

    private void reads(String ticket, String person) {
        portal.work(() -> portal.jdbc().sql("""
                        insert into ticket_reader (scope, ticket, changed, reason)
                        select 'p:' || p.id, t.id, now(), 'participant' from person p, ticket t
                        where p.platform_id = ? and t.number = ?""").params(person, ticket).update());
    }

    private String address(String ticket, String person) {
        return ReplyAddress.make(mailbox, ticket, person, key);
    }

    private Map<String, Object> entryOf(MailView mail) {
        return portal.inWork(() ->
                portal.jdbc().sql("""
                        select e.id, e.kind, e.channel, e.verified, e.body, e.request_key, t.subject, t.category
                        from inbound_mail m join entry e on e.id = m.entry join ticket t on t.id = m.ticket where m.id = ?""").param(Long.valueOf(mail.id())).query().singleRow());
    }

    private long outboxRows(Map<String, Object> entry) {
        return count("select count(*) from outbox where subject = " + entry.get("id") + " and topic like 'ticket.%'");
    }

    private List<String> files(Map<String, Object> entry) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select name from attachment where entry = ? order by position")
                .param(entry.get("id"))
                .query(String.class)
                .list());
    }

    private long entries(String ticket) {
        return count("select count(*) from entry e join ticket t on t.id = e.ticket where t.number = '" + ticket + "'");
    }

    private long readers(String ticket) {
        return count(
                "select count(*) from ticket_reader r join ticket t on t.id = r.ticket where r.scope like 'p:%' and t.number = '"
                        + ticket + "'");
    }

    private long count(String sql) {
        return portal.inWork(() -> portal.jdbc().sql(sql).query(Long.class).single());
    }

    private void asOwner(String sql) throws SQLException {
        var settings = portal.context().getEnvironment();
        try (var connection = DriverManager.getConnection(
                        settings.getProperty("spring.datasource.url"),
                        settings.getProperty("spring.flyway.user"),
                        settings.getProperty("spring.flyway.password"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Person person(String id, Person.Kind kind, boolean active, String... addresses) {
        return new Person(
                id, kind, id, List.of(addresses), "oriale", Person.PortalAccess.UNSET, null, "pl", null, active, 7);
    }
}
