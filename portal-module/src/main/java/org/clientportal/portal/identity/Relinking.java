package org.clientportal.portal.identity;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.identity.Relinked.Outcome;
import org.clientportal.ports.Logins;
import org.clientportal.ports.Logins.Login;
import org.clientportal.ports.Logins.LoginProtected;
import org.clientportal.ports.Logins.LoginState;
import org.clientportal.ports.Logins.LoginTaken;
import org.springframework.stereotype.Component;

/**
 * Compares the logins the portal knows with those Keycloak has, after Keycloak was restored from an older backup, and sets
 * them right without a mail to anybody. Repeating it changes nothing more.
 */
@Component
class Relinking {

    /** Two clocks and the time between setting a password and noting it. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private final Accounts accounts;
    private final LoginRows rows;
    private final LoginWork work;

    Relinking(Accounts accounts, LoginRows rows, LoginWork work) {
        this.accounts = accounts;
        this.rows = rows;
        this.work = work;
    }

    /**
     * The next of those who ever had a login.
     *
     * @param after the person that the walk came to, 0 to begin
     * @param mail whether who needs a new password is sent one
     */
    List<Relinked> next(long after, int limit, boolean dryRun, boolean mail, Wish wish) {
        return accounts.withLogin(after, limit).stream()
                .map(account -> {
                    var relinked = relink(account, dryRun, wish);
                    if (relinked.needsPassword() && mail && !dryRun) {
                        rows.newPassword(account.person(), wish);
                    }
                    return relinked;
                })
                .toList();
    }

    private Relinked relink(Account account, boolean dryRun, Wish wish) {
        if (account.work() == Account.Work.WAITING) {
            return Relinked.of(account, Outcome.WAITING);
        }
        try {
            return account.enabled() ? open(account, dryRun, wish) : shut(account, dryRun, wish);
        } catch (LoginTaken | LoginProtected refused) {
            return Relinked.refused(account, LoginWork.refused(account, refused));
        } catch (AccountRefused refused) {
            return Relinked.refused(account, refused);
        }
    }

    private Relinked open(Account account, boolean dryRun, Wish wish) {
        var row = account.login().orElseThrow();
        var address = account.loginAddress(row.evenAgent());
        var login = LoginWork.login(account, address, false);
        var found = find(login);
        var outcome = compare(login, found);
        if (outcome == Outcome.RIGHT || dryRun) {
            return new Relinked(account, outcome, needsPassword(row, found.map(LoginState::loginId)), null);
        }
        var id = logins().open(withId(login, found.map(LoginState::loginId)));
        rows.relinked(account.person(), id, address, outcome, wish);
        return new Relinked(accounts.of(account.person()), outcome, needsPassword(row, Optional.of(id)), null);
    }

    private Optional<LoginState> find(Login login) {
        return login.loginId().flatMap(id -> logins().state(id)).or(() -> logins().ofPerson(login.person()));
    }

    private static Outcome compare(Login login, Optional<LoginState> found) {
        if (found.isEmpty()) {
            return Outcome.MADE;
        }
        var state = found.get();
        if (state.person().filter(mark -> !mark.equals(login.person())).isPresent()) {
            throw new LoginTaken("the login " + state.loginId() + " is that of another person");
        }
        if (login.loginId().filter(state.loginId()::equals).isEmpty()) {
            return Outcome.LINKED;
        }
        var right = state.enabled()
                && state.email().equalsIgnoreCase(login.email())
                && state.person().isPresent();
        return right ? Outcome.RIGHT : Outcome.MENDED;
    }

    private boolean needsPassword(LoginRow row, Optional<String> id) {
        if (id.isEmpty()) {
            return true;
        }
        var setAt = logins().passwordSetAt(id.get());
        if (setAt.isEmpty()) {
            return !logins().signsInElsewhere(id.get());
        }
        var known = Optional.ofNullable(row.passwordSetAt());
        return known.filter(last -> setAt.get().isBefore(last.minus(SLACK))).isPresent();
    }

    /** Who was disabled after the backup was made is enabled in it. */
    private Relinked shut(Account account, boolean dryRun, Wish wish) {
        var found = find(new Login(
                account.login().flatMap(row -> Optional.ofNullable(row.keycloakId())),
                account.platformId(),
                "",
                account.name(),
                account.language(),
                false));
        var open = found.filter(LoginState::enabled);
        if (open.isEmpty()) {
            return Relinked.of(account, Outcome.RIGHT);
        }
        if (!dryRun) {
            logins().disable(open.get().loginId());
            rows.note(account.person(), "login.switched-off", wish, Map.of());
        }
        return Relinked.of(account, Outcome.SWITCHED_OFF);
    }

    private static Login withId(Login login, Optional<String> id) {
        return new Login(id, login.person(), login.email(), login.name(), login.language(), login.evenAdministrator());
    }

    private Logins logins() {
        return work.logins();
    }
}
