package org.clientportal.portal.grants;

import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.grants.Subject.Level;
import org.clientportal.portal.identity.People;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom an administrator means: {@code installation}, {@code organisation:…}, {@code group:…}, a person's id or address. */
@Component
class Subjects {

    private static final String ORGANISATION = "organisation:";
    private static final String GROUP = "group:";

    private final People people;
    private final JdbcClient jdbc;

    Subjects(People people, JdbcClient jdbc) {
        this.people = people;
        this.jdbc = jdbc;
    }

    @WorkTransaction
    Subject named(String word) {
        if (word.equals("installation")) {
            return new Subject(Level.INSTALLATION, null, null, null, "installation");
        }
        if (word.startsWith(GROUP)) {
            var name = groupName(word.substring(GROUP.length()));
            return new Subject(Level.GROUP, null, null, name, name);
        }
        if (word.startsWith(ORGANISATION)) {
            return organisation(word.substring(ORGANISATION.length()));
        }
        var person = people.named(word);
        return new Subject(Level.PERSON, person.id(), null, null, person.name());
    }

    static String groupName(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > 100) {
            throw new AdminProblem(Reason.INVALID, "a group's name has 1 to 100 characters");
        }
        return stripped;
    }

    /** By the platform's id, or by a name that only one has. */
    @WorkTransaction
    Subject organisation(String idOrName) {
        var found = jdbc.sql("""
                        select platform_id, name from organisation
                        where platform_id = :word or lower(name) = lower(:word) order by platform_id = :word desc, platform_id""")
                .param("word", idOrName.strip())
                .query((row, number) -> new Subject(
                        Level.ORGANISATION, null, row.getString("platform_id"), null, row.getString("name")))
                .list();
        if (found.isEmpty()) {
            throw new AdminProblem(Reason.NOT_FOUND, "there is no organisation " + idOrName);
        }
        var first = found.getFirst();
        if (found.size() > 1 && !idOrName.strip().equals(first.organisation())) {
            throw new AdminProblem(
                    Reason.AMBIGUOUS,
                    found.size() + " organisations are called " + idOrName + ": use the id ("
                            + String.join(
                                    ", ",
                                    found.stream().map(Subject::organisation).toList()) + ")");
        }
        return first;
    }
}
