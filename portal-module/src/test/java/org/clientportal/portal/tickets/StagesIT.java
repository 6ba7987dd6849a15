package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.clientportal.portal.PortalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The stage that lists go by is what the ticket and its deliveries say, whatever happens to them and in which order. */
class StagesIT {

    private static final int ROUNDS = 20;
    private static final int STEPS = 40;

    /** Says of each ticket again, from nothing but its own columns and its entries, what the triggers have written. */
    private static final String ASTRAY = """
            select t.id || ' ' || t.stage || ' ' || coalesce(r.stage, '-') from ticket t left join ticket_reader r on r.ticket = t.id
              cross join lateral (select case
                when t.gone then 'GONE'
                when t.meaning = 'CLOSED' then 'CLOSED'
                when (t.meaning = 'SOLVED' or t.meaning = 'WAITING_FOR_PERSON' and t.last_author <> 'PERSON')
                  and not exists (select from entry e where e.ticket = t.id and e.delivery in ('SENDING', 'UNKNOWN')) then 'YOURS'
                else 'OPEN' end as stage) should
            where t.stage <> should.stage or r.stage <> should.stage
              or t.refused <> exists (select from entry e where e.ticket = t.id and e.delivery = 'FAILED')""";

    private static HikariDataSource source;
    private static JdbcClient jdbc;

    @BeforeAll
    static void database() {
        var database = PortalDatabase.migrated();
        source = database.pool(4);
        source.setConnectionInitSql("set role portal_work");
        jdbc = JdbcClient.create(source);
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void theStageFollowsWhateverHappens() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            var ticket = ticket("s" + seed);
            for (int step = 0; step < STEPS; step++) {
                happen(random, ticket, step);
                assertThat(jdbc.sql(ASTRAY).query(String.class).list())
                        .as("seed %d, step %d", seed, step)
                        .isEmpty();
            }
        }
    }

    @Test
    void twoDeliveriesThatEndAtTheSameMomentLeaveNothingOnItsWay() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var ticket = ticket("c" + round);
            jdbc.sql("update ticket set meaning = 'SOLVED' where id = ?")
                    .param(ticket)
                    .update();
            var entries = List.of(entry(ticket, "SENDING"), entry(ticket, "SENDING"));
            var start = new CountDownLatch(1);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var ended = entries.stream()
                        .map(entry -> threads.submit(() -> {
                            start.await();
                            return deliver(entry);
                        }))
                        .toList();
                start.countDown();
                for (var each : ended) {
                    each.get();
                }
            }
            assertThat(jdbc.sql(ASTRAY).query(String.class).list()).isEmpty();
            assertThat(jdbc.sql("select stage from ticket_reader where ticket = ?")
                            .param(ticket)
                            .query(String.class)
                            .list())
                    .containsOnly("YOURS");
        }
    }

    private static int deliver(long entry) {
        return jdbc.sql("update entry set delivery = 'DELIVERED' where id = ?")
                .param(entry)
                .update();
    }

    private static void happen(Random random, long ticket, int step) {
        switch (random.nextInt(8)) {
            case 0 -> entry(ticket, any(random, "SENDING", "UNKNOWN", "FAILED", "DELIVERED"));
            case 1 ->
                jdbc.sql(
                                "update entry set delivery = ? where id = (select min(id) from entry where ticket = ? and delivery <> 'DELIVERED')")
                        .params(any(random, "SENDING", "UNKNOWN", "FAILED", "DELIVERED"), ticket)
                        .update();
            case 2 ->
                jdbc.sql("delete from entry where id = (select max(id) from entry where ticket = ?)")
                        .param(ticket)
                        .update();
            case 3, 4 ->
                jdbc.sql("update ticket set meaning = ?, last_author = ? where id = ?")
                        .params(
                                any(random, "NEW", "IN_WORK", "WAITING_FOR_PERSON", "SOLVED", "CLOSED"),
                                any(random, "PERSON", "SUPPORT"),
                                ticket)
                        .update();
            case 5 ->
                jdbc.sql("update ticket set gone = ? where id = ?")
                        .params(random.nextInt(4) == 0, ticket)
                        .update();
            case 6 ->
                jdbc.sql(
                                "insert into ticket_reader (scope, ticket, changed, reason) values (?, ?, now(), 'participant')")
                        .params("p:" + (100 + step), ticket)
                        .update();
            default ->
                new TransactionTemplate(new DataSourceTransactionManager(source)).executeWithoutResult(undone -> {
                    jdbc.sql("update ticket set meaning = 'CLOSED' where id = ?")
                            .param(ticket)
                            .update();
                    entry(ticket, "SENDING");
                    undone.setRollbackOnly();
                });
        }
    }

    private static String any(Random random, String... values) {
        return values[random.nextInt(values.length)];
    }

    private static long ticket(String name) {
        var ticket = jdbc.sql("""
                        insert into ticket (platform_id, number, subject, meaning, created_at, changed_at, last_author)
                        values (:name, :name, 'VPN', 'NEW', now(), now(), 'PERSON') returning id""").param("name", name).query(Long.class).single();
        jdbc.sql("insert into ticket_reader (scope, ticket, changed, reason) values ('p:1', ?, now(), 'requester')")
                .param(ticket)
                .update();
        return ticket;
    }

    private static long entry(long ticket, String delivery) {
        return jdbc.sql("""
                        insert into entry (ticket, kind, author_name, author_role, at, body, channel, delivery)
                        values (?, 'REPLY', 'Anna', 'PERSON', now(), '', 'PORTAL', ?) returning id""").params(ticket, delivery).query(Long.class).single();
    }
}
