package org.clientportal.portal.grants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.identity.People.Named;
import org.clientportal.portal.live.Hints;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Groups of people: whom the portal's administrators put into one, and whom the platform says is in it. A group is there as
 * long as somebody is in it.
 */
@Component
@WorkTransaction
class Groups {

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Hints hints;

    Groups(JdbcClient jdbc, Audit audit, Hints hints) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.hints = hints;
    }

    /**
     * Somebody in a group.
     *
     * @param by who says so: {@code portal}, {@code platform} or {@code both}
     */
    record Member(
            String group, String id, String name, @Nullable String email, String by) {}

    List<Member> members(Optional<String> group) {
        return jdbc.sql("""
                        select g.name as group_name, p.id, p.name, a.address,
                          case when not g.by_platform then 'portal' when g.by_portal then 'both' else 'platform' end as by_whom
                        from person_group g join person p on p.id = g.person
                          left join person_address a on a.person = p.id and a.position = 0
                        where cast(:group as text) is null or g.name = :group order by g.name, p.name, p.id""")
                .param("group", group.orElse(null))
                .query((row, number) -> new Member(
                        row.getString("group_name"),
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("by_whom")))
                .list();
    }

    void add(String group, Named person, String actor) {
        var added = jdbc.sql("""
                        insert into person_group (person, name) values (?, ?)
                        on conflict (person, name) do update set by_portal = true where not person_group.by_portal""").params(person.id(), group).update();
        if (added > 0) {
            note("group.joined", group, person, actor);
        }
    }

    /**
     * Takes back that an administrator put the person in; whoever is there by the platform's word as well stays.
     *
     * @return whether an administrator had
     */
    boolean remove(String group, Named person, String actor) {
        var alone = jdbc.sql("delete from person_group where person = ? and name = ? and not by_platform")
                .params(person.id(), group)
                .update();
        var besides = jdbc.sql("update person_group set by_portal = false where person = ? and name = ? and by_portal")
                .params(person.id(), group)
                .update();
        if (alone + besides > 0) {
            note("group.left", group, person, actor);
        }
        return alone + besides > 0;
    }

    /** Whether the platform says that the person is in it. */
    boolean ofPlatform(String group, Named person) {
        return jdbc.sql("select 1 from person_group where person = ? and name = ? and by_platform")
                .params(person.id(), group)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void note(String act, String group, Named person, String actor) {
        audit.note(new Deed(
                Deed.Actor.administrator(actor),
                act,
                new Deed.Subject("person", Long.toString(person.id()), person.name()),
                Map.of(),
                Map.of("group", group)));
        hints.rightsChanged(Optional.of(person.id()));
    }
}
