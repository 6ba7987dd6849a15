package org.clientportal.portal.identity;

import java.util.Optional;
import java.util.function.Function;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.portal.identity.AccountRefused.Why;
import org.clientportal.ports.Logins;
import org.clientportal.ports.Logins.Login;
import org.clientportal.ports.Logins.LoginProtected;
import org.clientportal.ports.Logins.LoginState;
import org.clientportal.ports.Logins.LoginTaken;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The work that outbox rows about logins stand for. A row says only "enable person 42": the password is made here, set at
 * Keycloak and mailed, and is nowhere else; or Keycloak mails a link, which the portal never sees. When anything fails, all is
 * done again with another password, another link.
 */
@Component
class LoginWork {

    private static final Logger LOG = LoggerFactory.getLogger(LoginWork.class);

    private final Accounts accounts;
    private final LoginRows rows;
    private final ObjectProvider<Logins> provider;
    private final SecondFactorRows secondFactors;
    private final Passwords passwords;
    private final PasswordMails mails;
    private final IdentitySettings settings;

    LoginWork(
            Accounts accounts,
            LoginRows rows,
            ObjectProvider<Logins> provider,
            SecondFactorRows secondFactors,
            Passwords passwords,
            PasswordMails mails,
            IdentitySettings settings) {
        this.accounts = accounts;
        this.rows = rows;
        this.provider = provider;
        this.secondFactors = secondFactors;
        this.passwords = passwords;
        this.mails = mails;
        this.settings = settings;
    }

