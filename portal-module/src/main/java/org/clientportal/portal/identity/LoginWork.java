package org.clientportal.portal.identity;

import java.util.Optional;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.portal.identity.AccountRefused.Why;
import org.clientportal.ports.Logins;
import org.clientportal.ports.Logins.Login;
import org.clientportal.ports.Logins.LoginState;
import org.clientportal.ports.Logins.LoginTaken;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Claim;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The work that outbox rows about logins stand for. A row says only "enable person 42": the password is made here, set at
 * Keycloak and mailed, and is nowhere else; when anything fails after that, all is done again with another password.
 */
@Component
class LoginWork {

    private final Accounts accounts;
    private final LoginRows rows;
    private final ObjectProvider<Logins> provider;
    private final Passwords passwords;
    private final PasswordMails mails;

    LoginWork(
            Accounts accounts,
            LoginRows rows,
            ObjectProvider<Logins> provider,
            Passwords passwords,
            PasswordMails mails) {
        this.accounts = accounts;
        this.rows = rows;
        this.provider = provider;
        this.passwords = passwords;
        this.mails = mails;
    }

    void enable(Claim claim) {
        setAndMail(claim, PasswordMail.Kind.ENABLED);
    }

    /**
     * The platform said "on". After the portal's database was lost it says so of everybody again: a login that is there
     * and open is linked and its owner not bothered. From the second attempt on it may be ours of the first.
     */
    void enableIfNew(Claim claim) {
        var account = accounts.of(claim.subject());
        var known = claim.attempt() > 1 ? Optional.<LoginState>empty() : logins().ofPerson(account.platformId());
        if (known.isPresent() && known.get().enabled() && account.enabled()) {
            rows.linked(account.person(), known.get().loginId(), known.get().email());
        } else {
            setAndMail(claim, PasswordMail.Kind.ENABLED);
        }
    }

    void password(Claim claim) {
        setAndMail(claim, PasswordMail.Kind.RESET);
    }

    private void setAndMail(Claim claim, PasswordMail.Kind kind) {
        var account = accounts.of(claim.subject());
        if (!account.enabled()) {
            return; // withdrawn meanwhile
        }
        var row = account.login().orElseThrow();
        var password = passwords.next();
        try {
            set(account, row.evenAgent(), password, row.passwordTemporary());
        } catch (AccountRefused refused) {
            throw new Outbox.Refused(reason(refused), String.valueOf(refused.getMessage()));
        }
        mails.send(kind, accounts.of(account.person()), password, row.passwordTemporary());
    }

    private void set(Account account, boolean evenAgent, String password, boolean temporary) {
        var address = account.loginAddress(evenAgent);
        rows.linked(account.person(), setAtProvider(account, address, password, temporary), address);
    }

    private String setAtProvider(Account account, String address, String password, boolean temporary) {
        try {
            return logins().set(login(account, address), password, temporary);
        } catch (LoginTaken taken) {
            throw new AccountRefused(
                    Why.ADDRESS_TAKEN,
                    "another login at Keycloak has the address " + address + " and is not that of " + account.name());
        }
    }

    private static Login login(Account account, String address) {
        return new Login(
                account.login().flatMap(row -> Optional.ofNullable(row.keycloakId())),
                account.platformId(),
                address,
                account.name(),
                account.language());
    }

    void disable(Claim claim) {
        var login = rows.of(claim.subject());
        if (login.isPresent() && !login.get().enabled() && login.get().keycloakId() != null) {
            logins().disable(login.get().keycloakId());
        }
    }

    void update(Claim claim) {
        var account = accounts.of(claim.subject());
        var known = account.login().flatMap(row -> Optional.ofNullable(row.keycloakId()));
        if (known.isEmpty() || !account.enabled()) {
            return;
        }
        try {
            var address = account.loginAddress(account.login().orElseThrow().evenAgent());
            logins().update(login(account, address));
            rows.linked(account.person(), known.get(), address);
        } catch (AccountRefused refused) {
            throw new Outbox.Refused(reason(refused), String.valueOf(refused.getMessage()));
        } catch (LoginTaken taken) {
            throw new Outbox.Refused(ItsmRejected.Reason.FORBIDDEN, String.valueOf(taken.getMessage()));
        }
    }

    /** For an administrator who reads the password to the person: set before this returns, mailed to nobody. */
    String enableAndShow(long person, boolean evenAgent, boolean temporary, String actor) {
        var account = accounts.of(person);
        var address = account.loginAddress(evenAgent);
        var password = passwords.next();
        var id = setAtProvider(account, address, password, temporary);
        rows.enabledAndLinked(person, evenAgent, id, address, actor);
        return password;
    }

    /** The same for somebody who has access. */
    String passwordAndShow(long person, boolean temporary, String actor) {
        var account = accounts.enabledAccount(person);
        var password = passwords.next();
        set(account, account.login().orElseThrow().evenAgent(), password, temporary);
        rows.passwordShown(person, actor);
        return password;
    }

    private Logins logins() {
        var logins = provider.getIfAvailable();
        if (logins == null) {
            throw new Logins.LoginsUnavailable(
                    "portal.keycloak.url is not set, so there is nobody to keep logins", new IllegalStateException());
        }
        return logins;
    }

    private static ItsmRejected.Reason reason(AccountRefused refused) {
        return switch (refused.why()) {
            case INACTIVE, NOT_FOUND -> ItsmRejected.Reason.GONE;
            case ADDRESS_TAKEN, AGENT -> ItsmRejected.Reason.FORBIDDEN;
            default -> ItsmRejected.Reason.INVALID;
        };
    }
}
