package org.clientportal.keycloak;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.clientportal.itsm.Check;
import org.clientportal.ports.Logins;

/**
 * Logins in one realm of Keycloak. Every login of ours carries the platform's id of its person in an attribute that only
 * the service account can write, so a step cut by a crash is recognised when it is repeated, and a login that somebody
 * else made with the same address is never taken over.
 */
final class KeycloakLogins implements Logins, AutoCloseable {

    /** The flow of the sign-in page asks whoever has it ({@code portal-flows.json}). */
    private static final String SECOND_FACTOR = "portal-second-factor";

    private static final String CHANGE_PASSWORD = "UPDATE_PASSWORD";
    /** Realm roles of docs/admin-api.md; the service account sees no roles of Keycloak's own clients. */
    private static final Set<String> ADMINISTRATION = Set.of("portal-admin", "portal-helpdesk", "portal-auditor");

    private final KeycloakCalls keycloak;
    private final KeycloakUsers users;

    KeycloakLogins(KeycloakSettings settings) {
        keycloak = new KeycloakCalls(settings);
        users = new KeycloakUsers(keycloak);
    }

    @Override
    public Check check() {
        try {
            return Check.passed("Keycloak, " + keycloak.place() + ", " + users.count() + " logins");
        } catch (LoginsUnavailable | KeycloakRefused failure) {
            return KeycloakCheck.failed(keycloak.place(), failure);
        }
    }

    @Override
    public String set(Login login, String password, boolean temporary) {
        var existing = existing(login);
        if (existing.isEmpty()) {
            var id = create(login);
            setPassword(id, password, temporary);
            return id;
        }
        var id = setRight(login, existing.get());
        setPassword(id, password, temporary);
        startAnew(id);
        return id;
    }

    @Override
    public String invite(Login login, Duration lasts) {
        var existing = existing(login);
        if (existing.isEmpty()) {
            var id = create(login);
            mailLink(id, lasts);
            return id;
        }
        var id = setRight(login, existing.get());
        users.takePasswords(id);
        // before the mail: what was mailed earlier is void from here on (the extension's NewestLink)
        startAnew(id);
        mailLink(id, lasts);
        return id;
    }

    /** Also without the wish of an earlier temporary password; setting the next one says anew whether it is to be changed. */
    private String setRight(Login login, KeycloakUser user) {
        protect(login, user);
        write(user.describe(login, true).without(Set.of(CHANGE_PASSWORD)));
        return user.id();
    }

    private void mailLink(String id, Duration lasts) {
        try {
            users.mailLink(id, CHANGE_PASSWORD, lasts);
        } catch (KeycloakRefused | LoginsUnavailable failed) {
            throw new LoginsUnavailable(
                    keycloak.place() + " did not mail the link (does it have a mail server?): "
                            + KeycloakHttp.reason(failed),
                    failed);
        }
    }

    @Override
    public String open(Login login) {
        var existing = existing(login);
        if (existing.isEmpty()) {
            return create(login);
        }
        describeAndWrite(login, existing.get(), true);
        return existing.get().id();
    }

    @Override
    public void adopt(String loginId, Login login) {
        var user =
                users.read(loginId).orElseThrow(() -> new LoginTaken("there is no login " + loginId + " at Keycloak"));
        if (!user.has(login.email())) {
            throw new LoginTaken("the login " + loginId + " has another address than " + login.email());
        }
        if (user.mark().filter(other -> !other.equals(login.person())).isPresent()) {
            throw new LoginTaken("the login " + loginId + " is that of another person");
        }
        if (user.isMachine() || opensAdministration(loginId)) {
            throw new LoginProtected(login.email());
        }
        write(user.describe(login, true));
        startAnew(loginId);
    }

    /** By the stored id; failing that (a crash before it was stored, a portal database made anew) by our mark. */
    private Optional<KeycloakUser> existing(Login login) {
        return login.loginId().flatMap(users::read).or(() -> marked(login.person()));
    }

    private Optional<KeycloakUser> marked(String person) {
        return users.marked(person).findFirst();
    }

    private String create(Login login) {
        try {
            return users.create(KeycloakUser.fresh().describe(login, true).json());
        } catch (KeycloakRefused refused) {
            if (refused.status() != 409) {
                throw refused(refused);
            }
            // two nodes at once, or an answer that was lost: ours if it bears our mark
            var ours = users.withEmail(login.email())
                    .filter(user -> user.isOf(login.person()))
                    .findFirst()
                    .orElseThrow(() -> taken(login.email()));
            protect(login, ours);
            return ours.id();
        }
    }

