package org.clientportal.keycloak;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.itsm.Check;
import org.clientportal.ports.Logins;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Logins in one realm of Keycloak. Every login of ours carries the platform's id of its person in an attribute that only
 * the service account can write, so a step cut by a crash is recognised when it is repeated, and a login that somebody
 * else made with the same address is never taken over.
 */
final class KeycloakLogins implements Logins, AutoCloseable {

    static final String PERSON = "portal_person";
    /** The client that people come through; its page is where the link leads in the end. */
    private static final String PORTAL = "portal";

    /** The flow of the sign-in page asks whoever has it ({@code portal-flows.json}). */
    private static final String SECOND_FACTOR = "portal-second-factor";

    private static final String LANGUAGE = "locale";
    private static final String CHANGE_PASSWORD = "UPDATE_PASSWORD";
    /** Realm roles of docs/admin-api.md; the service account sees no roles of Keycloak's own clients. */
    private static final Set<String> ADMINISTRATION = Set.of("portal-admin", "portal-helpdesk", "portal-auditor");

    private final KeycloakCalls keycloak;

    KeycloakLogins(KeycloakSettings settings) {
        keycloak = new KeycloakCalls(settings);
    }

    @Override
    public Check check() {
        try {
            var logins = keycloak.ask(realm -> realm.users().count());
            return Check.passed("Keycloak, " + keycloak.place() + ", " + logins + " logins");
        } catch (LoginsUnavailable | ClientErrorException failure) {
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
        takePassword(id);
        // before the mail: what was mailed earlier is void from here on (the extension's NewestLink)
        startAnew(id);
        mailLink(id, lasts);
        return id;
    }

    private String setRight(Login login, UserRepresentation user) {
        protect(login, user);
        describe(login, user, true);
        withoutPasswordChange(user);
        write(user);
        return user.getId();
    }

    private void takePassword(String id) {
        keycloak.ask(realm -> {
            var user = realm.users().get(id);
            user.credentials().stream()
                    .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                    .forEach(password -> user.removeCredential(password.getId()));
            return id;
        });
    }

    private void mailLink(String id, Duration lasts) {
        try {
            keycloak.ask(realm -> {
                realm.users()
                        .get(id)
                        .executeActionsEmail(
                                PORTAL, null, Math.toIntExact(lasts.toSeconds()), List.of(CHANGE_PASSWORD));
                return id;
            });
        } catch (ClientErrorException | LoginsUnavailable failed) {
            throw new LoginsUnavailable(
                    keycloak.place() + " did not mail the link (does it have a mail server?): "
                            + KeycloakCalls.reason(failed),
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
        return existing.get().getId();
    }

    @Override
    public void adopt(String loginId, Login login) {
        var user = read(loginId).orElseThrow(() -> new LoginTaken("there is no login " + loginId + " at Keycloak"));
        if (!login.email().equalsIgnoreCase(user.getEmail())) {
            throw new LoginTaken("the login " + loginId + " has another address than " + login.email());
        }
        if (mark(user).filter(other -> !other.equals(login.person())).isPresent()) {
            throw new LoginTaken("the login " + loginId + " is that of another person");
        }
        if (user.getServiceAccountClientId() != null || opensAdministration(loginId)) {
            throw new LoginProtected(login.email());
        }
        describe(login, user, true);
        write(user);
        startAnew(loginId);
    }

    /** By the stored id; failing that (a crash before it was stored, a portal database made anew) by our mark. */
    private Optional<UserRepresentation> existing(Login login) {
        return login.loginId().flatMap(this::read).or(() -> marked(login.person()));
    }

    private Optional<UserRepresentation> marked(String person) {
        var query = PERSON + ":\"" + person.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return keycloak.ask(realm -> realm.users().searchByAttributes(0, 2, null, true, false, query)).stream()
                .filter(user -> isOf(person, user))
                .findFirst();
    }

    private String create(Login login) {
        var user = new UserRepresentation();
        describe(login, user, true);
        return keycloak.ask(realm -> {
            try (var answer = realm.users().create(user)) {
                if (answer.getStatus() == 409) {
                    // two nodes at once, or an answer that was lost: ours if it bears our mark
                    var ours = byAddress(login).orElseThrow(() -> taken(login.email()));
                    protect(login, ours);
                    return ours.getId();
                }
                return CreatedResponseUtil.getCreatedId(answer);
            }
        });
    }

    private Optional<UserRepresentation> byAddress(Login login) {
        return keycloak.ask(realm -> realm.users().searchByEmail(login.email(), true)).stream()
                .filter(user -> isOf(login.person(), user))
                .findFirst();
    }

    private void write(UserRepresentation user) {
        try {
            keycloak.ask(realm -> {
                realm.users().get(user.getId()).update(user);
                return user;
            });
        } catch (ClientErrorException refused) {
            if (refused.getResponse().getStatus() == 409) {
                throw taken(user.getEmail());
            }
            throw new LoginsUnavailable(
                    keycloak.place() + " refuses the login: " + KeycloakCalls.reason(refused), refused);
        }
    }

    private static LoginTaken taken(String email) {
        return new LoginTaken("another login at Keycloak has the address " + email);
    }

    /** Name and mark are the platform's to say of anybody; an address is where a forgotten password is sent to. */
    private void describeAndWrite(Login login, UserRepresentation user, boolean enabled) {
        if (!login.email().equalsIgnoreCase(user.getEmail())) {
            protect(login, user);
        }
        describe(login, user, enabled);
        write(user);
    }

    private void protect(Login login, UserRepresentation user) {
        if (!login.evenAdministrator() && opensAdministration(user.getId())) {
            throw new LoginProtected(user.getEmail());
        }
    }

    @Override
    public boolean opensAdministration(String loginId) {
        try {
            // with those of composite roles and of groups
            return keycloak
                    .ask(realm ->
                            realm.users().get(loginId).roles().realmLevel().listEffective())
                    .stream()
                    .anyMatch(role -> ADMINISTRATION.contains(role.getName()));
        } catch (NotFoundException gone) {
            return false;
        }
    }

    private static void describe(Login login, UserRepresentation user, boolean enabled) {
        var name = PersonName.of(login.name());
        user.setUsername(login.email());
        user.setEmail(login.email());
        user.setEmailVerified(true);
        user.setFirstName(name.first());
        user.setLastName(name.last());
        user.setEnabled(enabled);
        Map<String, List<String>> attributes =
                user.getAttributes() == null ? new HashMap<>() : new HashMap<>(user.getAttributes());
        attributes.put(PERSON, List.of(login.person()));
        attributes.put(LANGUAGE, List.of(login.language()));
        user.setAttributes(attributes);
    }

    private void setPassword(String id, String password, boolean temporary) {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(temporary);
        try {
            keycloak.ask(realm -> {
                realm.users().get(id).resetPassword(credential);
                return id;
            });
        } catch (ClientErrorException refused) {
            throw new LoginsUnavailable(
                    "the password policy of " + keycloak.place() + " refuses passwords made by the portal", refused);
        }
    }

    /** A wish of an earlier temporary password; setting the next one says anew whether it is to be changed. */
    private static void withoutPasswordChange(UserRepresentation user) {
        var actions = user.getRequiredActions() == null ? List.<String>of() : user.getRequiredActions();
        user.setRequiredActions(actions.stream()
                .filter(action -> !action.equals(CHANGE_PASSWORD))
                .toList());
    }

    /** Whoever knew the old password is out, and whoever mistyped it too often may try again. */
    private void startAnew(String id) {
        keycloak.ask(realm -> {
            realm.users().get(id).logout();
            realm.attackDetection().clearBruteForceForUser(id);
            return id;
        });
    }

    @Override
    public void secondFactor(String loginId, boolean must) {
        try {
            keycloak.ask(realm -> {
                var roles = realm.users().get(loginId).roles().realmLevel();
                var has = secondFactor(roles.listAll());
                if (must && has.isEmpty()) {
                    // from what may be given to this login: the service account does not see the realm's roles
                    roles.add(List.of(secondFactor(roles.listAvailable())
                            .orElseThrow(() -> new LoginsUnavailable(
                                    keycloak.place() + " has no role " + SECOND_FACTOR + ": portal realm apply",
                                    new IllegalStateException()))));
                } else if (!must && has.isPresent()) {
                    roles.remove(List.of(has.get()));
                }
                return loginId;
            });
        } catch (NotFoundException gone) {
            // whoever makes it anew says it anew
        }
    }

    private static Optional<RoleRepresentation> secondFactor(List<RoleRepresentation> roles) {
        return roles.stream()
                .filter(role -> SECOND_FACTOR.equals(role.getName()))
                .findFirst();
    }

    @Override
    public void disable(String loginId) {
        read(loginId)
                .ifPresent(user -> keycloak.ask(realm -> {
                    user.setEnabled(false);
                    realm.users().get(loginId).update(user);
                    realm.users().get(loginId).logout();
                    return user;
                }));
    }

    @Override
    public void endSession(String sessionId) {
        try {
            keycloak.ask(realm -> {
                realm.deleteSession(sessionId, false);
                return sessionId;
            });
        } catch (NotFoundException over) {
            // it has ended by itself
        }
    }

    @Override
    public void update(Login login) {
        existing(login).ifPresent(user -> describeAndWrite(login, user, user.isEnabled()));
    }

    @Override
    public Optional<LoginState> state(String loginId) {
        return read(loginId).map(KeycloakLogins::state);
    }

    @Override
    public Optional<LoginState> ofPerson(String person) {
        return marked(person).map(KeycloakLogins::state);
    }

    @Override
    public Optional<Instant> passwordSetAt(String loginId) {
        try {
            return keycloak.ask(realm -> realm.users().get(loginId).credentials()).stream()
                    .filter(credential -> CredentialRepresentation.PASSWORD.equals(credential.getType()))
                    .map(credential -> Instant.ofEpochMilli(credential.getCreatedDate()))
                    .findFirst();
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    @Override
    public boolean signsInElsewhere(String loginId) {
        try {
            return !keycloak.ask(realm -> realm.users().get(loginId).getFederatedIdentity())
                    .isEmpty();
        } catch (NotFoundException gone) {
            return false;
        }
    }

    @Override
    public void remove(String loginId) {
        read(loginId).ifPresent(user -> {
            if (opensAdministration(loginId)) {
                throw new LoginProtected(user.getEmail());
            }
            keycloak.ask(realm -> {
                realm.users().get(loginId).remove();
                return user;
            });
        });
    }

    private static LoginState state(UserRepresentation user) {
        return new LoginState(
                user.getId(), user.getEmail() == null ? "" : user.getEmail(), user.isEnabled(), mark(user));
    }

    private Optional<UserRepresentation> read(String loginId) {
        try {
            return Optional.of(keycloak.ask(realm -> realm.users().get(loginId).toRepresentation()));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private static boolean isOf(String person, UserRepresentation user) {
        return mark(user).filter(person::equals).isPresent();
    }

    private static Optional<String> mark(UserRepresentation user) {
        var marks = user.getAttributes() == null ? null : user.getAttributes().get(PERSON);
        return marks == null ? Optional.empty() : marks.stream().findFirst();
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
