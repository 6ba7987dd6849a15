package org.clientportal.ports;

import java.util.Optional;
import org.clientportal.itsm.Check;

/** The logins of people, kept by the identity provider. Outward; implemented over the Keycloak admin client. */
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
     * @throws LoginsUnavailable when the provider does not answer
     */
    String set(Login login, String password, boolean temporary);

    /** Switches a login off and ends its sessions. Unknown ids are no error. */
    void disable(String loginId);

    /** Ends one session of whoever it is, by the provider's id of it. Unknown ids are no error. */
    void endSession(String sessionId);

    /** Sets name, language and address of an existing login. */
    void update(Login login);

    Optional<LoginState> state(String loginId);

    /** The login that bears a person's mark ({@link Login#person()}), whoever stored its id; never found by address. */
    Optional<LoginState> ofPerson(String person);

    /**
     * A login.
     *
     * @param loginId the stored id, empty for a new one
     * @param person the portal's stable mark for the person, kept as an attribute (the platform's id)
     * @param email address and user name
     * @param language preferred language tag
     */
    record Login(Optional<String> loginId, String person, String email, String name, String language) {}

    /** How a login stands. */
    record LoginState(String loginId, String email, boolean enabled) {}

    /** Another login already has this address and is not this person's. */
    class LoginTaken extends RuntimeException {
        public LoginTaken(String email) {
            super("another login has the address " + email);
        }
    }

    /** The provider could not be asked; nothing is known about the effect. */
    class LoginsUnavailable extends RuntimeException {
        public LoginsUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
