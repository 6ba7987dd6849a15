package org.clientportal.portal.documents;

import java.util.List;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.portal.access.Audiences;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may read a document, as rows. */
@Component
class DocumentReaders {

    private final JdbcClient jdbc;

    DocumentReaders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void take(long id, Document document) {
        jdbc.sql("delete from document_reader where document = ?").param(id).update();
        jdbc.sql("delete from document_awaits where document = ?").param(id).update();
        if (document.gone()) {
            return;
        }
        Audiences.scopes(signedIn(document.audience()))
                .forEach((scope, reason) -> jdbc.sql(
                                "insert into document_reader (scope, document, reason) values (?, ?, ?)")
                        .params(scope, id, reason)
                        .update());
        var people = document.audience().personIds().stream().distinct().toList();
        people.forEach(person -> jdbc.sql("insert into document_awaits (document, person_platform_id) values (?, ?)")
                .params(id, person)
                .update());
        peopleArrived(people);
    }

    /** No document is read without signing in. */
    private static Audience signedIn(Audience audience) {
        return new Audience(
                false,
                audience.open() || audience.everyone(),
                audience.organisationIds(),
                audience.groups(),
                audience.personIds());
    }

    /** The platform's ids of people who are in the mirror now. */
    void peopleArrived(List<String> platformIds) {
        if (!platformIds.isEmpty()) {
            jdbc.sql("""
                            with arrived as (
                              delete from document_awaits w using person p
                              where p.platform_id = w.person_platform_id and w.person_platform_id in (:people)
                              returning w.document, p.id as person)
                            insert into document_reader (scope, document, reason)
                            select 'a:p:' || person, document, 'person' from arrived on conflict do nothing""").param("people", platformIds).update();
        }
    }
}
