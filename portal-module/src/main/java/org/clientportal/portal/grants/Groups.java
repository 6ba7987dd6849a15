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

/** Groups of people, kept by the portal's administrators; a group is there as long as somebody is in it. */
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

    /** Somebody in a group. */
    record Member(
            String group, String id, String name, @Nullable String email) {}

    List<Member> members(Optional<String> group) {
        return jdbc.sql("""
                        select g.name as group_name, p.id, p.name, a.address from person_group g join person p on p.id = g.person
                          left join person_address a on a.person = p.id and a.position = 0
                        where cast(:group as text) is null or g.name = :group order by g.name, p.name, p.id""")
                .param("group", group.orElse(null))
                .query((row, number) -> new Member(
                        row.getString("group_name"),
                        row.getString("id"),
                        row.getString("name"),
                        row.getString("address")))
                .list();
    }

    void add(String group, Named person, String actor) {
        var added = jdbc.sql("insert into person_group (person, name) values (?, ?) on conflict do nothing")
                .params(person.id(), group)
                .update();
        if (added > 0) {
            note("group.joined", group, person, actor);
        }
    }

    /** @return whether the person was in it */
    boolean remove(String group, Named person, String actor) {
        var removed = jdbc.sql("delete from person_group where person = ? and name = ?")
                .params(person.id(), group)
                .update();
        if (removed > 0) {
            note("group.left", group, person, actor);
        }
        return removed > 0;
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
