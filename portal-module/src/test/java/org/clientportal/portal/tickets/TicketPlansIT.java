package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.clientportal.portal.PortalDatabase;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** What a page of tickets reads does not grow with the tickets a person has, nor with those of the firm. */
class TicketPlansIT {

    private static final int TICKETS = 40_000;
    /** A page of PostgreSQL is 8 kB; a list of twenty reads some of an index and some of the tickets. */
    private static final long MOST_PAGES = 400;

    private static final Pattern READ = Pattern.compile("Buffers: shared (?:hit=(\\d+))?\\s?(?:read=(\\d+))?");

    private static HikariDataSource source;
    private static Recorder recorder;
    private static Tickets tickets;

    @BeforeAll
    static void many() throws SQLException {
        var database = PortalDatabase.migrated();
        source = database.pool(1);
        recorder = new Recorder(source);
        tickets = new Tickets(JdbcClient.create(recorder));
        try (var owner = java.sql.DriverManager.getConnection(database.url(), "portal_owner", database.password());
                var statement = owner.createStatement()) {
            statement.execute("""
                    insert into person (platform_id, kind, name, portal_access, active, version)
                      select 'p' || n, 'EMPLOYEE', 'Person ' || n, 'UNSET', true, 1 from generate_series(1, 2000) n;
                    insert into ticket (platform_id, number, subject, meaning, created_at, changed_at, last_author, requester)
                      select 't' || n, n::text, 'ticket ' || n, (array['NEW','SOLVED','CLOSED'])[1 + n %% 3], now(),
                        now() - n * interval '1 minute', 'PERSON', case when n %% 2 = 0 then 1 else 2 + n %% 400 end
                      from generate_series(1, %d) n;
                    insert into ticket_reader (scope, ticket, changed, reason)
                      select 'p:' || requester, id, changed_at, 'requester' from ticket;
                    insert into entry (ticket, platform_id, place, kind, author_name, author_role, at, body, channel, delivery)
                      select id, 'e' || id || '-' || e, e, 'REPLY', 'Anna', 'PERSON', now(), 'Nie działa.', 'PORTAL', 'DELIVERED'
                      from ticket, generate_series(1, 2) e;
                    insert into ticket_closing (ticket, since, closes_at)
                      select id, since, now() from ticket;
                    insert into ticket_rating (ticket, person, score, comment, at, request_key, delivery)
                      select id, requester, 4, '', now(), gen_random_uuid(), 'DELIVERED' from ticket;
                    insert into ticket_mute (person, ticket, at)
                      select t.requester, t.id, now() from ticket t where t.requester is not null and t.id %% 3 = 0;
                    insert into ticket_link (ticket, other, kind)
                      select id, 't' || 1 + id %% 100, 'RELATED' from ticket""".formatted(TICKETS));
            statement.execute("vacuum analyze");
        }
    }

    @AfterAll
    static void close() {
        source.close();
    }

    @Test
    void everyListReadsTheSameForSomebodyWithTwentyThousandTicketsAndWithAHundred() throws SQLException {
        for (var tab : TabName.values()) {
            var query = new TicketQuery(TicketQuery.Whose.OWN, tab, Optional.empty(), "", null, false);
            var few = pagesRead(viewer(101), seen -> tickets.page(seen, query, Optional.empty(), Tickets.PAGE));
            var many = pagesRead(viewer(1), seen -> tickets.page(seen, query, Optional.empty(), Tickets.PAGE));
            assertThat(many)
                    .as("list %s: %s beside %s", tab, many, few)
                    .isLessThanOrEqualTo(Math.max(few * 6 / 5, few + 10));
        }
    }

    @Test
    void countsReadTheSame() throws SQLException {
        var query = new TicketQuery(TicketQuery.Whose.OWN, TabName.OPEN, Optional.empty(), "", null, false);
        var few = pagesRead(viewer(101), seen -> tickets.counts(seen, query));
        var many = pagesRead(viewer(1), seen -> tickets.counts(seen, query));
        assertThat(many).as("%s beside %s", many, few).isLessThanOrEqualTo(few + 10);
    }

    @Test
    void oneTicketIsReadByItsNumberAlone() throws SQLException {
        var read = pagesRead(viewer(1), seen -> {
            var ticket = tickets.visibleTo(seen, "20000").orElseThrow();
            return tickets.participants(seen, ticket.id());
        });
        assertThat(read).isLessThan(60);
    }

