package org.clientportal.portal.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people have, kept as long as nothing it is made of has changed. The database counts every change ({@code access_version})
 * in the transaction that makes it; each request reads that number with its session, so whatever was taken away is gone with
 * the next request, on every node.
 */
@Component
public class EntitlementCache {

    private static final int PEOPLE = 10_000;
    /** Not needed for what is shown, only for memory. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Cache<Long, Kept> kept =
            Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterAccess(KEPT).build();

    EntitlementCache(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Kept(long version, Entitlements entitlements) {

        boolean holds(long now, Instant at) {
            return version == now && (entitlements.until() == null || at.isBefore(entitlements.until()));
        }
    }

    /**
     * What a person has.
     *
     * @param version of what all people have, read before this is called
     */
    public Entitlements of(long person, long version) {
        var now = clock.instant();
        var known = kept.getIfPresent(person);
        if (known != null && known.holds(version, now)) {
            return known.entitlements();
        }
        var read = workedOut(person);
        kept.put(person, new Kept(version, read));
        return read;
    }

    /** The same from the lines as they are, also those of an open transaction. */
    Entitlements workedOut(long person) {
        return jdbc.sql("select * from access_until(?, ?)")
                .params(person, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((row, number) -> new Entitlements(
                        words(row, "features").stream()
                                .map(Feature::of)
                                .flatMap(Optional::stream)
                                .collect(Collectors.toSet()),
                        words(row, "branches"),
                        List.of((Long[]) row.getArray("stands_for").getArray()),
                        row.getBoolean("shared_with"),
                        row.getBoolean("asked"),
                        words(row, "audiences"),
                        Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)
                                .orElse(null)))
                .single();
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
