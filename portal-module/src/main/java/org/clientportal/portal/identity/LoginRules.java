package org.clientportal.portal.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.identity.LoginRule.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules, and the people whose access does not agree with them. */
@Component
@WorkTransaction
class LoginRules {

    private static final int A_ROUND = 100;

    private final JdbcClient jdbc;
    private final LoginRows logins;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    LoginRules(JdbcClient jdbc, LoginRows logins, Accounts accounts, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.logins = logins;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    List<LoginRule> all() {
        return jdbc.sql("""
                        select r.*, coalesce(o.name, r.subject) as name, count(p.id) as people,
                          count(p.id) filter (where p.active and l.enabled) as enabled
                        from login_rule r
                        left join organisation o on r.kind = 'ORGANISATION' and o.platform_id = r.subject
                        left join people_under_rules() u on u.rule = r.id
                        left join person p on p.id = u.person and p.active
                        left join login l on l.person = p.id
                        group by r.id, o.name order by r.id""")
                .query((row, number) -> new LoginRule(
                        Kind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("name"),
                        row.getInt("people"),
                        row.getInt("enabled"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                        row.getString("changed_by")))
                .list();
    }

    void add(Kind kind, String subject, Wish wish) {
        var added = jdbc.sql("""
                        insert into login_rule (kind, subject, changed_at, changed_by) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(kind.name(), subject, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), wish.actor())
                .update();
        if (added > 0) {
            note("login-rule.added", kind, subject, wish);
        }
    }

    /** False when there is no such rule. */
    boolean remove(Kind kind, String subject, Wish wish) {
        var removed = jdbc.sql("delete from login_rule where kind = ? and subject = ?")
                .params(kind.name(), subject)
                .update();
        if (removed > 0) {
            note("login-rule.removed", kind, subject, wish);
        }
        return removed > 0;
    }

    private void note(String act, Kind kind, String subject, Wish wish) {
        audit.note(Deed.of(wish.doer(), act, new Deed.Subject("login-rule", kind.of(subject), kind.of(subject))));
    }

    /**
     * Enables whom a rule speaks of and withdraws what no rule holds any more: only what a rule enabled, and never against the
     * word of an administrator or of the platform. Who cannot have a login is left out.
     *
     * @param after where the last round ended, 0 to begin
     * @return where this round ended, 0 when all are through or another node is at it
     */
    long round(long after) {
        var ours = jdbc.sql("select pg_try_advisory_xact_lock(hashtext('login-rules'))")
                .query(Boolean.class)
                .single();
        if (!ours) {
            return 0;
        }
        var astray = astray(after);
        astray.forEach(this::agree);
        return astray.size() < A_ROUND ? 0 : astray.getLast().person();
    }

    private record Astray(long person, boolean opens, String rule) {}

    private List<Astray> astray(long after) {
        return jdbc.sql("""
                        select p.id, r.id is not null as opens, lower(r.kind) || ':' || r.subject as rule, l.changed_by
                        from person p
                        left join login l on l.person = p.id
                        left join people_under_rules() u on u.person = p.id
                        left join login_rule r on r.id = u.rule
                        where p.id > :after and p.active and case when r.id is null
                          then l.enabled and l.opened_by = 'RULE' and p.portal_access <> 'ON'
                          else p.kind <> 'AGENT' and p.portal_access <> 'OFF'
                            and (l.person is null or not l.enabled and (l.opened_by = 'RULE'
                              or l.opened_by = 'PLATFORM' and p.portal_access = 'UNSET'))
                            and (select count(distinct s.person) from person_address a
                              join person_address s on s.address = a.address join person q on q.id = s.person and q.active
                              where a.person = p.id and a.position = 0) = 1 end
                        order by p.id limit :round""")
                .param("after", after)
                .param("round", A_ROUND)
                .query((row, number) -> new Astray(
                        row.getLong("id"),
                        row.getBoolean("opens"),
                        row.getBoolean("opens") ? row.getString("rule") : row.getString("changed_by")))
                .list();
    }

    private void agree(Astray astray) {
        var wish = Wish.rule(astray.rule());
        if (!astray.opens()) {
            logins.disable(astray.person(), wish);
            return;
        }
        try {
            accounts.of(astray.person()).loginAddress(false);
        } catch (AccountRefused refused) {
            return; // as named when the rule was added
        }
        logins.enable(astray.person(), wish, LoginTopic.ENABLE);
    }

    /** Of whom a rule would speak, for telling what becomes of them. */
    List<Long> people(Kind kind, String subject) {
        var found = kind == Kind.GROUP ? "select person from person_group where name = :subject order by person" : """
                    with recursive branch(id) as (
                      select :subject
                      union
                      select o.platform_id from organisation o join branch b on o.parent_platform_id = b.id
                    )
                    select p.id from person p where p.active and p.kind <> 'AGENT'
                      and p.organisation_platform_id in (select id from branch) order by p.id""";
        return jdbc.sql(found)
                .params(Map.of("subject", subject))
                .query(Long.class)
                .list();
    }
}
