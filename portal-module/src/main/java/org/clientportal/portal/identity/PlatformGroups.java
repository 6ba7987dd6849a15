package org.clientportal.portal.identity;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.live.Hints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Groups as the platform tells them of its people, beside those that the portal's administrators keep: a group has the people of
 * both. Within the transaction that takes the person.
 */
@Component
class PlatformGroups {

    /** As long as an administrator may name one. */
    private static final int LONGEST = 100;

    private final JdbcClient jdbc;
    private final Hints hints;
    private final Audit audit;

    PlatformGroups(JdbcClient jdbc, Hints hints, Audit audit) {
        this.jdbc = jdbc;
        this.hints = hints;
        this.audit = audit;
    }

    /**
     * Puts a person into the groups that the platform names and out of those that it named before.
     *
     * @param told whether the record is to tell it: not of people who are new in the mirror, else a mirror that is read again tells
     *     everything again
     */
    void take(long person, String name, List<String> groups, boolean told) {
        var before = jdbc.sql("select name from person_group where person = ? and by_platform order by name")
                .param(person)
                .query(String.class)
                .list();
        var now = named(groups);
        var joined = without(now, before);
        var left = without(before, now);
        joined.forEach(group -> jdbc.sql("""
                        insert into person_group (person, name, by_portal, by_platform) values (?, ?, false, true)
                        on conflict (person, name) do update set by_platform = true""").params(person, group).update());
        for (var group : left) {
            jdbc.sql("delete from person_group where person = ? and name = ? and not by_portal")
                    .params(person, group)
                    .update();
            jdbc.sql("update person_group set by_platform = false where person = ? and name = ?")
                    .params(person, group)
                    .update();
        }
        if (told) {
            joined.forEach(group -> note("group.joined", person, name, group));
            left.forEach(group -> note("group.left", person, name, group));
        }
        if (!joined.isEmpty() || !left.isEmpty()) {
            hints.rightsChanged(Optional.of(person));
        }
    }

    private static List<String> named(List<String> groups) {
        return groups.stream()
                .map(String::strip)
                .filter(group -> !group.isEmpty() && group.length() <= LONGEST)
                .distinct()
                .toList();
    }

    private static List<String> without(Collection<String> all, Collection<String> those) {
        var rest = new LinkedHashSet<>(all);
        rest.removeAll(those);
        return List.copyOf(rest);
    }

    private void note(String act, long person, String name, String group) {
        audit.note(new Deed(
                Deed.Actor.platform(), act, Deed.Subject.person(person, name), Map.of(), Map.of("group", group)));
    }
}
