package org.clientportal.portal.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.identity.Account.Work;
import org.clientportal.portal.identity.AccountRefused.Why;
import org.clientportal.portal.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and their logins, for administrators. Every change says who made it. */
@Component
class Accounts {

    private static final String ACCOUNT = """
            select p.id as person, p.platform_id, p.name, p.kind, p.portal_access, p.active,
              coalesce(f.language, p.language) as language, o.name as organisation, a.address,
              (select count(*) from person_address s join person q on q.id = s.person
                where s.address = a.address and q.active) as owners,
              l.person is not null as has_login, l.*, w.state as work, w.why
            from person p
            left join person_preference f on f.person = p.id
            left join organisation o on o.platform_id = p.organisation_platform_id
            left join person_address a on a.person = p.id and a.position = 0
            left join login l on l.person = p.id
            left join lateral (select x.state, x.why from outbox x where x.destination = 'LOGINS'
              and x.lane = 'login:' || p.id order by x.id desc limit 1) w on true
            """;

    private final JdbcClient jdbc;
    private final LoginRows logins;
    private final ViewerDefaults defaults;

    Accounts(JdbcClient jdbc, LoginRows logins, ViewerDefaults defaults) {
        this.jdbc = jdbc;
        this.logins = logins;
        this.defaults = defaults;
    }

    /**
     * Which people are meant.
     *
     * @param text part of name, address or organisation, without case; empty for all
     * @param organisation platform's id of the one they are in, or in the branch below
     * @param parked only those whose last work was refused
     */
    record Filter(String text, Optional<Boolean> enabled, Optional<String> organisation, boolean parked) {

        static Filter text(String text) {
            return new Filter(text, Optional.empty(), Optional.empty(), false);
        }
    }

