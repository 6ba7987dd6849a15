package org.clientportal.portal.profile;

import java.util.Optional;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The name of the organisation a viewer belongs to. */
@Component
class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PageTransaction
    Optional<String> of(Viewer viewer) {
        return jdbc.sql("""
                        select o.name from person p join organisation o on o.platform_id = p.organisation_platform_id
                        where p.id = ?""").param(viewer.person()).query(String.class).optional();
    }
}
