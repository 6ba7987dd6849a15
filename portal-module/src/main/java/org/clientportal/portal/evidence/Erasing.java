package org.clientportal.portal.evidence;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.audit.Deed.Actor;
import org.clientportal.portal.audit.Deed.Subject;
import org.clientportal.portal.evidence.Link.Kind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Erases what a person confirmed: values, salts, PDF and whatever they are looked up by. What pages show of it goes too. Hashes stay, of which nothing can be
 * learned without the salts; a link of its own records each erasing, so nobody passes off a deletion as one.
 */
@Component
class Erasing {

    private final JdbcClient jdbc;
    private final Chain chain;
    private final Audit audit;
    private final ObjectProvider<ShownConfirmations> shown;

    Erasing(JdbcClient jdbc, Chain chain, Audit audit, ObjectProvider<ShownConfirmations> shown) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.audit = audit;
        this.shown = shown;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Row(long id, long organisation, long seq, byte[] leaf) {}

    /** How many confirmations of a person are not erased. */
    @WorkTransaction
    public int count(long person) {
        return rows(person).size();
    }

    /**
     * Erases all that a person confirmed, or nothing.
     *
     * @param by the administrator
     * @return how many confirmations
     */
    @WorkTransaction
    public int erase(long person, String by) {
        var rows = rows(person);
        for (var row : rows) {
            var link = chain.append(row.organisation(), Kind.ERASED, row.seq(), row.leaf());
            jdbc.sql("""
                            update confirmation set person = null, receipt = null, version = null, check_code = null,
                              file_name = null, pdf = null, pdf_salt = null, erased_at = ? where id = ?""").params(link.at().atOffset(ZoneOffset.UTC), row.id()).update();
            jdbc.sql(
                            "update confirmation_value set name = encode(hash, 'hex'), salt = null, value = null where confirmation = ?")
                    .param(row.id())
                    .update();
            shown.forEach(pages -> pages.erase(row.id()));
        }
        if (!rows.isEmpty()) {
            audit.note(new Deed(
                    Actor.administrator(by),
                    "confirmations.erased",
                    Subject.person(person, ""),
                    Map.of("confirmations", rows.size()),
                    Map.of()));
        }
        return rows.size();
    }

    /** By what was confirmed, too: the column can be another by now. In the order in which chains are always locked. */
    private List<Row> rows(long person) {
        return jdbc.sql("""
                        select c.id, c.organisation, c.seq, l.leaf
                        from confirmation c join confirmation_link l on l.organisation = c.organisation and l.seq = c.seq
                        where c.erased_at is null and (c.person = ? or exists (select from confirmation_value v
                          where v.confirmation = c.id and v.name = 'person' and v.value = cast(? as text)))
                        order by c.organisation, c.seq for update of c""")
                .params(person, Long.toString(person))
                .query((row, number) -> new Row(
                        row.getLong("id"), row.getLong("organisation"), row.getLong("seq"), row.getBytes("leaf")))
                .list();
    }
}
