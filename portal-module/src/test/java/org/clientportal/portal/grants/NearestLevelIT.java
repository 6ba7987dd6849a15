package org.clientportal.portal.grants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.clientportal.portal.PortalDatabase;
import org.clientportal.portal.access.Feature;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database's rule against the rule as it is written down, on random trees, groups and lines. */
class NearestLevelIT {

    private static final int ROUNDS = 200;
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-24T10:00:00Z");
    private static final List<String> TREE = List.of("firm", "branch", "department");

    private record Line(String level, String of, Feature feature, boolean granted, boolean over) {}

    @Test
    void theDatabaseDecidesAsTheRuleSays() {
        var database = PortalDatabase.migrated();
        var source = new SingleConnectionDataSource(database.url(), "portal", database.password(), true);
        var jdbc = JdbcClient.create(source);
        try {
            jdbc.sql("set role portal_work").update();
            jdbc.sql("""
                            insert into organisation (platform_id, name, parent_platform_id, active, version) values
                              ('firm', 'Firm', null, true, 1), ('branch', 'Branch', 'firm', true, 1),
                              ('department', 'Department', 'branch', true, 1), ('other', 'Other', null, true, 1)""").update();
            var person = jdbc.sql("""
                            insert into person (platform_id, kind, name, organisation_platform_id, portal_access, active, version)
                            values ('anna', 'EMPLOYEE', 'Anna', 'department', 'UNSET', true, 1) returning id""").query(Long.class).single();
            for (int round = 0; round < ROUNDS; round++) {
                var random = new Random(round);
                var groups = new TreeSet<String>();
                jdbc.sql("delete from person_group").update();
                for (var group : List.of("one", "two", "three")) {
                    if (random.nextBoolean()) {
                        groups.add(group);
                        jdbc.sql("insert into person_group (person, name) values (?, ?)")
                                .params(person, group)
                                .update();
                    }
                }
                var lines = lines(random);
                jdbc.sql("delete from access_line").update();
                lines.forEach(line -> insert(jdbc, line, person));
                var features = Set.of((String[]) jdbc.sql("select (access_of(?, ?)).features")
                        .params(person, NOW)
                        .query((row, number) -> row.getArray(1).getArray())
                        .single());
                assertThat(features)
                        .as("seed %d: %s in %s", round, lines, groups)
                        .isEqualTo(expected(lines, groups));
            }
        } finally {
            source.destroy();
        }
    }

    private static List<Line> lines(Random random) {
        var lines = new ArrayList<Line>();
        for (var feature : List.of(Feature.TICKETS, Feature.CHAT)) {
            for (var of : List.of("anna", "one", "two", "three", "department", "branch", "firm", "other", "")) {
                if (random.nextInt(3) == 0) {
                    var level = of.isEmpty()
                            ? "INSTALLATION"
                            : of.equals("anna")
                                    ? "PERSON"
                                    : List.of("one", "two", "three").contains(of) ? "GROUP" : "ORGANISATION";
                    lines.add(new Line(level, of, feature, random.nextBoolean(), random.nextInt(4) == 0));
                }
            }
        }
        return lines;
    }

    private static void insert(JdbcClient jdbc, Line line, long person) {
        jdbc.sql("""
                        insert into access_line (level, person, organisation, group_name, feature, granted, until, changed_at,
                          changed_by)
                        values (:level, :person, :organisation, :group, :feature, :granted, :until, :now, 'test')""")
                .param("level", line.level())
                .param("person", line.level().equals("PERSON") ? person : null)
                .param("organisation", line.level().equals("ORGANISATION") ? line.of() : null)
                .param("group", line.level().equals("GROUP") ? line.of() : null)
                .param("feature", line.feature().word())
                .param("granted", line.granted())
                .param("until", line.over() ? NOW : NOW.plusDays(1))
                .param("now", NOW)
                .update();
    }

    /** Person, then groups (denied beats granted), then organisation upward, then installation; nothing means off. */
    private static Set<String> expected(List<Line> lines, Set<String> groups) {
        var granted = new TreeSet<String>();
        for (var feature : Feature.values()) {
            var speaking = lines.stream()
                    .filter(line -> line.feature() == feature && !line.over())
                    .toList();
            var levels = new ArrayList<List<Line>>();
            levels.add(speaking.stream()
                    .filter(line -> line.level().equals("PERSON"))
                    .toList());
            levels.add(speaking.stream()
                    .filter(line -> line.level().equals("GROUP") && groups.contains(line.of()))
                    .toList());
            TREE.reversed()
                    .forEach(organisation -> levels.add(speaking.stream()
                            .filter(line -> line.of().equals(organisation))
                            .toList()));
            levels.add(speaking.stream()
                    .filter(line -> line.level().equals("INSTALLATION"))
                    .toList());
            levels.stream()
                    .filter(level -> !level.isEmpty())
                    .findFirst()
                    .filter(level -> level.stream().allMatch(Line::granted))
                    .ifPresent(level -> granted.add(feature.word()));
        }
        return granted;
    }
}
