package org.clientportal.portal.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** New tickets that were begun, and the solutions that were in view meanwhile: by the form's one-time key, without a name. */
@Component
@WorkTransaction
class Deflections {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deflections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void shown(String formKey, List<String> articles) {
        if (!articles.isEmpty()) {
            note(formKey, "shown", articles);
        }
    }

    void opened(String formKey, String article) {
        note(formKey, "opened", List.of(article));
    }

    private void note(String formKey, String column, List<String> articles) {
        jdbc.sql("insert into deflection (form_key, at, " + column + ") values (:key, :now, :articles)"
                        + " on conflict (form_key) do update set " + column
                        + " = array(select distinct unnest(deflection." + column + " || excluded." + column + "))")
                .param("key", formKey)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("articles", articles.toArray(String[]::new))
                .update();
    }

    /** "This solved it": the first word counts. */
    void solved(String formKey, String article) {
        jdbc.sql("update deflection set solved = ? where form_key = ? and solved is null")
                .params(article, formKey)
                .update();
    }

    /**
     * What became of tickets that were begun.
     *
     * @param begun forms beside which solutions were shown
     * @param opened of them, those in which a solution was opened
     * @param solved of them, those in which one solved it
     * @param sent of them, those that became a ticket all the same
     */
    record Report(Instant since, long begun, long opened, long solved, long sent, List<Row> articles) {}

    /** A solution in these numbers. */
    record Row(String id, String title, long shown, long opened, long solved) {}

    Report since(Instant since) {
        var from = since.atOffset(ZoneOffset.UTC);
        var articles = jdbc.sql("""
                        select a.platform_id as id, a.title,
                          count(*) filter (where a.platform_id = any (d.shown)) as shown,
                          count(*) filter (where a.platform_id = any (d.opened)) as opened,
                          count(*) filter (where a.platform_id = d.solved) as solved
                        from deflection d join article a on a.platform_id = any (d.shown || d.opened)
                        where d.at >= ? group by 1, 2 order by solved desc, opened desc, shown desc, id limit 100""")
                .param(from)
                .query((row, number) -> new Row(
                        row.getString("id"),
                        row.getString("title"),
                        row.getLong("shown"),
                        row.getLong("opened"),
                        row.getLong("solved")))
                .list();
        return jdbc.sql("""
                        select count(*) as begun, count(*) filter (where cardinality(opened) > 0) as opened, count(solved) as solved,
                          count(*) filter (where exists (select from form_use f where f.form_key = d.form_key)) as sent
                        from deflection d where d.at >= ?""")
                .param(from)
                .query((row, number) -> new Report(
                        since,
                        row.getLong("begun"),
                        row.getLong("opened"),
                        row.getLong("solved"),
                        row.getLong("sent"),
                        articles))
                .single();
    }
}
