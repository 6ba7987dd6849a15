package org.clientportal.portal.evidence;

import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the one person whose confirmations are to be erased. */
@Component
class ErasedPeople {

    private final JdbcClient jdbc;

    ErasedPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Found(long id, String name) {}

    /**
     * By platform id, login or address.
     *
     * @throws AdminProblem when it is nobody, or more than one
     */
    @WorkTransaction
    public Found find(String person) {
        var found = jdbc.sql("""
                        select distinct p.id, p.name from person p
                        where p.platform_id = :who
                          or exists (select from login l where l.person = p.id and lower(l.email) = lower(:who))
                          or exists (select from person_address a where a.person = p.id and a.address = lower(:who))
                        order by p.id limit 2""")
                .param("who", person.strip())
                .query((row, number) -> new Found(row.getLong("id"), row.getString("name")))
                .list();
        if (found.isEmpty()) {
            throw new AdminProblem(Reason.NOT_FOUND, "nobody is " + person);
        }
        if (found.size() > 1) {
            throw new AdminProblem(
                    Reason.AMBIGUOUS, person + " is more than one person; name the platform's id of the one");
        }
        return found.getFirst();
    }
}
