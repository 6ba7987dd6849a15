package org.clientportal.portal.access;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has who is not the one that looks: the same answer that a session gives its viewer. */
@Component
public class Rights {

    private final JdbcClient jdbc;
    private final EntitlementCache entitlements;
    private final ViewerDefaults defaults;

    Rights(JdbcClient jdbc, EntitlementCache entitlements, ViewerDefaults defaults) {
        this.jdbc = jdbc;
        this.entitlements = entitlements;
        this.defaults = defaults;
    }

    /** The viewer that a person is on any page; empty for somebody who may not use the portal. Within a work transaction. */
    public Optional<Viewer> of(long person) {
        return jdbc.sql("""
                        select p.id, p.platform_id, p.name, l.email
                        from person p join login l on l.person = p.id and l.enabled
                        where p.id = ? and p.active""")
                .param(person)
                .query((row, number) -> Viewer.of(
                        person,
                        row.getString("platform_id"),
                        row.getString("name"),
                        row.getString("email"),
                        null,
                        null,
                        entitlements.workedOut(person),
                        defaults))
                .optional();
    }
}
