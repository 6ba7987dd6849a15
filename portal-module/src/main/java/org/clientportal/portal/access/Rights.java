package org.clientportal.portal.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has who is not the one that looks: the same answer that a session gives its viewer. */
@Component
public class Rights {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ViewerDefaults defaults;

    Rights(JdbcClient jdbc, Clock clock, ViewerDefaults defaults) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.defaults = defaults;
    }

    /** The viewer that a person is on any page; empty for somebody who may not use the portal. Within a work transaction. */
    public Optional<Viewer> of(long person) {
        return jdbc.sql("""
                        select p.id, p.platform_id, p.name, l.email, a.features, a.branches, audiences_of(p.id) as audiences
                        from person p join login l on l.person = p.id and l.enabled
                          cross join lateral access_of(p.id, ?) a
                        where p.id = ? and p.active""")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), person)
                .query((row, number) -> Viewer.of(
                        row.getLong("id"),
                        row.getString("platform_id"),
                        row.getString("name"),
                        row.getString("email"),
                        null,
                        null,
                        Arrays.stream((String[]) row.getArray("features").getArray())
                                .map(Feature::of)
                                .flatMap(Optional::stream)
                                .toList(),
                        List.of((String[]) row.getArray("branches").getArray()),
                        List.of((String[]) row.getArray("audiences").getArray()),
                        defaults))
                .optional();
    }
}
