package org.clientportal.demo.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A large firm written straight into the mirror: 2,000 people, 20,000 tickets and 100,000 entries, times the scale. A sixth of
 * the tickets belong to the sixteen people who look.
 */
final class PagesFirm {

    private static final int PEOPLE = 2_000;
    private static final int TICKETS = 20_000;

    /** The triggers of a ticket are planned for the tickets that the database knows of; it is told again after so many. */
    private static final int TICKETS_AT_ONCE = 5_000;

    private static final List<String> PEOPLE_FIRST = List.of("""
                insert into organisation (platform_id, name, parent_platform_id, active, version)
                select 'o' || n, 'Oddział ' || n, case when n > 1 then 'o1' end, true, 1 from generate_series(1, 20) n""", """
                insert into person (platform_id, kind, name, organisation_platform_id, portal_access, language, active, version)
                select 'p' || n, 'EMPLOYEE', (array['Anna','Piotr','Ewa','Marek','Zofia'])[1 + n %% 5] || ' '
                  || (array['Wiśniewska','Zieliński','Lis','Nowak','Żółkiewska'])[1 + n / 5 %% 5] || ' ' || n,
                  'o' || 1 + n %% 20, 'UNSET', 'pl', true, 1
                from generate_series(1, %d) n""".formatted(PEOPLE), """
                insert into person_address (person, address, position)
                select id, platform_id || '@oriale.example', 0 from person""", """
                insert into login (person, keycloak_id, enabled, email, changed_at, changed_by)
                select id, 'bench-' || substr(platform_id, 2), true, platform_id || '@oriale.example', now(), 'bench' from person""", """
                insert into access_line (level, feature, granted, changed_at, changed_by)
                values ('INSTALLATION', 'knowledge', true, now(), 'bench') on conflict do nothing""");

    private static final List<String> THEN_THE_REST = List.of(
            """
                insert into ticket_reader (scope, ticket, changed, reason)
                select 'p:' || requester, id, changed_at, 'requester' from ticket""",
            """
                insert into entry (ticket, platform_id, place, kind, author, author_name, author_role, at, body, html, channel,
                  delivery)
                select t.id, t.platform_id || '-' || e, e, case e when 0 then 'DESCRIPTION' else 'REPLY' end,
                  case when e % 2 = 0 then t.requester end, case when e % 2 = 0 then p.name else 'Piotr Zieliński' end,
                  case when e % 2 = 0 then 'PERSON' else 'SUPPORT' end, t.created_at + e * interval '30 minutes',
                  repeat('Od rana nie działa, a wczoraj jeszcze działało. Sprawdziliśmy kabel i ustawienia. ', 3),
                  false, 'PORTAL', 'DELIVERED'
                from ticket t join person p on p.id = t.requester cross join generate_series(0, 4) e""",
            """
                insert into article (platform_id, title, summary, html, body_text, language, category, keywords, related,
                  created_at, changed_at, gone, popularity, version)
                select 'A-' || n, (array['Drukarka: zacięty papier','VPN z domu','Nowe hasło','Poczta na telefonie'])[1 + n % 4]
                  || ' ' || n, 'Krótko o tym, co zrobić.', '<p>Sprawdź kabel.</p>', 'Sprawdź kabel.', 'pl',
                  array[(array['Drukarki','Sieć','Konta','Poczta'])[1 + n % 4]], '', '{}', now() - n * interval '1 day',
                  now() - n * interval '1 day', false, 300 - n, 1
                from generate_series(1, 300) n""",
            "insert into article_reader (scope, article, reason) select 'a:*', id, 'everyone' from article",
            "delete from search_build");

    private PagesFirm() {}

    interface Database {
        Connection connect() throws SQLException;
    }

    interface Analysis {
        void make() throws SQLException;
    }

    /** The number of a ticket of one of the sixteen. */
    static long ticketOf(int person) {
        return person * 6L;
    }

    static void fill(Database database, Analysis analysis, int scale) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("set role portal_work");
            for (var sql : PEOPLE_FIRST) {
                statement.execute(sql);
            }
            for (int first = 1; first <= TICKETS * scale; first += TICKETS_AT_ONCE) {
                analysis.make();
                statement.execute(tickets(first, first + TICKETS_AT_ONCE - 1));
            }
            analysis.make();
            for (var sql : THEN_THE_REST) {
                statement.execute(sql);
            }
        }
    }

    /** Every sixth ticket is one of the sixteen's. */
    private static String tickets(int first, int last) {
        return """
                insert into ticket (platform_id, number, subject, status, meaning, category, priority, requester,
                  organisation_platform_id, agent_name, created_at, changed_at, last_author, version)
                select 't' || n, n::text,
                  (array['VPN rozłącza się','Drukarka nie skanuje','Brak dostępu do raportów','Nowy laptop','Poczta na telefonie'])
                    [1 + n %% 5] || ' – sprawa ' || n,
                  'open', (array['NEW','IN_WORK','WAITING_FOR_PERSON','WAITING_FOR_OTHERS','PLANNED','SOLVED','CLOSED','CLOSED',
                    'CLOSED','CLOSED'])[1 + n / 7 %% 10], 'hardware', 'normal', p.id, p.organisation_platform_id, 'Piotr Zieliński',
                  now() - n * interval '17 minutes' - interval '3 hours', now() - n * interval '17 minutes', 'SUPPORT', 1
                from generate_series(%d, %d) n
                  join person p on p.platform_id = 'p' || case when n %% 6 = 0 then 1 + (n / 6 - 1) %% 16 else 17 + n * 7 %% %d end""".formatted(first, last, PEOPLE - 16);
    }
}
