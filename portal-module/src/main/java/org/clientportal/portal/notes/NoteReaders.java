package org.clientportal.portal.notes;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientportal.itsm.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom a note is, as reader rows, and who of them read it. Within the intake's transaction. */
@Component
class NoteReaders {

    private final JdbcClient jdbc;

    NoteReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the portal's ids of those who did not have it before */
    Set<Long> take(long id, Note note) {
        var named = note.gone() ? List.<String>of() : note.personIds();
        var known = known(named);
        var before = new LinkedHashSet<>(jdbc.sql("select scope from note_reader where note = ?")
                .param(id)
                .query(String.class)
                .list());
        jdbc.sql("delete from note_reader where note = :note and scope <> all (:scopes)")
                .param("note", id)
                .param("scopes", known.values().stream().map(NoteReaders::scope).toArray(String[]::new))
                .update();
        known.values().forEach(person -> add(id, person));
        jdbc.sql("delete from note_awaits where note = ?").param(id).update();
        named.stream()
                .distinct()
                .filter(person -> !known.containsKey(person))
                .forEach(person -> jdbc.sql("insert into note_awaits (note, person_platform_id) values (?, ?)")
                        .params(id, person)
                        .update());
        var fresh = new LinkedHashSet<>(known.values());
        fresh.removeIf(person -> before.contains(scope(person)));
        return fresh;
    }

    /** What the platform knows of who read it; what is known here already stays as it is, and nobody has read what is still to come. */
    void takeReads(long id, Note note) {
        var known = known(note.reads().stream().map(Note.Read::personId).toList());
        for (var read : note.reads()) {
            var person = known.get(read.personId());
            if (person != null && read.edition() <= note.edition()) {
                jdbc.sql("""
                                insert into note_read (note, person, edition, at, delivery) values (?, ?, ?, ?, 'DELIVERED')
                                on conflict (note, person, edition) do nothing""")
                        .params(id, person, read.edition(), read.at().atOffset(ZoneOffset.UTC))
                        .update();
            }
        }
    }

    /** Those of a note's readers who have not read an edition. */
    Set<Long> withoutReading(long id, long edition) {
        return new LinkedHashSet<>(jdbc.sql("""
                        select p.id from note_reader r join person p on r.scope = 'a:p:' || p.id
                        where r.note = :note and not exists (select from note_read d
                          where d.note = r.note and d.person = p.id and d.edition >= :edition)
                        order by p.id""")
                .param("note", id)
                .param("edition", edition)
                .query(Long.class)
                .list());
    }

    /** The platform's ids of people who are in the mirror now. */
    void peopleArrived(List<String> platformIds) {
        if (!platformIds.isEmpty()) {
            jdbc.sql("""
                            with arrived as (
                              delete from note_awaits w using person p
                              where p.platform_id = w.person_platform_id and w.person_platform_id in (:people)
                              returning w.note, 'a:p:' || p.id as scope)
                            insert into note_reader (scope, note, reason)
                            select scope, note, 'person' from arrived on conflict do nothing""").param("people", platformIds).update();
        }
    }

    private void add(long note, long person) {
        jdbc.sql("insert into note_reader (scope, note, reason) values (?, ?, 'person') on conflict do nothing")
                .params(scope(person), note)
                .update();
    }

    private static String scope(long person) {
        return "a:p:" + person;
    }

    /** The portal's ids by the platform's. */
    private Map<String, Long> known(List<String> platformIds) {
        var found = new LinkedHashMap<String, Long>();
        if (!platformIds.isEmpty()) {
            jdbc.sql("select platform_id, id from person where platform_id in (:people) order by id")
                    .param("people", platformIds)
                    .query((row, number) -> found.put(row.getString(1), row.getLong(2)))
                    .list();
        }
        return found;
    }
}
