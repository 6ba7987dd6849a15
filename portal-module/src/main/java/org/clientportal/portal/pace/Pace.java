package org.clientportal.portal.pace;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works out how long tickets of each category took lately, from the mirror alone. */
@Component
class Pace {

    static final Duration LATELY = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final Clock clock;

    Pace(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Solved is when a ticket last went from open to over; what was closed since by itself took no longer for that. The table
     * becomes what the mirror says, as often as it is asked.
     */
    @WorkTransaction
    public void take() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        // how many tickets the first part gives the planner guesses far too low, and would go through them for each
        // entry anew
        jdbc.sql("set local enable_nestloop = off").update();
        jdbc.sql("""
                        with meanings as (
                          select s.id, s.meaning in ('SOLVED', 'CLOSED') as over
                          from platform_catalogue c, jsonb_to_recordset(c.value -> 'statuses') as s(id text, meaning text)
                        ), lately as (
                          select t.id, t.category, t.created_at, t.since from ticket t
                          where t.meaning in ('SOLVED', 'CLOSED') and not t.gone and t.merged_into is null
                            and t.since >= cast(:now as timestamptz) - make_interval(secs => :lately) and t.category is not null
                        ), turns as (
                          select e.ticket, e.at, m.over,
                            lag(m.over, 1, false) over (partition by e.ticket order by e.place, e.id) as before
                          from entry e join lately l on l.id = e.ticket join meanings m on m.id = e.status
                        ), solved as (
                          select l.id, l.category, l.created_at, coalesce(max(u.at), l.since) as at
                          from lately l left join turns u on u.ticket = l.id and u.over and not u.before
                          group by l.id, l.category, l.created_at, l.since
                        ), answered as (
                          select e.ticket, min(e.at) as at from entry e join lately l on l.id = e.ticket
                          where e.author_role = 'SUPPORT' and e.kind = 'REPLY' group by e.ticket
                        ), paces as (
                          select s.category, count(*) as solved,
                            percentile_cont(0.5) within group (order by extract(epoch from s.at - s.created_at)) as solve_median,
                            percentile_cont(0.9) within group (order by extract(epoch from s.at - s.created_at)) as solve_most,
                            count(a.at) as answered,
                            percentile_cont(0.5) within group (order by extract(epoch from a.at - s.created_at)) as answer_median,
                            percentile_cont(0.9) within group (order by extract(epoch from a.at - s.created_at)) as answer_most
                          from solved s left join answered a on a.ticket = s.id group by s.category
                        ), gone as (
                          delete from category_pace where category not in (select category from paces)
                        )
                        insert into category_pace (category, solved, solve_median, solve_most, answered, answer_median, answer_most,
                          taken_at)
                        select category, solved, greatest(solve_median, 0), greatest(solve_most, 0), answered, answer_median,
                          answer_most, :now
                        from paces
                        on conflict (category) do update set solved = excluded.solved, solve_median = excluded.solve_median,
                          solve_most = excluded.solve_most, answered = excluded.answered,
                          answer_median = excluded.answer_median, answer_most = excluded.answer_most,
                          taken_at = excluded.taken_at""").param("now", now).param("lately", LATELY.toSeconds()).update();
    }
}
