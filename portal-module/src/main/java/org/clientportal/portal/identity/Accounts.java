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
              l.person is not null as has_login, l.*,
              (select w.state from outbox w where w.lane = 'login:' || p.id order by w.id desc limit 1) as work
            from person p
            left join person_preference f on f.person = p.id
            left join organisation o on o.platform_id = p.organisation_platform_id
            left join person_address a on a.person = p.id and a.position = 0
            left join login l on l.person = p.id
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
     * People by name.
     *
     * @param text part of name, address or organisation, without case; empty for all
     * @param after where the page before ended
     */
    @WorkTransaction
    List<Account> list(String text, Optional<Boolean> enabled, Optional<Position> after, int limit) {
        return jdbc.sql(ACCOUNT + """
                        where (:text = '%%' or p.name ilike :text or o.name ilike :text
                            or exists (select from person_address s where s.person = p.id and s.address like lower(:text)))
                          and (cast(:enabled as boolean) is null or :enabled = (coalesce(l.enabled, false) and p.active))
                          and (cast(:name as text) is null or (p.name, p.id) > (:name, :id))
                        order by p.name, p.id limit :limit""")
                .param("text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("enabled", enabled.orElse(null))
                .param("name", after.map(Position::name).orElse(null))
                .param("id", after.map(Position::person).orElse(0L))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Where a page of {@link #list} ends. */
    record Position(String name, long person) {}

    /** By the portal's id or an address; an address of several people is ambiguous. */
    @WorkTransaction
    Account named(String idOrEmail) {
        var found = idOrEmail.indexOf('@') < 0 ? byId(idOrEmail) : byAddress(idOrEmail);
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
    Account enable(long person, boolean evenAgent, Optional<Boolean> temporary, String actor) {
        of(person).loginAddress(evenAgent);
        logins.enable(person, evenAgent, temporary, actor, LoginTopic.ENABLE);
        return of(person);
    }

    /** A new password is mailed. */
    @WorkTransaction
    Account newPassword(long person, Optional<Boolean> temporary, String actor) {
        enabledAccount(person);
        logins.newPassword(person, temporary, actor);
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
    Account disable(long person, String actor) {
        if (logins.of(person).filter(LoginRow::enabled).isPresent()) {
            logins.disable(person, actor);
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
                work(row.getString("work")));
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
