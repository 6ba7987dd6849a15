package org.clientportal.portal.standins;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.colleagues.Colleagues;
import org.clientportal.portal.colleagues.Colleagues.Colleague;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands in for the viewer, and for whom the viewer stands in. What is allowed is decided by the database's functions. */
@Component
class StandIns {

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Audit audit;
    private final Clock clock;

    StandIns(JdbcClient jdbc, Colleagues colleagues, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A time of standing in, now or to come.
     *
     * @param mine whether the viewer is the one who is away
     * @param name of the other one
     * @param until the moment from which it does not hold any more
     */
    record StandIn(boolean mine, String name, Instant from, Instant until) {}

    @PageTransaction
    List<StandIn> of(Viewer viewer) {
        return jdbc.sql("select * from stand_ins(?)")
                .param(now())
                .query((row, number) -> new StandIn(
                        row.getBoolean("mine"),
                        row.getString("name"),
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        row.getObject("until", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those of the viewer's colleagues who are meant. */
    @PageTransaction
    List<Colleague> meant(Viewer viewer, String typed) {
        return colleagues.meant(typed).stream()
                .filter(colleague -> colleague.person() != viewer.person())
                .toList();
    }

    /**
     * From the first day to the last, both whole, in the viewer's zone. Replaces whoever stood in before.
     *
     * @return false when that colleague cannot
     */
    @PageTransaction
    boolean set(Viewer viewer, Colleague colleague, LocalDate from, LocalDate last) {
        var set = jdbc.sql("select stand_in_set(?, ?, ?, ?, ?)")
                .params(
                        colleague.person(),
                        from.atStartOfDay(viewer.zone()).toOffsetDateTime(),
                        last.plusDays(1).atStartOfDay(viewer.zone()).toOffsetDateTime(),
                        colleagues.ofWholeFirm(),
                        now())
                .query(Boolean.class)
                .single();
        if (set) {
            audit.note(new Deed(
                    Deed.Actor.person(viewer.email()),
                    "stand-in.set",
                    Deed.Subject.person(viewer.person(), viewer.name()),
                    Map.of(),
                    Map.of("by", colleague.name(), "from", from.toString(), "to", last.toString())));
        }
        return set;
    }

    @PageTransaction
    void end(Viewer viewer) {
        var ended = jdbc.sql("select stand_in_ended(?)")
                .param(now())
                .query(Boolean.class)
                .single();
        if (ended) {
            audit.note(Deed.of(
                    Deed.Actor.person(viewer.email()),
                    "stand-in.ended",
                    Deed.Subject.person(viewer.person(), viewer.name())));
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