    /**
     * People by name.
     *
     * @param after where the page before ended
     */
    @WorkTransaction
    List<Account> list(Filter filter, Optional<Position> after, int limit) {
        return jdbc.sql(ACCOUNT + """
                        where (:text = '%%' or p.name ilike :text or o.name ilike :text
                            or exists (select from person_address s where s.person = p.id and s.address like lower(:text)))
                          and (cast(:enabled as boolean) is null or :enabled = (coalesce(l.enabled, false) and p.active))
                          and (not :parked or w.state = 'PARKED')
                          and (cast(:organisation as text) is null or p.organisation_platform_id in (
                            with recursive branch(id) as (
                              select cast(:organisation as text)
                              union
                              select b.platform_id from organisation b join branch on b.parent_platform_id = branch.id
                            )
                            select id from branch))
                          and (cast(:name as text) is null or (p.name, p.id) > (:name, :id))
                        order by p.name, p.id limit :limit""")
                .param("text", "%" + filter.text().replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("enabled", filter.enabled().orElse(null))
                .param("parked", filter.parked())
                .param("organisation", filter.organisation().orElse(null))
                .param("name", after.map(Position::name).orElse(null))
                .param("id", after.map(Position::person).orElse(0L))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Where a page of {@link #list} ends. */
    record Position(String name, long person) {}

    /** Everybody who ever had a login, by id, for walking through all of them. */
    @WorkTransaction
    List<Account> withLogin(long after, int limit) {
        return jdbc.sql(ACCOUNT + "where l.person > ? order by p.id limit ?")
                .params(after, limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** The platform's id of an organisation that is named by it or by its name, without case. */
    @WorkTransaction
    String organisation(String idOrName) {
        var found = jdbc.sql("""
                        select platform_id from organisation where platform_id = :named or lower(name) = lower(:named)
                        order by platform_id = :named desc, platform_id""")
                .param("named", idOrName.strip())
                .query(String.class)
                .list();
        if (found.isEmpty()) {
            throw new AccountRefused(Why.NOT_FOUND, "there is no organisation " + idOrName);
        }
        if (found.size() > 1 && !found.getFirst().equals(idOrName.strip())) {
            throw new AccountRefused(
                    Why.AMBIGUOUS,
                    "several organisations are called " + idOrName + ": use the id (" + String.join(", ", found) + ")");
        }
        return found.getFirst();
    }

    /** By the portal's id or an address; an address of several people is ambiguous, but one who left leaves it. */
    @WorkTransaction
    Account named(String idOrEmail) {
        var all = idOrEmail.indexOf('@') < 0 ? byId(idOrEmail) : byAddress(idOrEmail);
        var active = all.stream().filter(Account::active).toList();
        var found = active.size() == 1 ? active : all;
        return switch (found.size()) {
            case 0 -> throw new AccountRefused(Why.NOT_FOUND, "there is no person " + idOrEmail);
            case 1 -> found.getFirst();
            default ->
                throw new AccountRefused(
                        Why.AMBIGUOUS,
                        idOrEmail + " is an address of " + found.size() + " people: use the id ("
                                + String.join(
                                        ", ",
                                        found.stream()
                                                .map(Account::person)
                                                .map(String::valueOf)
                                                .toList())
                                + ")");
        };
    }

    @WorkTransaction
    Account of(long person) {
        return named(Long.toString(person));
    }

    private List<Account> byId(String id) {
        return id.matches("\\d{1,18}")
                ? jdbc.sql(ACCOUNT + "where p.id = ?")
                        .param(Long.parseLong(id))
                        .query((row, number) -> read(row))
                        .list()
                : List.of();
    }

    private List<Account> byAddress(String address) {
        return jdbc.sql(ACCOUNT + """
                        where exists (select from person_address s where s.person = p.id and s.address = ?)
                        order by p.id""")
                .param(address.strip().toLowerCase(Locale.ROOT))
                .query((row, number) -> read(row))
                .list();
    }

    /** From now on the person may use the portal; a password is mailed when Keycloak has the login. */
    @WorkTransaction
    Account enable(long person, Wish wish) {
        of(person).loginAddress(wish.evenAgent());
        logins.enable(person, wish, LoginTopic.ENABLE);
        return of(person);
    }

    /** A new password is mailed. */
    @WorkTransaction
    Account newPassword(long person, Wish wish) {
        enabledAccount(person);
        logins.newPassword(person, wish);
        return of(person);
    }

    /** Whose password can be set. */
    @WorkTransaction
    Account enabledAccount(long person) {
        var account = of(person);
        if (!account.enabled()) {
            throw new AccountRefused(Why.NOT_ENABLED, account.name() + " has no access to the portal: enable first");
        }
        account.loginAddress(account.login().orElseThrow().evenAgent());
        return account;
    }

    /** The person is out with the next request. */
    @WorkTransaction
    Account disable(long person, Wish wish) {
        if (logins.of(person).filter(LoginRow::enabled).isPresent()) {
            logins.disable(person, wish);
        }
        return of(person);
    }

    private Account read(ResultSet row) throws SQLException {
        return new Account(
                row.getLong("person"),
                row.getString("platform_id"),
                row.getString("name"),
                row.getString("address"),
                row.getInt("owners"),
                Kind.valueOf(row.getString("kind")),
                row.getString("organisation"),
                row.getString("portal_access"),
                row.getBoolean("active"),
                language(row.getString("language")),
                row.getBoolean("has_login") ? Optional.of(LoginRows.read(row)) : Optional.empty(),
                work(row.getString("work")),
                "PARKED".equals(row.getString("work")) ? Optional.ofNullable(row.getString("why")) : Optional.empty());
    }

    private String language(@Nullable String wanted) {
        return wanted != null && Messages.LANGUAGES.contains(wanted) ? wanted : defaults.language();
    }

    private static Work work(@Nullable String state) {
        return switch (state == null ? "" : state) {
            case "WAITING" -> Work.WAITING;
            case "PARKED" -> Work.PARKED;
            default -> Work.NONE;
        };
    }
}