    /** What a viewer may read is as much as the firm is large: the plan for any value must not go through it for one ticket. */
    @Test
    void oneTicketIsReadByItsOwnReadersWhateverThePlan() throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            takeRole(connection, viewer(1));
            recorder.within(connection);
            CurrentViewer.with(viewer(1), () -> tickets.visibleTo(viewer(1), "20000"));
            for (var question : recorder.recorded()) {
                assertThat(planForAnyValue(connection, question))
                        .contains("ticket_reader_by_ticket")
                        .doesNotContain("ticket_reader_by_stage", "ticket_reader_by_change", "hashed SubPlan");
            }
            connection.rollback();
        }
    }

    private static String planForAnyValue(Connection connection, Question question) throws SQLException {
        var sql = new StringBuilder();
        var parts = question.sql().split("\\?", -1);
        for (int at = 0; at < parts.length; at++) {
            sql.append(at == 0 ? "" : "$" + at).append(parts[at]);
        }
        var none = String.join(", ", Collections.nCopies(parts.length - 1, "null"));
        try (var statement = connection.createStatement()) {
            statement.execute("prepare asked as " + sql);
            statement.execute("set local plan_cache_mode = 'force_generic_plan'");
            var plan = new StringBuilder();
            try (var rows = statement.executeQuery("explain execute asked(" + none + ")")) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            statement.execute("deallocate asked");
            return plan.toString();
        }
    }

    private interface Asking {
        Object of(Viewer viewer);
    }

    /** Asks as a page does, then has PostgreSQL say what each of these questions reads. */
    private static long pagesRead(Viewer viewer, Asking asking) throws SQLException {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            takeRole(connection, viewer);
            recorder.within(connection);
            CurrentViewer.with(viewer, () -> asking.of(viewer));
            long read = 0;
            for (var question : recorder.recorded()) {
                var plan = plan(connection, question);
                assertThat(plan).doesNotContain("Seq Scan on ticket", "Seq Scan on entry", "Seq Scan on person");
                var first = READ.matcher(plan);
                assertThat(first.find()).as(plan).isTrue();
                var here = number(first.group(1)) + number(first.group(2));
                assertThat(here).as(plan).isLessThan(MOST_PAGES);
                read += here;
            }
            connection.rollback();
            return read;
        }
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static void takeRole(Connection connection, Viewer viewer) throws SQLException {
        try (var take = connection.createStatement()) {
            take.execute("select set_config('role', 'portal_page', true), set_config('portal.viewer', '"
                    + viewer.person() + "', true), set_config('portal.scopes', '{" + String.join(",", viewer.scopes())
                    + "}', true)");
        }
    }

    private static String plan(Connection connection, Question question) throws SQLException {
        try (var explain = connection.prepareStatement("explain (analyze, buffers) " + question.sql())) {
            // as for a page: the plan for any value
            explain.unwrap(org.postgresql.PGStatement.class).setPrepareThreshold(1);
            for (var parameter : question.parameters().entrySet()) {
                explain.setObject(parameter.getKey(), parameter.getValue());
            }
            var plan = new StringBuilder();
            try (var rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private static Viewer viewer(long person) {
        return new Viewer(
                person,
                "p" + person,
                "Person " + person,
                "p@oriale.example",
                "pl",
                ZoneId.of("Europe/Warsaw"),
                Set.of(Feature.TICKETS),
                List.of("p:" + person),
                List.of(),
                null,
                0);
    }

    private record Question(String sql, TreeMap<Integer, Object> parameters) {}

    /** Hands out one connection that is not closed, and notes what is asked on it. */
    private static final class Recorder extends DelegatingDataSource {

        private final List<Question> questions = new ArrayList<>();
        private Connection connection;

        Recorder(DataSource target) {
            super(target);
        }

        void within(Connection open) {
            connection = open;
            questions.clear();
        }

        List<Question> recorded() {
            return List.copyOf(questions);
        }

        @Override
        public Connection getConnection() {
            return proxy(Connection.class, connection, (method, arguments, answer) -> {
                if (answer instanceof PreparedStatement statement) {
                    var question = new Question((String) arguments[0], new TreeMap<>());
                    questions.add(question);
                    return proxy(PreparedStatement.class, statement, (set, values, result) -> {
                        if (set.startsWith("set")
                                && values != null
                                && values.length > 1
                                && values[0] instanceof Integer at) {
                            question.parameters().put(at, values[1]);
                        }
                        return result;
                    });
                }
                return answer;
            });
        }

        private interface Seen {
            Object after(String method, Object[] arguments, Object answer);
        }

        private static <T> T proxy(Class<T> type, T target, Seen seen) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                        if (method.getName().equals("close") && type == Connection.class) {
                            return null;
                        }
                        try {
                            return seen.after(method.getName(), arguments, method.invoke(target, arguments));
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    }));
        }
    }
}
