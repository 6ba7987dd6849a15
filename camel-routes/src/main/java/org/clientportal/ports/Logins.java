package org.clientportal.ports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Check;

/** The logins of people, kept by the identity provider. Outward; implemented over Keycloak's admin API. */
public interface Logins {

    Check check();

    /**
     * Makes or updates a login and sets its password.
     *
     * @param login what it is to be
     * @param password the new password
     * @param temporary whether it must be changed at the next sign-in
     * @return the provider's id of the login, to be stored: a login is matched by it ever after, never by address alone
     * @throws LoginTaken when another, foreign login has the address
     * @throws LoginProtected when it is there, opens the admin API, and that was not allowed for
     * @throws LoginsUnavailable when the provider does not answer
     */
    String set(Login login, String password, boolean temporary);

    /**
     * Makes or updates a login whose owner chooses the password: the one it has is void from now on, and the provider mails
     * a link, in the login's language, that works once and for that long. The link passes through nobody else's hands.
     *
     * @return the provider's id
     * @throws LoginTaken when another, foreign login has the address
     * @throws LoginProtected when it is there, opens the admin API, and that was not allowed for
     * @throws LoginsUnavailable when the provider does not answer, or cannot send the mail
     */
    String invite(Login login, Duration lasts);

    /**
     * Makes a login without a password, or sets right an existing one (name, address, mark, switched on) and leaves its
     * password.
     *
     * @return the provider's id
     * @throws LoginTaken when another, foreign login has the address
     * @throws LoginProtected when it would get another address and opens the admin API
     */
    String open(Login login);

    /**
     * Makes a login that somebody else made this person's: marked, described, switched on, its sessions ended.
     *
     * @param loginId the foreign login; it must have the address of {@code login} already
     * @throws LoginTaken when there is no such login, or it has another address or another person's mark
     * @throws LoginProtected when it opens the admin API or is a machine's
     */
    void adopt(String loginId, Login login);

    /**
     * Says whether a login demands a second factor from the next sign-in on. Unknown ids are no error.
     *
     * @throws LoginsUnavailable also when the provider was not set up for it
     */
    void secondFactor(String loginId, boolean must);

    /** Switches a login off and ends its sessions. Unknown ids are no error. */
    void disable(String loginId);

    /** Ends one session of whoever it is, by the provider's id of it. Unknown ids are no error. */
    void endSession(String sessionId);

    /**
     * Sets name, language and address of an existing login; its sessions go on.
     *
     * @throws LoginTaken when another login has the new address
     * @throws LoginProtected when it would get another address and opens the admin API
     */
    void update(Login login);

    Optional<LoginState> state(String loginId);

    /** When the login's password was last set, by whomever; empty when it has none or there is no such login. */
    Optional<Instant> passwordSetAt(String loginId);

    /** Whether the login can be entered through another identity provider, so that it needs no password. */
    boolean signsInElsewhere(String loginId);

    /**
     * How a login is entered at present; nothing for one that is not there.
     *
     * @throws LoginsUnavailable when the provider does not answer
     */
    WaysIn waysIn(String loginId);

    /**
     * Removes a login for good, with its sessions. Unknown ids are no error.
     *
     * @throws LoginProtected when it opens the admin API
     */
    void remove(String loginId);

    /** Whether a login opens the admin API, so that its password is worth more. */
    boolean opensAdministration(String loginId);

    /** The login that bears a person's mark ({@link Login#person()}), whoever stored its id; never found by address. */
    Optional<LoginState> ofPerson(String person);

    /**
     * A login.
     *
     * @param loginId the stored id, empty for a new one
     * @param person the portal's stable mark for the person, kept as an attribute (the platform's id)
     * @param email address and user name
     * @param language preferred language tag
     * @param evenAdministrator whether it may be changed although it opens the admin API: only somebody who may do everything
     *     there may say so, or whoever resets passwords could make themselves an administrator
     */
    record Login(
            Optional<String> loginId,
            String person,
            String email,
            String name,
            String language,
            boolean evenAdministrator) {

        /** As anybody may change it: not when it opens the admin API. */
        public Login(Optional<String> loginId, String person, String email, String name, String language) {
            this(loginId, person, email, name, language, false);
        }
    }

    /**
     * How a login stands.
     *
     * @param person whose mark it bears
     */
    record LoginState(String loginId, String email, boolean enabled, Optional<String> person) {}

    /**
     * How a login is entered.
     *
     * @param passwordSetAt when its password was last set; empty when it has none
     * @param codes devices that make its codes, the second factor
     * @param elsewhere other identity providers that vouch for it
     */
    record WaysIn(Optional<Instant> passwordSetAt, List<CodeDevice> codes, List<Elsewhere> elsewhere) {

        public WaysIn {
            codes = List.copyOf(codes);
            elsewhere = List.copyOf(elsewhere);
        }

        public static WaysIn none() {
            return new WaysIn(Optional.empty(), List.of(), List.of());
        }
    }

    /**
     * A device that makes codes.
     *
     * @param id at the provider
     * @param name as its owner called it; empty when they did not
     */
    record CodeDevice(String id, String name, Instant since) {}

    /**
     * Another identity provider.
     *
     * @param alias its name in the realm
     * @param account how it calls the person
     */
    record Elsewhere(String alias, String account) {}

    /** A login that is not this person's stands in the way; the message says which. */
    class LoginTaken extends RuntimeException {
        public LoginTaken(String message) {
            super(message);
        }
    }

    /** The login opens the admin API. */
    class LoginProtected extends RuntimeException {
        public LoginProtected(String email) {
            super("the login " + email + " opens the admin API, so only portal-admin may change it");
        }
    }

    /** The provider could not be asked; nothing is known about the effect. */
    class LoginsUnavailable extends RuntimeException {
        public LoginsUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
