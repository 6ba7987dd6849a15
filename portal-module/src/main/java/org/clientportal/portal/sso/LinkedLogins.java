package org.clientportal.portal.sso;

import java.util.Locale;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose login is which at Keycloak, by the id that was stored when it was made. */
@Component
class LinkedLogins {

    private final JdbcClient jdbc;

    LinkedLogins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A person with a login. */
    record Linked(long person, String name, String email, String keycloakId) {}

    @WorkTransaction
    Linked named(String idOrEmail) {
        return jdbc.sql("""
                        select p.id as person, p.name, l.email, l.keycloak_id
                        from login l join person p on p.id = l.person
                        where l.keycloak_id is not null and (p.id::text = :name or lower(l.email) = :name)""")
                .param("name", idOrEmail.strip().toLowerCase(Locale.ROOT))
                .query(Linked.class)
                .optional()
                .orElseThrow(() -> new AdminProblem(Reason.NOT_FOUND, "nobody has the login " + idOrEmail));
    }
}