    private void write(KeycloakUser user) {
        try {
            users.write(user);
        } catch (KeycloakRefused refused) {
            throw refused.status() == 409 ? taken(user.email()) : refused(refused);
        }
    }

    private LoginsUnavailable refused(KeycloakRefused refused) {
        return new LoginsUnavailable(keycloak.place() + " refuses the login: " + refused.getMessage(), refused);
    }

    private static LoginTaken taken(String email) {
        return new LoginTaken("another login at Keycloak has the address " + email);
    }

    /** Name and mark are the platform's to say of anybody; an address is where a forgotten password is sent to. */
    private void describeAndWrite(Login login, KeycloakUser user, boolean enabled) {
        if (!user.has(login.email())) {
            protect(login, user);
        }
        write(user.describe(login, enabled));
    }

    private void protect(Login login, KeycloakUser user) {
        if (!login.evenAdministrator() && opensAdministration(user.id())) {
            throw new LoginProtected(user.email());
        }
    }

    @Override
    public boolean opensAdministration(String loginId) {
        return unlessGone(() -> users.hasAnyRole(loginId, ADMINISTRATION), false);
    }

    private void setPassword(String id, String password, boolean temporary) {
        try {
            users.setPassword(id, password, temporary);
        } catch (KeycloakRefused refused) {
            throw new LoginsUnavailable(
                    "the password policy of " + keycloak.place() + " refuses passwords made by the portal", refused);
        }
    }

    /** Whoever knew the old password is out, and whoever mistyped it too often may try again. */
    private void startAnew(String id) {
        users.endSessions(id);
        users.forgetAttempts(id);
    }

    @Override
    public void secondFactor(String loginId, boolean must) {
        // whoever makes a login anew that is gone says it anew
        unlessGone(
                () -> {
                    var has = users.role(loginId, SECOND_FACTOR);
                    if (must && has.isEmpty()) {
                        users.giveRole(
                                loginId,
                                users.availableRole(loginId, SECOND_FACTOR)
                                        .orElseThrow(() -> new LoginsUnavailable(
                                                keycloak.place() + " has no role " + SECOND_FACTOR
                                                        + ": portal realm apply",
                                                new IllegalStateException())));
                    } else if (!must && has.isPresent()) {
                        users.takeRole(loginId, has.get());
                    }
                    return must;
                },
                must);
    }

    @Override
    public void disable(String loginId) {
        users.read(loginId).ifPresent(user -> {
            users.write(user.enable(false));
            users.endSessions(loginId);
        });
    }

    @Override
    public void endSession(String sessionId) {
        unlessGone(
                () -> {
                    users.endSession(sessionId);
                    return sessionId;
                },
                sessionId);
    }

    @Override
    public void update(Login login) {
        existing(login).ifPresent(user -> describeAndWrite(login, user, user.enabled()));
    }

    @Override
    public Optional<LoginState> state(String loginId) {
        return users.read(loginId).map(KeycloakUser::state);
    }

    @Override
    public Optional<LoginState> ofPerson(String person) {
        return marked(person).map(KeycloakUser::state);
    }

    @Override
    public Optional<Instant> passwordSetAt(String loginId) {
        return unlessGone(() -> users.passwordSetAt(loginId), Optional.empty());
    }

    @Override
    public boolean signsInElsewhere(String loginId) {
        return unlessGone(() -> users.hasProvider(loginId), false);
    }

    @Override
    public WaysIn waysIn(String loginId) {
        try {
            return unlessGone(() -> users.waysIn(loginId), WaysIn.none());
        } catch (KeycloakRefused refused) {
            throw refused(refused);
        }
    }

    @Override
    public void remove(String loginId) {
        users.read(loginId).ifPresent(user -> {
            if (opensAdministration(loginId)) {
                throw new LoginProtected(user.email());
            }
            users.remove(loginId);
        });
    }

    private static <T> T unlessGone(java.util.function.Supplier<T> question, T gone) {
        try {
            return question.get();
        } catch (KeycloakRefused refused) {
            if (refused.status() == 404) {
                return gone;
            }
            throw refused;
        }
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
