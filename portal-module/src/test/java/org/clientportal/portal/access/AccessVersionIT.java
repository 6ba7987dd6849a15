package org.clientportal.portal.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.clientportal.portal.PortalDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of what people have holds until something of it changes, and not a request longer. */
class AccessVersionIT {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static HikariDataSource source;
    private static JdbcClient jdbc;
    private static TransactionTemplate work;
    private static long anna;

    @BeforeAll
    static void database() {
        var database = PortalDatabase.migrated();
        source = database.pool(2);
        jdbc = JdbcClient.create(source);
        work = new TransactionTemplate(new RoleTransactions(source, RoleTransactions.Role.WORK));
        work.executeWithoutResult(begun -> {
            jdbc.sql("insert into organisation (platform_id, name, active, version) values ('firm', 'Firm', true, 1)")
                    .update();
            anna = jdbc.sql("""
                            insert into person (platform_id, kind, name, organisation_platform_id, portal_access, active, version)
                            values ('anna', 'EMPLOYEE', 'Anna', 'firm', 'UNSET', true, 1) returning id""").query(Long.class).single();
            jdbc.sql("""
                            insert into login (person, keycloak_id, enabled, email, changed_at, changed_by)
                            values (?, 'anna', true, 'anna@oriale.example', now(), 'test')""").param(anna).update();
        });
        jdbc.sql("""
                        insert into session (id, login_subject, created_at, seen_at, expires_at, attributes)
                        values ('anna', 'anna', now(), now(), now() + interval '1 day', '')""").update();
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void everyChangeOfWhatPeopleHaveIsCountedOnceForItsTransaction() {
        for (var change : List.of(
                "insert into access_line (level, feature, granted, changed_at, changed_by) values ('INSTALLATION', 'chat', true, now(), 'test')",
                "update access_line set granted = false where feature = 'chat'",
                "delete from access_line where feature = 'chat'",
                "insert into person_group (person, name) select id, n from person, unnest(array['one', 'two', 'three']) n",
                "delete from person_group where name <> 'one'",
                "insert into organisation (platform_id, name, active, version) values ('branch', 'Branch', true, 1)",
                "update organisation set parent_platform_id = 'firm' where platform_id = 'branch'",
                "update person set organisation_platform_id = 'branch'",
                "update person set kind = 'EXTERNAL'",
                "insert into person (platform_id, kind, name, portal_access, active, version) values ('marek', 'EMPLOYEE', 'Marek', 'UNSET', true, 1);"
                        + "insert into stand_in (person, stand_in, from_at, until, set_at)"
                        + " select a.id, m.id, now(), now() + interval '1 day', now() from person a, person m"
                        + " where a.platform_id = 'anna' and m.platform_id = 'marek'",
                "update stand_in set until = until + interval '1 day'",
                "delete from stand_in",
                "insert into ticket (number, subject, meaning, created_at, changed_at, last_author) values ('1', '', 'NEW', now(), now(), 'PERSON');"
                        + "insert into ticket_share (ticket, person, until, shared_by, at)"
                        + " select t.id, p.id, now() + interval '1 day', p.id, now() from ticket t, person p where p.platform_id = 'anna'",
                "insert into ticket (number, subject, meaning, created_at, changed_at, last_author)"
                        + " select 'at once ' || n, '', 'NEW', now(), now(), 'PERSON' from generate_series(1, 2) n;"
                        + "insert into ticket_share (ticket, person, until, shared_by, at)"
                        + " select t.id, p.id, now() + interval '1 day', p.id, now() from ticket t, person p"
                        + " where p.platform_id = 'marek' and t.number like 'at once%'",
                "insert into approval (ticket, platform_id, approver_platform_id, approver, question, requested_at, state, reason)"
                        + " select t.id, t.number, 'anna', p.id, '', now(), 'WAITING', '' from ticket t, person p"
                        + " where p.platform_id = 'anna' and t.number like 'at once%'",
                "delete from organisation where platform_id = 'branch'")) {
            var before = version();
            work.executeWithoutResult(begun -> {
                jdbc.sql(change).update();
                assertThat(version()).as(change).isEqualTo(before);
            });
            assertThat(version()).as(change).isEqualTo(before + 1);
        }
    }

    @Test
    void whatChangesNothingOfItIsNotCounted() {
        var before = version();
        work.executeWithoutResult(begun -> {
            jdbc.sql("update person set name = 'Anna W.', organisation_platform_id = organisation_platform_id")
                    .update();
            jdbc.sql("update organisation set name = name || '!'").update();
        });
        // with somebody to whom something is open already, a further ticket changes nothing
        work.executeWithoutResult(begun -> {
            jdbc.sql("""
                            insert into ticket (number, subject, meaning, created_at, changed_at, last_author)
                            values ('2', '', 'NEW', now(), now(), 'PERSON'), ('3', '', 'NEW', now(), now(), 'PERSON')""").update();
        });
        share("2");
        before = version();
        share("3");
        assertThat(version()).isEqualTo(before);
        work.executeWithoutResult(begun -> {
            jdbc.sql("delete from access_line").update();
            begun.setRollbackOnly();
        });
        assertThat(version()).isEqualTo(before);
    }

    @Test
    void whatIsTakenAwayIsGoneWithTheNextRequestAndWhatEndsEndsByItself() {
        var clock = new MovingClock();
        var cache = new EntitlementCache(jdbc, clock);
        grant("assets", null);
        assertThat(cache.of(anna, version()).features()).contains(Feature.ASSETS);
        work.executeWithoutResult(begun ->
                jdbc.sql("delete from access_line where feature = 'assets'").update());
        assertThat(cache.of(anna, version()).features()).doesNotContain(Feature.ASSETS);

        grant("notes", NOW.plus(Duration.ofMinutes(5)));
        assertThat(cache.of(anna, version()).features()).contains(Feature.NOTES);
        clock.now = NOW.plus(Duration.ofMinutes(5));
        assertThat(cache.of(anna, version()).features()).doesNotContain(Feature.NOTES);
    }

    private static void share(String number) {
        work.executeWithoutResult(
                begun -> jdbc.sql("""
                        insert into ticket_share (ticket, person, until, shared_by, at)
                        select t.id, ?, now() + interval '1 day', ?, now() from ticket t where t.number = ?""").params(anna, anna, number).update());
    }

    private static void grant(String feature, @Nullable Instant until) {
        work.executeWithoutResult(begun -> jdbc.sql("""
                        insert into access_line (level, person, feature, granted, until, changed_at, changed_by)
                        values ('PERSON', ?, ?, true, ?, now(), 'test')""")
                .params(anna, feature, until == null ? null : OffsetDateTime.ofInstant(until, ZoneOffset.UTC))
                .update());
    }

    /** As a request reads it: with the session. */
    private static long version() {
        try (var connection = source.getConnection();
                var row = connection
                        .createStatement()
                        .executeQuery("select access_version from session_viewer where id = 'anna'")) {
            row.next();
            return row.getLong(1);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class MovingClock extends Clock {

        private Instant now = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
