package org.clientportal.portal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The sessions of a login on all its devices, and when it signed in. Like the sessions themselves outside of transactions: the
 * login role has these tables only.
 */
@Component
class OpenSessions {

    static final Duration HISTORY_KEPT = Duration.ofDays(90);
    private static final int HISTORY_SHOWN = 20;
    private static final long SWEEP_MS = 3_600_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final FailedSignIns failed;

    OpenSessions(JdbcClient jdbc, Clock clock, FailedSignIns failed) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.failed = failed;
    }

    /** One session. */
    record Open(
            UUID handle,
            @Nullable String keycloakSid,
            String device,
            String address,
            Instant createdAt,
            Instant seenAt) {}

    /**
     * One sign-in, or attempts that failed.
     *
     * @param failed how many attempts; 0 for a sign-in
     */
    record SignedInAt(Instant at, String device, String address, int failed) {}

    /** Last used first. */
    List<Open> of(String login) {
        return jdbc.sql("""
                        select handle, keycloak_sid, device, address, created_at, seen_at from session
                        where login_subject = ? and expires_at > ? and viewed_person is null order by seen_at desc""")
                .params(login, at(clock.instant()))
                .query((row, number) -> new Open(
                        row.getObject("handle", UUID.class),
                        row.getString("keycloak_sid"),
                        text(row.getString("device")),
                        text(row.getString("address")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    Optional<UUID> handleOf(String sessionId) {
        return jdbc.sql("select handle from session where id = ?")
                .param(PortalSessions.hash(sessionId))
                .query(UUID.class)
                .optional();
    }

    /** Newest first. */
    List<SignedInAt> history(String login) {
        var signIns = jdbc.sql(
                        "select at, device, address from sign_in where login_subject = ? order by at desc limit ?")
                .params(login, HISTORY_SHOWN)
                .query((row, number) -> new SignedInAt(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        text(row.getString("device")),
                        text(row.getString("address")),
                        0))
                .list();
        var attempts =
                failed.of(login).stream().map(those -> new SignedInAt(those.at(), "", those.address(), those.count()));
        return Stream.concat(signIns.stream(), attempts)
                .sorted(Comparator.comparing(SignedInAt::at).reversed())
                .toList();
    }

    void signedIn(String login, String device, String address) {
        jdbc.sql("insert into sign_in (login_subject, at, address, device) values (?, ?, ?, ?)")
                .params(login, at(clock.instant()), address, device)
                .update();
    }

    void end(UUID handle) {
        jdbc.sql("delete from session where handle = ?").param(handle).update();
    }

    /** Keycloak has ended it, wherever its owner did so. */
    void endOfKeycloak(String sid) {
        jdbc.sql("delete from session where keycloak_sid = ?").param(sid).update();
    }

    /** Whose login it is; empty for somebody without access. */
    Optional<Long> personOf(String login) {
        return jdbc.sql("select person_of_login(?) as person")
                .param(login)
                .query((row, number) -> Optional.ofNullable(row.getObject("person", Long.class)))
                .single();
    }

    /** Keycloak has ended all of them. */
    void endAllOf(String login) {
        jdbc.sql("delete from session where login_subject = ?").param(login).update();
    }

    @Scheduled(fixedDelay = SWEEP_MS)
    void sweep() {
        jdbc.sql("delete from sign_in where at < ?")
                .param(at(clock.instant().minus(HISTORY_KEPT)))
                .update();
        failed.forget();
    }

    private static String text(@Nullable String stored) {
        return stored == null ? "" : stored;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
