package org.clientportal.keycloak;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Check;
import org.clientportal.ports.Logins;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Logins in one realm of Keycloak. Every login of ours carries the platform's id of its person in an attribute that only
 * the service account can write, so a step cut by a crash is recognised when it is repeated, and a login that somebody
 * else made with the same address is never taken over.
 */
final class KeycloakLogins implements Logins, AutoCloseable {

    static final String PERSON = "portal_person";
    private static final String LANGUAGE = "locale";
    private static final String CHANGE_PASSWORD = "UPDATE_PASSWORD";

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
        var user = existing.get();
        describe(login, user, true);
        withoutPasswordChange(user);
        write(user);
        setPassword(user.getId(), password, temporary);
        startAnew(user.getId());
        return user.getId();
    }

    /** By the stored id; failing that (a crash before it was stored, a portal database made anew) by our mark. */
    private Optional<UserRepresentation> existing(Login login) {
        return login.loginId().flatMap(this::read).or(() -> marked(login.person()));
    }

    private Optional<UserRepresentation> marked(String person) {
        var query = PERSON + ":\"" + person.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return keycloak.ask(realm -> realm.users().searchByAttributes(0, 2, null, false, true, query)).stream()
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
                    return byAddress(login).orElseThrow(() -> new LoginTaken(login.email()));
                }
                return CreatedResponseUtil.getCreatedId(answer);
            }
        });
    }

    private Optional<String> byAddress(Login login) {
        return keycloak.ask(realm -> realm.users().searchByEmail(login.email(), true)).stream()
                .filter(user -> isOf(login.person(), user))
                .map(UserRepresentation::getId)
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
                throw new LoginTaken(user.getEmail());
            }
            throw new LoginsUnavailable(
                    keycloak.place() + " refuses the login: " + KeycloakCalls.reason(refused), refused);
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
        existing(login).ifPresent(user -> {
            describe(login, user, user.isEnabled());
            write(user);
        });
    }

    @Override
    public Optional<LoginState> state(String loginId) {
        return read(loginId).map(KeycloakLogins::state);
    }

    @Override
    public Optional<LoginState> ofPerson(String person) {
        return marked(person).map(KeycloakLogins::state);
    }

    private static LoginState state(UserRepresentation user) {
        return new LoginState(user.getId(), user.getEmail(), user.isEnabled());
    }

    private Optional<UserRepresentation> read(String loginId) {
        try {
            return Optional.of(keycloak.ask(realm -> realm.users().get(loginId).toRepresentation()));
        } catch (NotFoundException gone) {
            return Optional.empty();
        }
    }

    private static boolean isOf(String person, UserRepresentation user) {
        var mark = user.getAttributes() == null ? null : user.getAttributes().get(PERSON);
        return List.of(person).equals(mark);
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
