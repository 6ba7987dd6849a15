package org.clientportal.portal.owndata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;
import static org.clientportal.portal.RunningPortal.entry;
import static org.clientportal.portal.RunningPortal.person;
import static org.clientportal.portal.RunningPortal.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.clientportal.itsm.Entry;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.conversation.Contents;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Anna takes along: all that is hers, nothing that is Ewa's. */
class OwnDataIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    /** What {@link #rows} and the ticket say of Ewa and nobody else. */
    private static final String[] EWAS = {
        "Tajne Ewy",
        "grupa-ewa",
        "dawna.ewa",
        "Zgoda ewa",
        "słowo ewa",
        "ocena ewa",
        "szkic ewa",
        "plik ewa",
        "Artykuł ewa",
        "powód ewa",
        "Awaria ewa",
        "cisza-ewa",
        "Laptop ewa",
        "Umowa ewa",
        "umowa-ewa",
        "Notatka ewa",
        "Podpis ewa",
        "kod-ewa",
        "list-ewa",
        "own-ewa",
        "Mail od ewa",
        "wysyłka-ewa",
        "Przeglądarka ewa"
    };

    @BeforeAll
    static void everythingThereCanBe() throws IOException {
        PORTAL.platformSays(
                PORTAL.ticket(
                        "8400",
                        "Wniosek <b>Anny</b>",
                        "open",
                        ANNA,
                        entry("8400-e1", 1, Entry.Kind.REPLY, support(), "Proszę o szczegóły."),
                        entry("8400-e2", 2, Entry.Kind.REPLY, person(ANNA), "Oto one.")),
                PORTAL.ticket("8401", "Tajne Ewy", "open", EWA));
        var stored = PORTAL.inWork(() -> {
            try {
                return PORTAL.bean(Contents.class)
                        .store(new ByteArrayInputStream("mój plik".getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        for (var who : List.of(ANNA, EWA)) {
            rows(who)
                    .forEach(sql -> PORTAL.work(() -> PORTAL.jdbc()
                            .sql(sql)
                            .param("me", id(who))
                            .param("other", id(MAREK))
                            .param("who", who)
                            .param("ticket", who.equals(ANNA) ? "8400" : "8401")
                            .param("sha", stored.sha256())
                            .update()));
            for (var sql : List.of(
                    "insert into sign_in (login_subject, at, address, device) values (?, now(), '192.0.2.7', ?)",
                    "insert into session (id, login_subject, created_at, seen_at, expires_at, attributes, device) "
                            + "values (gen_random_uuid()::text, ?, now(), now(), now() + interval '1 hour', '', ?)")) {
                PORTAL.jdbc()
                        .sql(sql)
                        .params("kc-" + who, "Przeglądarka " + who)
                        .update();
            }
        }
    }

    /** One row about somebody in each table that the ticket does not fill. */
    private static List<String> rows(String who) {
        return List.of(
                "insert into person_group (person, name) select :me, 'grupa-' || :who" + " on conflict do nothing",
                "insert into former_address (person, address, changed_at) select :me, 'dawna.' || :who || '@oriale.example', now()",
                "insert into person_preference (person, time_zone) select :me, 'Asia/Tokyo'"
                        + " on conflict (person) do update set time_zone = 'Asia/Tokyo'",
                "insert into access_line (level, person, feature, granted, changed_at, changed_by) select 'PERSON', :me, 'notes', true, now(), 'admin-' || :who"
                        + " on conflict do nothing",
                "insert into ticket_participation (ticket, person, takes_part, asked_by, at, request_key, delivery) select id, :other, true, :me, now(), gen_random_uuid(), 'DELIVERED' from ticket where number = :ticket",
                "insert into ticket_share (ticket, person, until, shared_by, at) select id, :other, now() + interval '1 day', :me, now() from ticket where number = :ticket"
                        + " on conflict do nothing",
                "insert into stand_in (person, stand_in, from_at, until, set_at) select :me, :other, now() + interval '1 day', now() + interval '2 days', now()",
                "insert into approval (ticket, platform_id, approver_platform_id, approver, question, requested_at, state, reason) select id, 'own-' || :who, :who, :me, 'Zgoda ' || :who || '?', now(), 'WAITING', '' from ticket where number = :ticket",
                "insert into approval_word (approval, decision, text, person, at, request_key, delivery) select id, 'COMMENT', 'słowo ' || :who, :me, now(), gen_random_uuid(), 'DELIVERED' from approval where platform_id = 'own-' || :who",
                "insert into ticket_rating (ticket, person, score, comment, at, delivery) select id, :me, 4, 'ocena ' || :who, now(), 'DELIVERED' from ticket where number = :ticket",
                "insert into draft (id, person, form, form_key, fields, created_at, changed_at) select gen_random_uuid(), :me, '/tickets/new/plain', 'TAJNY-KLUCZ-' || :who, json_build_object('text', 'szkic ' || :who)::text, now(), now()",
                "insert into draft_file (draft, position, name, content_type, size, sha256) select id, 0, '../plik ' || :who || '.txt', 'text/plain', 9, :sha from draft where form_key = 'TAJNY-KLUCZ-' || :who",
                "insert into article (platform_id, title, summary, html, body_text, category, keywords, related, created_at, changed_at, gone, version) select 'own-' || :who, 'Artykuł ' || :who, '', '', '', '{}', '', '{}', now(), now(), false, 1",
                "insert into article_verdict (article, person, helped, reason, at) select id, :me, true, 'powód ' || :who, now() from article where platform_id = 'own-' || :who",
                "insert into announcement (kind, starts_at, changed_at, changed_by, version) select 'OUTAGE', now(), now(), 'own-' || :who, 1",
                "insert into announcement_text (announcement, language, title, text) select id, 'pl', 'Awaria ' || :who, '' from announcement where changed_by = 'own-' || :who",
                "insert into announcement_follower (announcement, person, since) select id, :me, now() from announcement where changed_by = 'own-' || :who",
                "insert into notification (person, kind, ticket, created_at) select :me, 'REPLY', id, now() from ticket where number = :ticket",
                "insert into notification_preference (person, topic, mail) select :me, 'STATE', 'NONE' on conflict do nothing",
                "insert into digest_preference (person, hour) select :me, 7 on conflict do nothing",
                "insert into ticket_mute (person, ticket, at) select :me, id, now() from ticket where number = :ticket",
                "insert into digest (person, created_at, skipped) select :me, now(), 'cisza-' || :who",
                "insert into asset (platform_id, kind, name, model, maker, state, state_name, location, fields, changed_at, gone, version) select 'own-' || :who, 'DEVICE', 'Laptop ' || :who, '', '', 'IN_USE', '', '', '{}', now(), false, 1",
                "insert into asset_holding (asset, platform_id, scope, name, kind, since) select id, platform_id, 'a:p:' || :me, name, kind, current_date from asset where platform_id = 'own-' || :who",
                "with d as (insert into document (platform_id, title, kind, summary, newest, since, changed_at, gone, version) select 'own-' || :who, 'Umowa ' || :who, 'Umowa', '', 1, now(), now(), false, 1 returning id),"
                        + " r as (insert into document_reader (scope, document, reason) select 'a:p:' || :me, id, 'person' from d),"
                        + " f as (insert into attachment (document, position, platform_id, name, content_type, size) select id, 0, 'own-d-' || :who, 'umowa-' || :who || '.pdf', 'application/pdf', 1 from d returning id, document)"
                        + " insert into document_version (document, number, since, changes, file) select document, 1, now(), '', id from f",
                "insert into document_seen (document, person, number, at) select id, :me, 1, now() from document where platform_id = 'own-' || :who",
                "insert into note (platform_id, title, html, body_text, author, written_at, changed_at, edition, gone, version) select 'own-' || :who, 'Notatka ' || :who, '<p>x</p>', 'x', '', now(), now(), 1, false, 1",
                "insert into note_reader (scope, note, reason) select 'a:p:' || :me, id, 'person' from note where platform_id = 'own-' || :who",
                "insert into note_read (note, person, edition, at, delivery) select id, :me, 1, now(), 'DELIVERED' from note where platform_id = 'own-' || :who",
                "with c as (insert into confirmation (organisation, seq, person, receipt, version, check_code, file_name, pdf, pdf_salt, pdf_hash) select 4000, :me, :me, 'own-' || :who, 1, 'kod-' || :who, 'potwierdzenie-' || :who || '.pdf', decode('00', 'hex'), decode('00', 'hex'), decode('00', 'hex') returning id),"
                        + " l as (insert into confirmation_link (organisation, seq, kind, erases, at, leaf, previous, hash, key, signature) select 4000, :me, 'CONFIRMED', 0, now(), decode('00', 'hex'), decode('00', 'hex'), decode('00', 'hex'), 'x', decode('00', 'hex'))"
                        + " insert into confirmation_value (confirmation, name, salt, value, hash) select id, 'signed-name', decode('00', 'hex'), 'Podpis ' || :who, decode('00', 'hex') from c",
                "insert into letter_log (recipient, kind, sent_at) select :who || '@oriale.example', 'list-' || :who, now()",
                "insert into inbound_mail (account, uid_validity, uid, received_at, raw, verdict, reason, due_at, subject, person) select 'own-' || :who, 1, :me, now(), 'raw', 'REPLY', '', now(), 'Mail od ' || :who, :me",
                "insert into failed_sign_in (event, login_subject, at, address) select 'own-' || :who, 'kc-' || :who, now(), '198.51.100.9'",
                "insert into outbox_lane (lane, destination) select 'own-' || :who, 'PLATFORM'",
                "insert into outbox (lane, destination, topic, subject, request_key, person, actor, created_at, due_at, state) select 'own-' || :who, 'PLATFORM', 'wysyłka-' || :who, 1, gen_random_uuid(), :me, 'x', now(), now(), 'DONE'");
    }

    @AfterAll
    static void leaveNothingBehind() {
        PORTAL.work(() -> List.of(
                        "person_preference",
                        "asset where platform_id like 'own-%'",
                        "note where platform_id like 'own-%'",
                        "notification_preference",
                        "digest_preference",
                        "ticket_mute",
                        "digest where skipped like 'cisza-%'",
                        "person_group where name like 'grupa-%'",
                        "access_line where level = 'PERSON' and feature = 'notes'",
                        "stand_in",
                        "ticket_share",
                        "approval where platform_id like 'own-%'",
                        "ticket_rating where comment like 'ocena %'",
                        "draft where form_key like 'TAJNY-KLUCZ-%'",
                        "article where platform_id like 'own-%'",
                        "announcement where changed_by like 'own-%'",
                        "inbound_mail where account like 'own-%'",
                        "outbox where lane like 'own-%'",
                        "outbox_lane where lane like 'own-%'")
                .forEach(rows -> PORTAL.jdbc().sql("delete from " + rows).update()));
    }

    private static long id(String person) {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select id from person where platform_id = ?")
                .param(person)
                .query(Long.class)
                .single());
    }

    @BeforeEach
    void nobodyHasFetchedAnything() {
        PORTAL.work(() -> PORTAL.jdbc().sql("delete from own_data_download").update());
    }

    @Test
    void everyTableIsToldOrLeftOutWithAReason() {
        var tables = PORTAL.inWork(() -> PORTAL.jdbc()
                .sql(
                        "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'")
                .query(String.class)
                .list());
        var told = Arrays.stream(Section.values())
                .flatMap(section -> section.tables().stream())
                .toList();
        assertThat(told).doesNotHaveDuplicates().doesNotContainAnyElementsOf(LeftOut.TABLES.keySet());
        var known = new TreeSet<>(told);
        known.addAll(LeftOut.TABLES.keySet());
        assertThat(known).as("tables of own data and tables of the database").isEqualTo(new TreeSet<>(tables));
    }

    @Test
    void whatIsLeftOutAsNobodysPointsAtNobody() {
        var pointing =
                PORTAL.inWork(() -> PORTAL.jdbc().sql("""
                        select distinct conrelid::regclass::text from pg_constraint
                        where contype = 'f' and confrelid = 'person'::regclass""").query(String.class).list());
        assertThat(pointing)
                .allSatisfy(table -> assertThat(LeftOut.TABLES.getOrDefault(table, ""))
                        .as(table)
                        .isNotEqualTo("says nothing about a person")
                        .doesNotContain("all together"));
    }

    @Test
    void everySectionHoldsWhatIsHersAndNothingOfAnothers() throws IOException {
        var anna = archive(ANNA);
        var data = json(anna);
        assertThat(data.path("format").asString()).isEqualTo("client-portal-own-data");
        assertThat(data.path("version").asInt()).isEqualTo(1);
        for (var section : Section.values()) {
            assertThat(data.path("sections").path(section.key()).size())
                    .as(section.key())
                    .isPositive();
        }
        var whole = data.toString();
        assertThat(whole)
                .contains(
                        "grupa-anna",
                        "dawna.anna@oriale.example",
                        "Asia/Tokyo",
                        "Zgoda anna?",
                        "słowo anna",
                        "ocena anna",
                        "szkic anna",
                        "Artykuł anna",
                        "Umowa anna",
                        "umowa-anna.pdf",
                        "powód anna",
                        "Awaria anna",
                        "list-anna",
                        "Laptop anna",
                        "Notatka anna",
                        "Podpis anna",
                        "potwierdzenie-anna.pdf",
                        "cisza-anna",
                        "Mail od anna",
                        "198.51.100.9",
                        "192.0.2.7",
                        "Przeglądarka anna",
                        "wysyłka-anna",
                        "Marek Nowak",
                        "own-data.downloaded");
        assertThat(whole).doesNotContain(EWAS).doesNotContain("TAJNY-KLUCZ", "admin-anna", "kc-anna", "sha256");
        assertThat(new String(anna.get("index.html"), StandardCharsets.UTF_8))
                .doesNotContain(EWAS)
                .doesNotContain("TAJNY-KLUCZ", "admin-anna", "kc-anna");
    }

    @Test
    void herOwnEntriesAreMarkedAndHerFilesAreThere() throws IOException {
        var anna = archive(ANNA);
        var ticket = json(anna)
                .path("sections")
                .path("tickets")
                .valueStream()
                .filter(one -> one.path("number").asString().equals("8400"))
                .findFirst()
                .orElseThrow();
        assertThat(ticket.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("own").asBoolean()))
                .containsExactly(true, false, true);
        // other tests have written as Anna too
        var files =
                anna.keySet().stream().filter(path -> path.startsWith("files/")).toList();
        var file = files.stream()
                .filter(path -> path.endsWith("/.._plik anna.txt"))
                .toList();
        assertThat(file).hasSize(1);
        assertThat(new String(anna.get(file.getFirst()), StandardCharsets.UTF_8))
                .isEqualTo("mój plik");
        assertThat(json(anna).path("files").valueStream().map(JsonNode::asString))
                .isEqualTo(files);
    }

    @Test
    void thePageIsReadInHerLanguageAndNamesNothingOutside() throws IOException {
        var page = Jsoup.parse(new String(archive(ANNA).get("index.html"), StandardCharsets.UTF_8));
        assertThat(page.select("html").attr("lang")).isEqualTo("pl");
        assertThat(page.select("h2").eachText())
                .hasSize(Section.values().length)
                .contains("Zgłoszenia", "Logowania");
        assertThat(page.text())
                .contains("Wniosek <b>Anny</b>", "Oto one.", "Pracujemy nad tym")
                .doesNotContain("own-data.field", "own-data.section");
        assertThat(page.select("script, link, img, iframe, [src]")).isEmpty();
        assertThat(page.select("a[href*=plik]").eachAttr("href"))
                .hasSize(1)
                .allMatch(href -> href.startsWith("files/"));
        var english = Jsoup.parse(new String(archive(EWA).get("index.html"), StandardCharsets.UTF_8));
        assertThat(english.select("h2").eachText()).contains("Tickets", "Sign-ins");
        Files.createDirectories(Path.of("target/pages"));
        Files.writeString(Path.of("target/pages/own-data-archive.html"), page.outerHtml());
    }

    @Test
    void howOftenIsLimitedAndEachTimeIsRecorded() {
        var anna = PORTAL.browser(ANNA);
        for (int time = 0; time < 3; time++) {
            assertThat(anna.download(anna.page("/profile/data"), "/profile/data")
                            .statusCode())
                    .isEqualTo(200);
        }
        var refused = anna.download(anna.page("/profile/data"), "/profile/data");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("3 razy na dobę");
        assertThat(PORTAL.inWork(() -> PORTAL.jdbc()
                        .sql(
                                "select count(*) from audit where act = 'own-data.downloaded' and actor = 'anna@oriale.example'")
                        .query(Long.class)
                        .single()))
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsToldIsDocumented() throws IOException {
        var document = Files.readString(Path.of("../docs/own-data.md"));
        var sections = json(archive(ANNA)).path("sections");
        for (var section : Section.values()) {
            assertThat(document).contains("### `" + section.key() + "`");
            sections.path(section.key())
                    .forEach(row -> names(row)
                            .forEach(name ->
                                    assertThat(document).as(section.key()).contains("`" + name + "`")));
        }
        LeftOut.TABLES.keySet().forEach(table -> assertThat(document).contains("`" + table + "`"));
    }

    private static TreeSet<String> names(JsonNode row) {
        var names = new TreeSet<String>();
        row.properties().forEach(field -> {
            names.add(field.getKey());
            if (!List.of("fields", "answers", "before", "after").contains(field.getKey())) {
                field.getValue().valueStream().filter(JsonNode::isObject).forEach(inner -> names.addAll(names(inner)));
            }
        });
        return names;
    }

    private static Map<String, byte[]> archive(String who) throws IOException {
        var browser = PORTAL.browser(who);
        var answer = browser.download(browser.page("/profile/data"), "/profile/data");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static JsonNode json(Map<String, byte[]> archive) {
        return JsonMapper.shared().readTree(archive.get("data.json"));
    }
}
