package org.clientportal.portal.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientportal.portal.PortalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Over 20,000 documents search reads indexes, whether somebody sees a handful of them or all. */
class SearchPlanIT {

    private static final int DOCUMENTS = 20_000;

    private static Connection owner;

    @BeforeAll
    static void many() throws SQLException {
        var database = PortalDatabase.migrated();
        owner = DriverManager.getConnection(database.url(), "portal_owner", database.password());
        run("""
                insert into person (platform_id, kind, name, portal_access, active, version)
                  values ('p1', 'EMPLOYEE', 'Anna', 'UNSET', true, 1);
                insert into ticket (platform_id, number, subject, meaning, created_at, changed_at, last_author)
                  select 't' || n, n::text, 'ticket ' || n, 'NEW', now(), now() - n * interval '1 minute', 'PERSON'
                  from generate_series(1, %1$d) n;
                insert into ticket_reader (scope, ticket, changed, reason)
                  select 'o:all', id, changed_at, 'organisation' from ticket;
                insert into ticket_reader (scope, ticket, changed, reason)
                  select 'p:' || id %% 500, id, changed_at, 'requester' from ticket;
                insert into search_document (kind, object, vector, title_words, changed)
                  select 'ticket', id, (select string_agg('''wword' || (id * w) %% 4000 || ''':' || w, ' ')
                      from generate_series(1, 60) w)::tsvector
                    || case when id %% 400 = 0 then '''wrare'':1A'::tsvector else ''::tsvector end, 3, changed_at
                  from ticket;
                analyze;""".formatted(DOCUMENTS));
    }

    @AfterAll
    static void close() throws SQLException {
        owner.close();
    }

    @Test
    void whoSeesAllIsAnsweredByTheIndexOfWords() throws SQLException {
        var plan = plan("o:all");
        assertThat(plan).contains("search_document_vector").doesNotContain("Seq Scan on search_document");
    }

    @Test
    void whoSeesFewIsAnsweredByAnIndexToo() throws SQLException {
        assertThat(plan("p:7")).contains("Index").doesNotContain("Seq Scan on search_document");
    }

    @Test
    void theFunctionFindsWhatThePlanPromises() throws SQLException {
        assertThat(found("o:all")).isEqualTo(DOCUMENTS / 400);
        assertThat(found("p:400")).isEqualTo(found("o:all") / 5);
        assertThat(found("p:7")).isZero();
    }

    /** A word that many have, asked by somebody with few tickets: what is read goes by theirs, not by how many there are. */
    @Test
    void whoSeesFewReadsAsMuchHoweverManyThereAre() throws SQLException {
        var plan = plan("p:7", "explain (analyze, buffers) ", "wword1");
        var read = Pattern.compile("shared (?:hit=(\\d+))? ?(?:read=(\\d+))?").matcher(plan);
        assertThat(read.find()).as(plan).isTrue();
        var pages = Stream.of(read.group(1), read.group(2))
                .filter(Objects::nonNull)
                .mapToLong(Long::parseLong)
                .sum();
        // some pages of two indexes and one of the table for each of their tickets, whatever the word
        assertThat(pages).as(plan).isLessThan(DOCUMENTS / 500 * 5 + 40);
    }

    /** The plan of the look-up inside {@code search_reach_ticket}, taken from the function itself. */
    private static String plan(String scope) throws SQLException {
        return plan(scope, "explain ", "wrare");
    }

    private static String plan(String scope, String explain, String word) throws SQLException {
        var source = value("select prosrc from pg_proc where proname = 'search_reach_ticket'");
        var from = source.indexOf("select s.* from search_document s");
        var look = source.substring(from, source.indexOf(") d", from))
                .replace("s.vector @@ query", "s.vector @@ '''" + word + "'''::tsquery")
                .replace("any (scopes)", "any (array['" + scope + "'])");
        var plan = new StringBuilder();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(explain + look)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }

    private static long found(String scope) throws SQLException {
        run("select set_config('portal.scopes', '{\"" + scope + "\"}', false)");
        return Long.parseLong(value("""
                select coalesce(max(total), 0) from search_visible(array['ticket'], 'pl', array['''wrare'''],
                  array['''wrare'':A'], array[0], array[1::real], 1, 0.2::real, 10)"""));
    }

    private static void run(String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String value(String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
