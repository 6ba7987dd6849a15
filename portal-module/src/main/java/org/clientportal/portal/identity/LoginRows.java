package org.clientportal.portal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The portal's side of logins and the work they make for Keycloak; within the caller's work transaction if there is one. */
@Component
@WorkTransaction
class LoginRows {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutboxRows outbox;
    private final PasswordSettings passwords;
    private final Audit audit;

    LoginRows(JdbcClient jdbc, Clock clock, OutboxRows outbox, PasswordSettings passwords, Audit audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.passwords = passwords;
        this.audit = audit;
    }

    Optional<LoginRow> of(long person) {
        return jdbc.sql("select * from login where person = ?")
                .param(person)
                .query((row, number) -> read(row))
                .optional();
    }

    static LoginRow read(ResultSet row) throws SQLException {
        return new LoginRow(
                row.getString("keycloak_id"),
                row.getBoolean("enabled"),
                row.getString("email"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                instant(row.getObject("password_asked_handled_at", OffsetDateTime.class)),
                row.getBoolean("password_temporary"),
                row.getBoolean("even_agent"));
    }

    /** The person may use the portal from now on; the worker makes the login. */
    void enable(long person, boolean evenAgent, Optional<Boolean> temporary, String actor, LoginTopic topic) {
        jdbc.sql("""
                        insert into login (person, enabled, email, changed_at, changed_by, password_asked_handled_at,
                          password_temporary, even_agent)
                        select p.id, true, coalesce(a.address, ''), :now, :actor, p.password_asked_at, :temporary, :agent
                        from person p left join person_address a on a.person = p.id and a.position = 0
                        where p.id = :person
                        on conflict (person) do update set enabled = true, changed_at = excluded.changed_at,
                          changed_by = excluded.changed_by, password_temporary = excluded.password_temporary,
                          password_asked_handled_at = excluded.password_asked_handled_at,
                          even_agent = excluded.even_agent""")
                .param("person", person)
                .param("now", now())
                .param("actor", actor)
                .param("temporary", temporary.orElse(passwords.temporary()))
                .param("agent", evenAgent)
                .update();
        note(person, "login.enabled", actor);
        add(person, topic, actor);
    }

    void newPassword(long person, Optional<Boolean> temporary, String actor) {
        jdbc.sql("""
                        update login set password_temporary = ?,
                          password_asked_handled_at = (select password_asked_at from person where id = login.person)
                        where person = ?""").params(temporary.orElse(passwords.temporary()), person).update();
        note(person, "login.new-password-mailed", actor);
        add(person, LoginTopic.PASSWORD, actor);
    }

    /** The person is out with the next request; the worker switches the login off. */
    void disable(long person, String actor) {
        jdbc.sql("update login set enabled = false, changed_at = ?, changed_by = ? where person = ?")
                .params(now(), actor, person)
                .update();
        note(person, "login.disabled", actor);
        add(person, LoginTopic.DISABLE, actor);
    }

    void update(long person, String actor) {
        add(person, LoginTopic.UPDATE, actor);
    }

    /** Keycloak has it. */
    void linked(long person, String keycloakId, String email) {
        jdbc.sql("update login set keycloak_id = ?, email = ? where person = ?")
                .params(keycloakId, email, person)
                .update();
    }

    /** Enabled and at Keycloak already, by an administrator who waits for the password. */
    void enabledAndLinked(long person, boolean evenAgent, String keycloakId, String email, String actor) {
        jdbc.sql("""
                        insert into login (person, keycloak_id, enabled, email, changed_at, changed_by,
                          password_asked_handled_at, even_agent)
                        values (:person, :id, true, :email, :now, :actor,
                          (select password_asked_at from person where id = :person), :agent)
                        on conflict (person) do update set keycloak_id = excluded.keycloak_id, email = excluded.email,
                          changed_at = case when login.enabled then login.changed_at else excluded.changed_at end,
                          changed_by = case when login.enabled then login.changed_by else excluded.changed_by end,
                          enabled = true, password_asked_handled_at = excluded.password_asked_handled_at,
                          even_agent = excluded.even_agent""")
                .param("person", person)
                .param("id", keycloakId)
                .param("email", email)
                .param("now", now())
                .param("actor", actor)
                .param("agent", evenAgent)
                .update();
        note(person, "login.enabled-and-shown", actor);
    }

    /** Keycloak has a new password, which was told to an administrator. */
    void passwordShown(long person, String actor) {
        note(person, "login.new-password-shown", actor);
    }

    private void note(long person, String act, String actor) {
        var name = jdbc.sql("select name from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
        var by = actor.equals(PlatformWishes.ACTOR) ? Deed.Actor.platform() : Deed.Actor.administrator(actor);
        audit.note(Deed.of(by, act, Deed.Subject.person(person, name)));
    }

    private void add(long person, LoginTopic topic, String actor) {
        outbox.add(new OutboxRows.Row(
                lane(person), Destination.LOGINS, topic.topic(), person, UUID.randomUUID(), null, null, actor));
    }

    static String lane(long person) {
        return "login:" + person;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
