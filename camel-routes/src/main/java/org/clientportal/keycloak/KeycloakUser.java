package org.clientportal.keycloak;

import java.util.Optional;
import java.util.Set;
import org.clientportal.ports.Logins.Login;
import org.clientportal.ports.Logins.LoginState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A user as Keycloak tells it, with all that is not ours.
 *
 * @param json of the admin API's {@code UserRepresentation}
 */
record KeycloakUser(ObjectNode json) {

    static final String PERSON = "portal_person";

    private static final String LANGUAGE = "locale";
    private static final String ATTRIBUTES = "attributes";
    private static final String REQUIRED_ACTIONS = "requiredActions";

    KeycloakUser(JsonNode told) {
        this((ObjectNode) told);
    }

    /** One that is not there yet. */
    static KeycloakUser fresh() {
        return new KeycloakUser(KeycloakHttp.JSON.createObjectNode());
    }

    String id() {
        return json.path("id").asString();
    }

    String email() {
        return json.path("email").asString("");
    }

    boolean enabled() {
        return json.path("enabled").asBoolean();
    }

    boolean isMachine() {
        return json.hasNonNull("serviceAccountClientId");
    }

    boolean has(String email) {
        return email.equalsIgnoreCase(email());
    }

    boolean isOf(String person) {
        return mark().filter(person::equals).isPresent();
    }

    Optional<String> mark() {
        return json.path(ATTRIBUTES)
                .path(PERSON)
                .valueStream()
                .map(JsonNode::asString)
                .findFirst();
    }

    LoginState state() {
        return new LoginState(id(), email(), enabled(), mark());
    }

    KeycloakUser describe(Login login, boolean enabled) {
        var name = PersonName.of(login.name());
        json.put("username", login.email())
                .put("email", login.email())
                .put("emailVerified", true)
                .put("firstName", name.first())
                .put("lastName", name.last());
        set(PERSON, login.person());
        set(LANGUAGE, login.language());
        return enable(enabled);
    }

    private void set(String attribute, String value) {
        var attributes = json.path(ATTRIBUTES) instanceof ObjectNode there ? there : json.putObject(ATTRIBUTES);
        attributes.putArray(attribute).add(value);
    }

    KeycloakUser enable(boolean enabled) {
        json.put("enabled", enabled);
        return this;
    }

    KeycloakUser without(Set<String> actions) {
        var kept = json.path(REQUIRED_ACTIONS)
                .valueStream()
                .map(JsonNode::asString)
                .filter(action -> !actions.contains(action))
                .toList();
        var array = json.putArray(REQUIRED_ACTIONS);
        kept.forEach(array::add);
        return this;
    }
}
