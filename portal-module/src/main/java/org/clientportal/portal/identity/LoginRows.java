package org.clientportal.portal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.live.Hints;
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
    private final Hints hints;

    LoginRows(JdbcClient jdbc, Clock clock, OutboxRows outbox, PasswordSettings passwords, Audit audit, Hints hints) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.passwords = passwords;
        this.audit = audit;
        this.hints = hints;
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
                row.getBoolean("even_agent"),
                row.getBoolean("even_administrator"),
                Wish.By.valueOf(row.getString("opened_by")),
                instant(row.getObject("password_set_at", OffsetDateTime.class)));
    }

    /** The person may use the portal from now on; the worker makes the login. */
    void enable(long person, Wish wish, LoginTopic topic) {
        jdbc.sql("""
                        insert into login (person, enabled, email, changed_at, changed_by, password_asked_handled_at,
                          password_temporary, even_agent, even_administrator, opened_by)
                        select p.id, true, coalesce(a.address, ''), :now, :actor, p.password_asked_at, :temporary, :agent,
                          :administrator, :by
                        from person p left join person_address a on a.person = p.id and a.position = 0
                        where p.id = :person
                        on conflict (person) do update set enabled = true, changed_at = excluded.changed_at,
                          changed_by = excluded.changed_by, password_temporary = excluded.password_temporary,
                          password_asked_handled_at = excluded.password_asked_handled_at,
                          even_agent = excluded.even_agent, even_administrator = excluded.even_administrator,
                          opened_by = excluded.opened_by""")
                .param("person", person)
                .param("now", now())
                .param("actor", wish.actor())
                .param("temporary", wish.temporary().orElse(passwords.temporary()))
                .param("agent", wish.evenAgent())
                .param("administrator", wish.evenAdministrator())
                .param("by", wish.by().name())
                .update();
        note(person, "login.enabled", wish);
        add(person, topic, wish.actor());
    }

    /** An administrator wants what a rule did: it is no longer the rule's to withdraw. */
    void keep(long person, Wish wish) {
        var kept = jdbc.sql("""
                        update login set opened_by = :by, changed_at = :now, changed_by = :actor
                        where person = :person and enabled and opened_by = 'RULE'""")
                .param("by", wish.by().name())
                .param("now", now())
                .param("actor", wish.actor())
                .param("person", person)
                .update();
        if (kept > 0) {
            note(person, "login.kept", wish);
        }
    }

    void newPassword(long person, Wish wish) {
        jdbc.sql("""
                        update login set password_temporary = ?, even_administrator = ?,
                          password_asked_handled_at = (select password_asked_at from person where id = login.person)
                        where person = ?""")
                .params(wish.temporary().orElse(passwords.temporary()), wish.evenAdministrator(), person)
                .update();
        note(person, "login.new-password-mailed", wish);
        add(person, LoginTopic.PASSWORD, wish.actor());
    }

    /** The person is out with the next request, which open pages make at once; the worker switches the login off. */
    void disable(long person, Wish wish) {
        jdbc.sql("update login set enabled = false, changed_at = ?, changed_by = ?, opened_by = ? where person = ?")
                .params(now(), wish.actor(), wish.by().name(), person)
                .update();
        note(person, "login.disabled", wish);
        hints.rightsChanged(Optional.of(person));
        add(person, LoginTopic.DISABLE, wish.actor());
    }

    void update(long person, String actor) {
        add(person, LoginTopic.UPDATE, actor);
    }

    /** Keycloak has it, with this address. What was parked before is past. */
    void linked(long person, String keycloakId, String email) {
        linked(person, keycloakId, email, null);
    }

    /** Keycloak has it, and whatever password it had is void: the portal has just set another or had a link mailed. */
    void linkedWithPassword(long person, String keycloakId, String email) {
        linked(person, keycloakId, email, now());
    }

    private void linked(long person, String keycloakId, String email, @Nullable OffsetDateTime passwordSet) {
        moved(person, email);
        jdbc.sql("""
                        update login set email = :email, keycloak_id = :id,
                          password_set_at = coalesce(:set, password_set_at),
                          second_factor = case when keycloak_id = :id then second_factor end,
                          second_factor_asked = case when keycloak_id = :id then second_factor_asked end
                        where person = :person""")
                .param("email", email)
                .param("id", keycloakId)
                .param("set", passwordSet)
                .param("person", person)
                .update();
        outbox.settle(lane(person));
    }

    /** From the next sign-in on it is demanded, or no longer. */
    void secondFactor(long person, boolean must) {
        note(person, must ? "login.second-factor-demanded" : "login.second-factor-lifted", Wish.rule("second-factor"));
        add(person, LoginTopic.SECOND_FACTOR, "second-factor");
    }

    /** Whose login address is another one now is told so at the former one. */
    private void moved(long person, String email) {
        jdbc.sql("""
                        insert into former_address (person, address, changed_at)
                        select person, email, :now from login
                        where person = :person and keycloak_id is not null and email <> '' and email <> :email
                        returning id""")
                .param("now", now())
                .param("person", person)
                .param("email", email)
                .query(Long.class)
                .optional()
                .ifPresent(former -> outbox.add(new OutboxRows.Row(
                        "former-address:" + former,
                        Destination.MAIL,
                        AddressNotices.TOPIC,
                        former,
                        UUID.randomUUID(),
                        null,
                        null,
                        "portal")));
    }

    /** Enabled and at Keycloak already, by an administrator who waits for the password. */
    void enabledAndLinked(long person, String keycloakId, String email, Wish wish) {
        enabled(person, wish);
        linkedWithPassword(person, keycloakId, email);
        note(person, "login.enabled-and-shown", wish);
    }

    /** A foreign login is this person's from now on. */
    void adopted(long person, String keycloakId, String email, Wish wish) {
        enabled(person, wish);
        linked(person, keycloakId, email);
        note(person, "login.linked", wish, Map.of("login", keycloakId));
    }

    private void enabled(long person, Wish wish) {
        jdbc.sql("""
                        insert into login (person, enabled, email, changed_at, changed_by, password_asked_handled_at,
                          even_agent, even_administrator, opened_by)
                        select id, true, '', :now, :actor, password_asked_at, :agent, :administrator, :by
                        from person where id = :person
                        on conflict (person) do update set
                          changed_at = case when login.enabled then login.changed_at else excluded.changed_at end,
                          changed_by = case when login.enabled then login.changed_by else excluded.changed_by end,
                          enabled = true, password_asked_handled_at = excluded.password_asked_handled_at,
                          even_agent = excluded.even_agent, even_administrator = excluded.even_administrator,
                          opened_by = excluded.opened_by""")
                .param("person", person)
                .param("now", now())
                .param("actor", wish.actor())
                .param("agent", wish.evenAgent())
                .param("administrator", wish.evenAdministrator())
                .param("by", wish.by().name())
                .update();
    }

    /** Keycloak has a new password, which was told to an administrator. */
    void passwordShown(long person, Wish wish) {
        note(person, "login.new-password-shown", wish);
    }

    /** Keycloak has been set right after it was restored. */
    void relinked(long person, String keycloakId, String email, Relinked.Outcome outcome, Wish wish) {
        linked(person, keycloakId, email);
        jdbc.sql("update login set second_factor = null, second_factor_asked = null where person = ?")
                .param(person)
                .update();
        note(person, "login." + outcome.word(), wish, Map.of("login", keycloakId));
    }

    /** Keycloak has no login of this person any more. */
    void removed(long person, Wish wish) {
        jdbc.sql(
                        "update login set keycloak_id = null, password_set_at = null, second_factor = null, second_factor_asked = null where person = ?")
                .param(person)
                .update();
        outbox.settle(lane(person));
        note(person, "login.removed", wish);
    }

    private void note(long person, String act, Wish wish) {
        note(person, act, wish, Map.of());
    }

    void note(long person, String act, Wish wish, Map<String, ?> after) {
        var name = jdbc.sql("select name from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
        var told = wish.by() == Wish.By.RULE ? Map.of("rule", wish.actor()) : after;
        audit.note(new Deed(wish.doer(), act, Deed.Subject.person(person, name), Map.of(), told));
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
