package org.clientportal.portal.inbox;

import java.util.List;
import org.clientportal.itsm.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register, asked by address. Within the caller's work transaction. */
@Component
class Senders {

    private final JdbcClient jdbc;

    Senders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody who has the address: a shared one is several people's, and then nobody is guessed. */
    List<Sender> with(String address) {
        return jdbc.sql("""
                        select p.id, p.platform_id, p.name, p.kind, p.active from person_address a
                        join person p on p.id = a.person where a.address = lower(?) order by p.id""")
                .param(address)
                .query((row, number) -> new Sender(
                        row.getLong("id"),
                        row.getString("platform_id"),
                        row.getString("name"),
                        Person.Kind.valueOf(row.getString("kind")),
                        row.getBoolean("active")))
                .list();
    }
}
