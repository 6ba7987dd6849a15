package org.clientportal.portal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.clientportal.portal.PortalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Behind the authorisation function stands row-level security, with the very roles of production. */
class SecondWallIT {

    private static HikariDataSource source;
    private static JdbcClient jdbc;
    private static TransactionTemplate page;
    private static TransactionTemplate work;
    private static Viewer anna;
    private static Viewer bartek;

    @BeforeAll
    static void cast() {
        var database = PortalDatabase.migrated();
        source = database.pool(1);
        jdbc = JdbcClient.create(source);
        page = new TransactionTemplate(new RoleTransactions(source, RoleTransactions.Role.PAGE));
        work = new TransactionTemplate(new RoleTransactions(source, RoleTransactions.Role.WORK));
        work.executeWithoutResult(status -> {
            anna = person("anna");
            bartek = person("bartek");
            jdbc.sql("""
                            insert into ticket (id, platform_id, number, subject, meaning, requester, created_at, changed_at,
                              last_author)
                            values (101, 't-1', '48213', 'VPN', 'NEW', ?, now(), now(), 'PERSON')""").param(anna.person()).update();
            jdbc.sql("insert into ticket_reader (scope, ticket, changed, reason) values (?, 101, now(), 'requester')")
                    .param("p:" + anna.person())
                    .update();
        });
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void theApplicationIsNoSuperuserAndSeesNothingByItself() {
        assertThat(jdbc.sql("select rolsuper or rolbypassrls from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
        assertThatThrownBy(() -> jdbc.sql("select count(*) from ticket")
                        .query(Long.class)
                        .single())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aPageWithoutAViewerIsAnError() {
        assertThatThrownBy(() -> page.executeWithoutResult(status -> {}))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void eachViewerSeesOwnTicketsAndNothingStaysOnTheConnection() {
        for (int round = 0; round < 20; round++) {
            assertThat(ticketsSeenBy(anna)).isEqualTo(1);
            assertThat(ticketsSeenBy(bartek)).isZero();
            assertThatThrownBy(() -> jdbc.sql("select 1 from ticket").query().listOfRows())
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void aViewerCannotMakeHerselfAReaderOfAForeignTicket() {
        assertThatThrownBy(() -> CurrentViewer.with(
                        bartek,
                        () -> page.execute(status ->
                                jdbc.sql("""
                                        insert into ticket_reader (scope, ticket, changed, reason)
                                        values (?, 101, now(), 'requester')""").param("p:" + bartek.person()).update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aViewerLetsNobodyIntoAForeignTicket() {
        for (var asked : List.of(
                "select ticket_participation_asked(101, viewer_id(), true, true, gen_random_uuid(), now()) is null",
                "select not ticket_shared(101, viewer_id(), now() + interval '1 day', true, now())",
                "select not ticket_share_ended(101, " + anna.person() + ")",
                "select not ticket_given_to(101, viewer_id(), true)",
                "select not is_ticket_owner(101)",
                "select ticket_stands_for(101) is null",
                "select count(*) = 0 from ticket_people(101)",
                "select not stand_in_set(" + anna.person() + ", now(), now() + interval '1 day', true, now())",
                "select count(*) = 0 from stand_ins(now())")) {
            assertThat(CurrentViewer.<Boolean, RuntimeException>with(
                            bartek,
                            () -> page.execute(status ->
                                    jdbc.sql(asked).query(Boolean.class).single())))
                    .as(asked)
                    .isTrue();
        }
        for (var table : List.of("stand_in", "ticket_share", "ticket_participation")) {
            assertThatThrownBy(() -> CurrentViewer.with(
                            bartek,
                            () -> page.execute(status -> jdbc.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single())))
                    .as(table)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(ticketsSeenBy(bartek)).isZero();
    }

    @Test
    void whoeverLooksThroughSomebodysEyesWritesNothing() {
        assertThatThrownBy(() -> CurrentViewer.with(
                        anna.seenBy("helpdesk"),
                        () -> page.execute(
                                status -> jdbc.sql("update ticket_reader set changed = now() where ticket = 101")
                                        .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("read-only transaction");
        assertThat(ticketsSeenBy(anna.seenBy("helpdesk"))).isEqualTo(1);
    }

    @Test
    void aVisitorSeesOpenArticlesOnlyAndWritesNothing() {
        work.executeWithoutResult(status -> {
            for (var scope : List.of("a:open", "a:*", "a:o:oriale")) {
                jdbc.sql("""
                                with made as (insert into article (platform_id, title, summary, html, body_text, category,
                                    keywords, related, created_at, changed_at, gone, version)
                                  values (:scope, '', '', '', '', '{}', '', '{}', now(), now(), false, 1) returning id)
                                insert into article_reader (scope, article, reason) select :scope, id, 'everyone' from made""").param("scope", scope).update();
            }
        });
        var visitor = Viewer.visitor("pl", new ViewerDefaults("pl", ZoneId.of("Europe/Warsaw")));
        List<String> seen = CurrentViewer.with(
                visitor,
                () -> page.execute(status -> jdbc.sql("select platform_id from article")
                        .query(String.class)
                        .list()));
        assertThat(seen).containsExactly("a:open");
        assertThat(ticketsSeenBy(visitor)).isZero();
        assertThatThrownBy(() -> CurrentViewer.with(
                        visitor,
                        () -> page.execute(status -> jdbc.sql("select search_missed('x', 'pl')")
                                .query()
                                .listOfRows())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("read-only transaction");
    }

    @Test
    void whatSomebodyHadIsNotReadAnyMoreButForItsNameCodeAndDates() {
        work.executeWithoutResult(status -> jdbc.sql("""
                        with made as (insert into asset (platform_id, kind, name, model, maker, code, state, state_name, location, fields,
                            changed_at, gone, version)
                          values ('d1', 'DEVICE', 'Laptop', '', '', 'OR-1', 'IN_USE', '', '', '{}', now(), false, 1) returning id),
                        read as (insert into asset_reader (scope, asset, reason) select 'a:p:' || :anna, id, 'person' from made),
                        file as (insert into attachment (asset, position, platform_id, name, content_type, size)
                          select id, 0, 'd1-f', 'Karta.pdf', 'application/pdf', 1 from made)
                        insert into asset_holding (asset, platform_id, scope, name, code, kind, since, until)
                        select id, 'd1', 'a:p:' || :bartek, 'Dawny laptop', 'OR-1', 'DEVICE', date '2025-01-01', date '2026-01-01' from made
                        union all select id, 'd1', 'a:p:' || :anna, 'Laptop', 'OR-1', 'DEVICE', date '2026-01-01', null from made""")
                .param("anna", anna.person())
                .param("bartek", bartek.person())
                .update());

        assertThat(seen(withAssets(anna), "select name from asset")).containsExactly("Laptop");
        assertThat(seen(withAssets(anna), "select name from attachment where asset is not null"))
                .containsExactly("Karta.pdf");
        assertThat(seen(withAssets(anna), "select name from asset_holding")).containsExactly("Laptop");
        assertThat(seen(withAssets(bartek), "select name from asset")).isEmpty();
        assertThat(seen(withAssets(bartek), "select name from attachment where asset is not null"))
                .isEmpty();
        assertThat(seen(withAssets(bartek), "select name from asset_holding")).containsExactly("Dawny laptop");
        assertThat(seen(withAssets(bartek), "select h.whose from asset a, asset_hand_overs(a.id) h"))
                .isEmpty();
        assertThat(seen(
                        withAssets(bartek),
                        "select whose from generate_series(1, 1000) as each, asset_hand_overs(each)"))
                .isEmpty();
        for (var without : List.of(anna, bartek)) {
            assertThat(seen(without, "select name from asset")).isEmpty();
            assertThat(seen(without, "select name from asset_holding")).isEmpty();
        }
        assertThatThrownBy(() -> CurrentViewer.with(
                        withAssets(bartek),
                        () -> page.execute(status -> jdbc.sql(
                                        "insert into ticket_asset (ticket, asset, asked) values (101, 'd1', true)")
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aNoteIsReadByThoseItIsForAndMarkedByNobodyElse() {
        work.executeWithoutResult(
                status -> jdbc.sql("""
                        with made as (insert into note (platform_id, title, html, body_text, author, written_at, changed_at, edition, gone, version)
                          values ('n1', 'Notatka', '', '', '', now(), now(), 3, false, 1) returning id),
                        read as (insert into note_reader (scope, note, reason) select 'a:p:' || :anna, id, 'person' from made),
                        marked as (insert into note_read (note, person, edition, at, delivery)
                          select id, :anna, 2, now(), 'DELIVERED' from made)
                        insert into attachment (note, position, platform_id, name, content_type, size)
                        select id, 0, 'n1-f', 'Schemat.pdf', 'application/pdf', 1 from made""").param("anna", anna.person()).update());
        var reads = with(anna, Feature.NOTES);
        var other = with(bartek, Feature.NOTES);

        assertThat(seen(reads, "select title from note")).containsExactly("Notatka");
        assertThat(seen(reads, "select name from attachment where note is not null"))
                .containsExactly("Schemat.pdf");
        assertThat(seen(reads, "select edition from note_read")).containsExactly("2");
        for (var without : List.of(other, anna)) {
            assertThat(seen(without, "select title from note")).isEmpty();
            assertThat(seen(without, "select name from attachment where note is not null"))
                    .isEmpty();
        }
        assertThat(seen(other, "select edition from note_read")).isEmpty();
        var note = work.execute(status -> jdbc.sql("select id from note where platform_id = 'n1'")
                .query(Long.class)
                .single());
        // a stranger's, another's name, an edition that is not there, one that says it has arrived
        mayNotMark(other, note, bartek.person(), 3, "SENDING");
        mayNotMark(reads, note, bartek.person(), 3, "SENDING");
        mayNotMark(reads, note, anna.person(), 9, "SENDING");
        mayNotMark(reads, note, anna.person(), 3, "DELIVERED");
        assertThatThrownBy(() -> CurrentViewer.with(
                        reads,
                        () -> page.execute(status ->
                                jdbc.sql("update note_read set at = now()").update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    private static void mayNotMark(Viewer viewer, long note, long person, long edition, String delivery) {
        assertThatThrownBy(() -> CurrentViewer.with(
                        viewer,
                        () -> page.execute(status -> jdbc.sql(
                                        "insert into note_read (note, person, edition, at, delivery) values (?, ?, ?, now(), ?)")
                                .params(note, person, edition, delivery)
                                .update())))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void aDocumentItsVersionsFilesAndPagesAreForItsReadersAndWhatIsHeldForNobody() {
        work.executeWithoutResult(
                status -> jdbc.sql("""
                        with made as (insert into document (platform_id, title, kind, summary, newest, since, changed_at, gone, version)
                          values ('c1', 'Umowa', '', '', 1, now(), now(), false, 1) returning id),
                        read as (insert into document_reader (scope, document, reason) select 'a:p:' || :anna, id, 'person' from made),
                        bytes as (insert into content (sha256, size, stored_at)
                          values (sha256('clean'), 5, now()), (sha256('held'), 4, now()) returning sha256),
                        chunks as (insert into content_chunk (sha256, no, bytes)
                          select sha256, 0, 'bytes' from bytes),
                        scans as (insert into content_scan (sha256, state, signature, tries, checked_at)
                          select sha256, case when sha256 = sha256('held') then 'HELD' else 'CLEAN' end, '', 1, now() from bytes),
                        previews as (insert into content_preview (sha256, state, pages, text, made_at)
                          select sha256, 'READY', 1, 'words', now() from bytes where sha256 = sha256('clean') returning sha256),
                        pages as (insert into preview_page (sha256, page, width, height, content_type, bytes)
                          select sha256, 1, 1, 1, 'image/png', '' from previews),
                        files as (insert into attachment (document, position, platform_id, name, content_type, size, sha256)
                          select id, 0, 'c1-f1', 'clean.pdf', 'application/pdf', 5, sha256('clean') from made
                          union all select id, 1, 'c1-f2', 'held.pdf', 'application/pdf', 4, sha256('held') from made
                          returning id, document, position, name)
                        insert into document_version (document, number, since, changes, file)
                        select document, position + 1, now(), name, id from files""").param("anna", anna.person()).update());

        var questions = List.of(
                "select title from document",
                "select changes from document_version where changes = 'clean.pdf'",
                "select name from attachment where document is not null and name = 'clean.pdf'",
                "select text from content_preview",
                "select content_type from preview_page",
                "select encode(bytes, 'escape') from content_chunk where sha256 = sha256('clean')");
        for (var question : questions) {
            assertThat(seen(with(anna, Feature.DOCUMENTS), question))
                    .as(question)
                    .hasSize(1);
            assertThat(seen(with(bartek, Feature.DOCUMENTS), question))
                    .as(question)
                    .isEmpty();
            assertThat(seen(anna, question)).as(question).isEmpty();
        }
        assertThat(seen(
                        with(anna, Feature.DOCUMENTS),
                        "select encode(bytes, 'escape') from content_chunk where sha256 = sha256('held')"))
                .isEmpty();
        for (var whose : List.of(anna, bartek)) {
            assertThatThrownBy(() -> CurrentViewer.with(
                            with(bartek, Feature.DOCUMENTS),
                            () -> page.execute(status ->
                                    jdbc.sql("""
                                            insert into document_seen (document, person, number, at)
                                            select 1, ?, 1, now()""").param(whose.person()).update())))
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("row-level security");
        }
    }

    private static List<String> seen(Viewer viewer, String question) {
        return CurrentViewer.with(
                viewer,
                () -> page.execute(
                        status -> jdbc.sql(question).query(String.class).list()));
    }

    private static Viewer withAssets(Viewer viewer) {
        return with(viewer, Feature.ASSETS);
    }

    private static Viewer with(Viewer viewer, Feature feature) {
        return new Viewer(
                viewer.person(),
                viewer.platformId(),
                viewer.name(),
                viewer.email(),
                viewer.language(),
                viewer.zone(),
                Set.of(Feature.TICKETS, feature),
                viewer.scopes(),
                viewer.audiences(),
                null,
                0);
    }

    private static long ticketsSeenBy(Viewer viewer) {
        return CurrentViewer.with(
                viewer,
                () -> page.execute(status -> jdbc.sql("select count(*) from ticket")
                        .query(Long.class)
                        .single()));
    }

    private static Viewer person(String name) {
        var id = jdbc.sql("""
                        insert into person (platform_id, kind, name, portal_access, active, version)
                        values (?, 'EMPLOYEE', ?, 'UNSET', true, 1) returning id""").params(name, name).query(Long.class).single();
        return new Viewer(
                id,
                name,
                name,
                name + "@oriale.example",
                "pl",
                ZoneId.of("Europe/Warsaw"),
                Set.of(Feature.TICKETS),
                List.of("p:" + id),
                List.of("a:*", "a:p:" + id),
                null,
                0);
    }
}
