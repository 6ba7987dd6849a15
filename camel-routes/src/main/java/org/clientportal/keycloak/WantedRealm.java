package org.clientportal.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm as it is to be: {@code portal-realm.json}, the file that Keycloak imports, and beside it the flows, which an
 * import cannot hold without holding all of Keycloak's own.
 *
 * @param known values of the file's placeholders; the others are taken from Keycloak's environment and unknown here
 */
record WantedRealm(JsonNode file, JsonNode flowFile, Map<String, String> known) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)(?::([^}]*))?}");

    static WantedRealm read(Map<String, String> known) {
        return new WantedRealm(resource("portal-realm.json"), resource("portal-flows.json"), known);
    }

    private static JsonNode resource(String name) {
        try (var in = WantedRealm.class.getResourceAsStream(name)) {
            return RealmCalls.JSON.readTree(java.util.Objects.requireNonNull(in, name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Settings of the realm itself. The mail server is Keycloak's own matter once it runs. */
    ObjectNode settings() {
        var settings = (ObjectNode) file.deepCopy();
        settings.remove(
                List.of("realm", "enabled", "smtpServer", "roles", "clients", "scopeMappings", "users", "components"));
        return settings;
    }

    Stream<ObjectNode> roles() {
        return objects(file.at("/roles/realm"));
    }

    Stream<ObjectNode> clients() {
        return objects(file.path("clients"));
    }

    Stream<ObjectNode> scopeMappings() {
        return objects(file.path("scopeMappings"));
    }

    Stream<ObjectNode> serviceAccounts() {
        return objects(file.path("users"));
    }

    /** What the portal keeps of a person at Keycloak, and who may change it. */
    ObjectNode userProfile() {
        var config = file.path("components")
                .path("org.keycloak.userprofile.UserProfileProvider")
                .path(0)
                .at("/config/kc.user.profile.config/0")
                .asString();
        return (ObjectNode) RealmCalls.JSON.readTree(config);
    }

    Stream<ObjectNode> flows() {
        return objects(flowFile.path("flows"));
    }

    Optional<ObjectNode> flow(String alias) {
        return flows().filter(flow -> alias.equals(flow.path("alias").asString()))
                .findFirst();
    }

    String browserFlow() {
        return flowFile.path("browserFlow").asString();
    }

    private static Stream<ObjectNode> objects(JsonNode list) {
        return list.valueStream().map(each -> (ObjectNode) each.deepCopy());
    }

    /** For something new: placeholders filled in, and what has neither value nor default left out. */
    ObjectNode complete(ObjectNode wanted) {
        return (ObjectNode) filled(wanted, true).orElseThrow();
    }

    /** For something that is there: what only Keycloak's environment knows is left out, and so not touched. */
    ObjectNode certain(ObjectNode wanted) {
        return (ObjectNode) filled(wanted, false).orElseThrow();
    }

    private Optional<JsonNode> filled(JsonNode node, boolean defaults) {
        if (node instanceof ObjectNode object) {
            var copy = RealmCalls.JSON.createObjectNode();
            object.forEachEntry((name, value) -> filled(value, defaults).ifPresent(each -> copy.set(name, each)));
            return Optional.of(copy);
        }
        if (node instanceof ArrayNode array) {
            var copy = RealmCalls.JSON.createArrayNode();
            array.forEach(value -> filled(value, defaults).ifPresent(copy::add));
            return Optional.of(copy);
        }
        return node.isString()
                ? text(node.asString(), defaults).map(RealmCalls.JSON.getNodeFactory()::stringNode)
                : Optional.of(node);
    }

    /** With its placeholders filled in; empty when one of them has no value. */
    private Optional<String> text(String text, boolean defaults) {
        var filled = new StringBuilder();
        var found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            var value = known.get(found.group(1));
            if (value == null && !(defaults && found.group(2) != null)) {
                return Optional.empty();
            }
            found.appendReplacement(filled, Matcher.quoteReplacement(value == null ? found.group(2) : value));
        }
        return Optional.of(found.appendTail(filled).toString());
    }
}
