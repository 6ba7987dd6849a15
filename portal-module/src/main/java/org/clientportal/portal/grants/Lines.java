package org.clientportal.portal.grants;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.grants.Subject.Level;
import org.clientportal.portal.live.Hints;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines that say who has which feature. Open pages of everybody concerned are told with the commit. */
@Component
@WorkTransaction
class Lines {

    private static final String LINES = """
            select l.id, l.level, l.feature, l.granted, l.branch, l.profile, l.until, l.changed_at, l.changed_by,
              case l.level when 'PERSON' then l.person::text when 'GROUP' then 'group:' || l.group_name
                when 'ORGANISATION' then 'organisation:' || l.organisation else 'installation' end as subject,
              coalesce(p.name, o.name, l.group_name, l.organisation, 'installation') as subject_name,
              l.until is not null and l.until <= :now as over
            from access_line l left join person p on p.id = l.person
              left join organisation o on o.platform_id = l.organisation""";

    private static final String OF_SUBJECT = """
            where level = :level and person is not distinct from cast(:person as bigint)
              and organisation is not distinct from cast(:organisation as text)
              and group_name is not distinct from cast(:group as text)""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final Hints hints;

    Lines(JdbcClient jdbc, Clock clock, Audit audit, Hints hints) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.hints = hints;
    }

    /** All lines, or those of a subject; the farthest level first. */
    List<LineView> list(Optional<Subject> subject) {
        var where = subject.isPresent() ? " where l.id in (select id from access_line " + OF_SUBJECT + ")" : "";
        var statement = jdbc.sql("select *, cast(null as boolean) as decides from (" + LINES + where
                        + ") lines order by array_position(array['INSTALLATION', 'ORGANISATION', 'GROUP', 'PERSON'], level),"
                        + " subject_name, feature")
                .param("now", now());
        return subject.map(wanted -> bind(statement, wanted))
                .orElse(statement)
                .query(LineView::of)
                .list();
    }

    /** Every line that speaks about a person, by feature and from the nearest; those that decide are marked. */
    List<LineView> about(long person) {
        return jdbc.sql("select lines.*, about.decides from access_lines_about(:person, :now) about join (" + LINES
                        + ") lines on lines.id = about.id order by lines.feature, about.distance, lines.subject_name")
                .param("person", person)
                .param("now", now())
                .query(LineView::of)
                .list();
    }

    /**
     * What a line is to say.
     *
     * @param branch an organisation's id of the platform, for organisation-tickets
     */
    record Wish(
            boolean granted,
            @Nullable String branch,
            @Nullable Profile profile,
            @Nullable Instant until) {}

    void say(Subject subject, Feature feature, Wish wish, String actor) {
        var before = of(subject, feature);
        bind(jdbc.sql("""
                        insert into access_line (level, person, organisation, group_name, feature, granted, branch, profile,
                          until, changed_at, changed_by)
                        values (:level, :person, :organisation, :group, :feature, :granted, :branch, :profile, :until, :now,
                          :actor)
                        on conflict (level, person, organisation, group_name, feature) do update set
                          granted = excluded.granted, branch = excluded.branch, profile = excluded.profile,
                          until = excluded.until, changed_at = excluded.changed_at, changed_by = excluded.changed_by"""), subject)
                .param("feature", feature.word())
                .param("granted", wish.granted())
                .param("branch", feature == Feature.ORGANISATION_TICKETS ? wish.branch() : null)
                .param("profile", wish.profile() == null ? null : wish.profile().word())
                .param("until", at(wish.until()))
                .param("now", now())
                .param("actor", actor)
                .update();
        note(wish.granted() ? "access.granted" : "access.denied", subject, feature, before, actor);
    }

    /** @return whether there was a line */
    boolean takeBack(Subject subject, Feature feature, String actor) {
        var before = of(subject, feature);
        var gone = bind(jdbc.sql("delete from access_line " + OF_SUBJECT + " and feature = :feature"), subject)
                        .param("feature", feature.word())
                        .update()
                > 0;
        if (gone) {
            note("access.revoked", subject, feature, before, actor);
        }
        return gone;
    }

    private Optional<LineView> of(Subject subject, Feature feature) {
        return list(Optional.of(subject)).stream()
                .filter(line -> line.feature().equals(feature.word()))
                .findFirst();
    }

    private void note(String act, Subject subject, Feature feature, Optional<LineView> before, String actor) {
        audit.note(new Deed(
                Deed.Actor.administrator(actor),
                act,
                new Deed.Subject(subject.level().name().toLowerCase(Locale.ROOT), subject.word(), subject.name()),
                before.map(Lines::told).orElse(Map.of("feature", feature.word())),
                of(subject, feature).map(Lines::told).orElse(Map.of("feature", feature.word()))));
        hints.rightsChanged(subject.level() == Level.PERSON ? Optional.ofNullable(subject.person()) : Optional.empty());
    }

    private static Map<String, Object> told(LineView line) {
        var told = new LinkedHashMap<String, Object>();
        told.put("feature", line.feature());
        told.put("granted", line.granted());
        if (line.branch() != null) {
            told.put("branch", line.branch());
        }
        if (line.until() != null) {
            told.put("until", line.until().toString());
        }
        return told;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Subject subject) {
        return statement
                .param("level", subject.level().name())
                .param("person", subject.person())
                .param("organisation", subject.organisation())
                .param("group", subject.group());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
