package org.clientportal.portal.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.clientportal.portal.access.EntitlementCache;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Sessions in PostgreSQL, so that nodes are stateless. One statement reads the session with its viewer; the cookie's value is
 * stored as a hash, so that the table opens nothing.
 */
@Component
class PortalSessions implements SessionRepository<PortalSession> {

    /** How long somebody of the help desk looks through a person's eyes. */
    private static final Duration LOOK = Duration.ofMinutes(30);

    private static final Duration GRAIN = Duration.ofMinutes(1);
    private static final long SWEEP_MS = 600_000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SignInSettings settings;
    private final ViewerDefaults defaults;
    private final EntitlementCache entitlements;
    private final SessionAttributes attributes = new SessionAttributes();

    PortalSessions(
            JdbcClient jdbc,
            Clock clock,
            SignInSettings settings,
            ViewerDefaults defaults,
            EntitlementCache entitlements) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
        this.defaults = defaults;
        this.entitlements = entitlements;
    }

    @Override
    public PortalSession createSession() {
        var session = new MapSession();
        session.setCreationTime(clock.instant());
        session.setLastAccessedTime(clock.instant());
        session.setMaxInactiveInterval(settings.idle());
        return PortalSession.begin(session);
    }

    @Override
    public @Nullable PortalSession findById(String id) {
        return SessionOfRequest.once(id, this::stored);
    }

    private @Nullable PortalSession stored(String id) {
        return jdbc.sql("select * from session_viewer where id = ? and expires_at > ?")
                .params(hash(id), at(clock.instant()))
                .query((row, number) -> new Stored(session(id, row), person(row)))
                .optional()
                .map(stored -> PortalSession.stored(stored.session(), viewer(stored.person())))
                .orElse(null);
    }

    private record Stored(MapSession session, @Nullable PersonRow person) {}

    /**
     * @param accessVersion under which what the person has may have been kept
     * @param unread notifications
     */
    private record PersonRow(
            long id,
            String platformId,
            String name,
            String email,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable String viewedBy,
            long accessVersion,
            int unread) {}

    private MapSession session(String id, ResultSet row) throws SQLException {
        var session = new MapSession(id);
        session.setCreationTime(
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        session.setLastAccessedTime(
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
        session.setMaxInactiveInterval(settings.idle());
        attributes.of(row.getBytes("attributes")).forEach(session::setAttribute);
        return session;
    }

    private static @Nullable PersonRow person(ResultSet row) throws SQLException {
        var person = row.getLong("person");
        return row.wasNull()
                ? null
                : new PersonRow(
                        person,
                        row.getString("platform_id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getString("language"),
                        row.getString("time_zone"),
                        row.getString("viewed_by"),
                        row.getLong("access_version"),
                        row.getInt("unread"));
    }

    private @Nullable Viewer viewer(@Nullable PersonRow person) {
        if (person == null) {
            return null;
        }
        return Viewer.of(
                        person.id(),
                        person.platformId(),
                        person.name(),
                        person.email(),
                        person.language(),
                        person.timeZone(),
                        entitlements.of(person.id(), person.accessVersion()),
                        defaults)
                .seenBy(person.viewedBy())
                .withUnread(person.unread());
    }

    @Override
    public void save(PortalSession session) {
        if (!session.attributesChanged() && !session.seenLongAfterStored(GRAIN)) {
            return;
        }
        var contents = session.contents();
        if (session.storedId().isEmpty()) {
            insert(contents);
        } else if (session.attributesChanged()) {
            update(session.storedId().get(), contents);
        } else {
            jdbc.sql("update session set seen_at = ?, expires_at = ? where id = ?")
                    .params(at(contents.getLastAccessedTime()), at(expiry(contents)), hash(contents.getId()))
                    .update();
        }
        session.saved();
    }

    private void insert(MapSession session) {
        jdbc.sql("""
                        insert into session (id, login_subject, keycloak_sid, device, address, viewed_person, viewed_by,
                          created_at, seen_at, expires_at, attributes)
                        values (:id, :login, :sid, :device, :address, :viewed, :viewer, :created, :seen, :expires, :attributes) on conflict (id) do nothing""")
                .paramSource(new org.springframework.jdbc.core.namedparam.MapSqlParameterSource(row(session))
                        .addValue("created", at(session.getCreationTime())))
                .update();
    }

    private void update(String storedId, MapSession session) {
        jdbc.sql("""
                        update session set id = :id, login_subject = :login, keycloak_sid = :sid, device = :device,
                          address = :address, viewed_person = :viewed, viewed_by = :viewer, seen_at = :seen,
                          expires_at = :expires, attributes = :attributes
                        where id = :stored""")
                .paramSource(new org.springframework.jdbc.core.namedparam.MapSqlParameterSource(row(session))
                        .addValue("stored", hash(storedId)))
                .update();
    }

    private Map<String, @Nullable Object> row(MapSession session) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", hash(session.getId()));
        row.put("login", session.getAttribute(PortalSession.LOGIN));
        row.put("sid", session.getAttribute(PortalSession.KEYCLOAK_SID));
        row.put("device", session.getAttribute(PortalSession.DEVICE));
        row.put("address", session.getAttribute(PortalSession.ADDRESS));
        row.put("viewed", session.getAttribute(PortalSession.VIEWED_PERSON));
        row.put("viewer", session.getAttribute(PortalSession.VIEWED_BY));
        row.put("seen", at(session.getLastAccessedTime()));
        row.put("expires", at(expiry(session)));
        row.put("attributes", SessionAttributes.stored(session));
        return row;
    }

    private Instant expiry(MapSession session) {
        var idle = session.getLastAccessedTime().plus(settings.idle());
        var longest = session.getAttribute(PortalSession.VIEWED_PERSON) == null ? settings.absolute() : LOOK;
        var absolute = session.getCreationTime().plus(longest);
        return idle.isBefore(absolute) ? idle : absolute;
    }

    @Override
    public void deleteById(String id) {
        SessionOfRequest.forget(id);
        jdbc.sql("delete from session where id = ?").param(hash(id)).update();
    }

    @Scheduled(fixedDelay = SWEEP_MS)
    void sweep() {
        jdbc.sql("delete from session where expires_at < ?")
                .param(at(clock.instant()))
                .update();
    }

    static String hash(String id) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