    void enable(Claim claim) {
        letIn(claim, PasswordMail.Kind.ENABLED);
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
            letIn(claim, PasswordMail.Kind.ENABLED);
        }
    }

    void password(Claim claim) {
        letIn(claim, PasswordMail.Kind.RESET);
    }

    private void letIn(Claim claim, PasswordMail.Kind kind) {
        var account = accounts.of(claim.subject());
        if (!account.enabled()) {
            return; // withdrawn meanwhile
        }
        var row = account.login().orElseThrow();
        try {
            switch (settings.invitation()) {
                case PASSWORD -> {
                    var password = passwords.next();
                    var address = set(account, row, login -> logins().set(login, password, row.passwordTemporary()));
                    mails.send(kind, account, address, password, row.passwordTemporary());
                }
                case LINK -> set(account, row, login -> logins().invite(login, settings.linkLasts()));
            }
        } catch (AccountRefused refused) {
            throw parked(refused);
        }
    }

    /** @return the address that is the login */
    private String set(Account account, LoginRow row, Function<Login, String> at) {
        var address = account.loginAddress(row.evenAgent());
        var login = login(account, address, row.evenAdministrator());
        try {
            secondFactors
                    .linkedWithPassword(account.person(), at.apply(login), address)
                    .ifPresent(demand -> tell(account.person(), demand));
            return address;
        } catch (LoginTaken | LoginProtected refused) {
            throw refused(account, refused);
        }
    }

    private String setAtProvider(Account account, Login login, String password, boolean temporary) {
        try {
            return logins().set(login, password, temporary);
        } catch (LoginTaken | LoginProtected refused) {
            throw refused(account, refused);
        }
    }

    static AccountRefused refused(Account account, RuntimeException refused) {
        return new AccountRefused(
                refused instanceof LoginProtected ? Why.ADMINISTRATOR : Why.ADDRESS_TAKEN,
                account.name() + ": " + refused.getMessage());
    }

    static Login login(Account account, String address, boolean evenAdministrator) {
        return new Login(
                account.login().flatMap(row -> Optional.ofNullable(row.keycloakId())),
                account.platformId(),
                address,
                account.name(),
                account.language(),
                evenAdministrator);
    }

    void secondFactor(Claim claim) {
        tellSecondFactor(claim.subject());
    }

    private void tellSecondFactor(long person) {
        secondFactors.of(person).ifPresent(demand -> tell(person, demand));
    }

    private void tell(long person, SecondFactorRows.Demand demand) {
        if (demand.must() || demand.told()) {
            logins().secondFactor(demand.keycloakId(), demand.must());
            secondFactors.told(person, demand.must());
        }
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
            logins().update(login(account, address, false));
            rows.linked(account.person(), known.get(), address);
        } catch (LoginTaken | LoginProtected refused) {
            throw parked(refused(account, refused));
        } catch (AccountRefused refused) {
            throw parked(refused);
        }
    }

    /** For an administrator who reads the password to the person: set before this returns, mailed to nobody. */
    String enableAndShow(long person, Wish wish) {
        var account = accounts.of(person);
        var address = account.loginAddress(wish.evenAgent());
        var password = passwords.next();
        var login = login(account, address, wish.evenAdministrator());
        var id = setAtProvider(account, login, password, wish.temporary().orElseThrow());
        rows.enabledAndLinked(person, id, address, wish);
        tellSecondFactor(person);
        return password;
    }

    /** The same for somebody who has access. */
    String passwordAndShow(long person, Wish wish) {
        var account = accounts.enabledAccount(person);
        var address = account.loginAddress(account.login().orElseThrow().evenAgent());
        var password = passwords.next();
        var login = login(account, address, wish.evenAdministrator());
        var id = setAtProvider(account, login, password, wish.temporary().orElseThrow());
        rows.linkedWithPassword(person, id, address);
        rows.passwordShown(person, wish);
        return password;
    }

    /**
     * Says at once what the worker would find out: that the login opens the admin API. While Keycloak is silent the worker
     * says it.
     */
    void refuseAdministrators(long person, Wish wish) {
        var account = accounts.of(person);
        var known = account.login().flatMap(row -> Optional.ofNullable(row.keycloakId()));
        if (wish.evenAdministrator() || known.isEmpty()) {
            return;
        }
        try {
            if (logins().opensAdministration(known.get())) {
                throw refused(
                        account,
                        new LoginProtected(account.login().orElseThrow().email()));
            }
        } catch (Logins.LoginsUnavailable silent) {
            LOG.debug("not asked whose login {} is: {}", known.get(), silent.getMessage());
        }
    }

    /** A login that somebody else made, and an administrator has looked at, is this person's from now on. */
    void adopt(long person, String loginId, Wish wish) {
        var account = accounts.of(person);
        var address = account.loginAddress(wish.evenAgent());
        try {
            logins().adopt(loginId, login(account, address, false));
        } catch (LoginTaken | LoginProtected refused) {
            throw refused(account, refused);
        }
        rows.adopted(person, loginId, address, wish);
    }

    /** Frees the address of somebody who has no access any more: their login is removed at Keycloak. */
    void remove(long person, Wish wish) {
        var account = accounts.of(person);
        if (account.enabled()) {
            throw new AccountRefused(Why.WRONG_STATE, account.name() + " may use the portal: disable them first");
        }
        var known = account.login().flatMap(row -> Optional.ofNullable(row.keycloakId()));
        if (known.isPresent()) {
            try {
                logins().remove(known.get());
            } catch (LoginProtected refused) {
                throw refused(account, refused);
            }
            rows.removed(person, wish);
        }
    }

    Logins logins() {
        var logins = provider.getIfAvailable();
        if (logins == null) {
            throw new Logins.LoginsUnavailable(
                    "portal.keycloak.url is not set, so there is nobody to keep logins", new IllegalStateException());
        }
        return logins;
    }

    private static Outbox.Refused parked(AccountRefused refused) {
        var reason = switch (refused.why()) {
            case INACTIVE, NOT_FOUND -> ItsmRejected.Reason.GONE;
            case ADDRESS_TAKEN, AGENT, ADMINISTRATOR -> ItsmRejected.Reason.FORBIDDEN;
            default -> ItsmRejected.Reason.INVALID;
        };
        return new Outbox.Refused(reason, String.valueOf(refused.getMessage()));
    }
}
