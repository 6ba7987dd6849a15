package org.clientportal.portal.owndata;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of a person's data, as the database's functions give them to whoever looks, and how often they were fetched. */
@Repository
@EnableConfigurationProperties(OwnDataSettings.class)
class OwnData {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 50;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final OwnDataSettings settings;
    private final Clock clock;

    OwnData(JdbcClient jdbc, Audit audit, OwnDataSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** A file of the person's own, whose content is here. */
    @SuppressWarnings("ArrayRecordComponent")
    record OwnFile(UUID id, String name, long bytes, byte[] sha256) {}

    /** Notes that the viewer fetches their data; false when they did so as often as one may in a day. */
    @PageTransaction
    public boolean take(Viewer viewer) {
        var now = clock.instant();
        var taken = jdbc.sql("select own_data_take(?, ?, ?)")
                .params(now.atOffset(ZoneOffset.UTC), now.minus(DAY).atOffset(ZoneOffset.UTC), settings.perDay())
                .query(Boolean.class)
                .single();
        if (taken) {
            audit.note(Deed.of(
                    Deed.Actor.person(viewer.email()),
                    "own-data.downloaded",
                    Deed.Subject.person(viewer.person(), viewer.name())));
        }
        return taken;
    }

    /** Rows as JSON, a few in memory at a time; within the caller's page transaction, and to be closed. */
    Stream<String> rows(Section section) {
        return jdbc
                .sql("select * from " + section.function() + "()")
                .withFetchSize(AT_ONCE)
                .query(String.class)
                .stream();
    }

    List<OwnFile> files() {
        return jdbc.sql("select id, name, bytes, sha256 from own_data_files()")
                .query((row, number) -> new OwnFile(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getLong("bytes"),
                        row.getBytes("sha256")))
                .list();
    }
}
