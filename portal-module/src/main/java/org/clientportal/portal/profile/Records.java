package org.clientportal.portal.profile;

import java.util.List;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the platform's register says of a viewer. */
@Component
class Records {

    private final JdbcClient jdbc;

    Records(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A person as the register has them.
     *
     * @param organisation null when it knows none
     * @param addresses besides the login, in its order
     */
    record Own(@Nullable String organisation, List<String> addresses) {}

    @PageTransaction
    Own of(Viewer viewer) {
        var organisation =
                jdbc.sql("""
                        select o.name from person p join organisation o on o.platform_id = p.organisation_platform_id
                        where p.id = ?""").param(viewer.person()).query(String.class).optional();
        var addresses = jdbc.sql("select address from person_address where person = ? order by position, address")
                .param(viewer.person())
                .query(String.class)
                .list();
        return new Own(
                organisation.orElse(null),
                addresses.stream()
                        .filter(address -> !address.equalsIgnoreCase(viewer.email()))
                        .toList());
    }
}
