package org.clientportal.portal.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.audit.Deed.Actor;
import org.clientportal.portal.audit.Deed.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links by which the help desk looks through somebody's eyes: for a minute, once, and each of them recorded. */
@Component
class ViewLinks {

    static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    ViewLinks(JdbcClient jdbc, Clock clock, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Through whose eyes, and who looks. */
    record View(long person, String name, String actor) {}

    /** A fresh link's secret. */
    record Issued(String token, Instant expiresAt) {}

    @WorkTransaction
    public Issued issue(long person, String name, String actor) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var until = clock.instant().plus(LIFETIME);
        jdbc.sql("delete from view_link where expires_at < ?")
                .param(at(clock.instant()))
                .update();
        jdbc.sql("insert into view_link (token_hash, person, actor, expires_at) values (?, ?, ?, ?)")
                .params(PortalSessions.hash(token), person, actor, at(until))
                .update();
        audit.note(Deed.of(Actor.administrator(actor), "view.requested", Subject.person(person, name)));
        return new Issued(token, until);
    }

    @WorkTransaction
    public Optional<View> of(String token) {
        return jdbc.sql("""
                        select v.person, p.name, v.actor from view_link v join person p on p.id = v.person
                        where v.token_hash = ? and v.expires_at > ?""")
                .params(PortalSessions.hash(token), at(clock.instant()))
                .query((row, number) -> new View(row.getLong("person"), row.getString("name"), row.getString("actor")))
                .optional();
    }

    /** Uses the link up; empty when somebody was faster or it is too late. */
    @WorkTransaction
    public Optional<View> open(String token) {
        var view = of(token);
        var first = jdbc.sql("delete from view_link where token_hash = ?")
                        .param(PortalSessions.hash(token))
                        .update()
                == 1;
        if (view.isEmpty() || !first) {
            return Optional.empty();
        }
        note("view.opened", view.get());
        return view;
    }

    @WorkTransaction
    public void ended(View view) {
        note("view.ended", view);
    }

    private void note(String act, View view) {
        audit.note(Deed.of(Actor.administrator(view.actor()), act, Subject.person(view.person(), view.name())));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
