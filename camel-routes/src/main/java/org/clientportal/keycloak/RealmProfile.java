package org.clientportal.keycloak;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.clientportal.ports.Realm.Difference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Keycloak keeps of a person and who may change it; attributes of others stay. */
record RealmProfile(WantedRealm wanted) implements RealmPart {

    @Override
    public Stream<Change> changes(RealmCalls.Session keycloak) {
        var profile = (ObjectNode) keycloak.get("/users/profile").orElseThrow();
        var attributes = profile.withArray("attributes");
        var differences = new ArrayList<Difference>();
        wanted.userProfile().path("attributes").forEach(attribute -> {
            var name = attribute.path("name").asString();
            var there = position(attributes, name);
            var unlike = strict(there < 0 ? RealmCalls.JSON.createObjectNode() : attributes.get(there), attribute);
            unlike.differences()
                    .forEach(each ->
                            differences.add(new Difference(name + "." + each.name(), each.is(), each.wanted())));
            if (there < 0) {
                attributes.add(attribute);
            } else {
                attributes.set(there, unlike.merged());
            }
        });
        return differences.isEmpty()
                ? Stream.empty()
                : Stream.of(Change.change("user profile", differences, () -> keycloak.put(profile, "/users/profile")));
    }

    /** Who may see and change an attribute is a closed list: somebody too many in it is a hole. */
    private static Unlike strict(JsonNode is, JsonNode attribute) {
        var open = is.deepCopy();
        var unlike = Unlike.of(open, (ObjectNode) attribute);
        var permissions = attribute.path("permissions");
        if (!permissions.isMissingNode() && !same(is.path("permissions"), permissions)) {
            unlike.merged().set("permissions", permissions);
            var differences = new ArrayList<>(unlike.differences());
            differences.removeIf(each -> each.name().startsWith("permissions"));
            differences.add(new Difference(
                    "permissions",
                    is.path("permissions").isMissingNode()
                            ? null
                            : is.path("permissions").toString(),
                    permissions.toString()));
            return new Unlike(differences, unlike.merged());
        }
        return unlike;
    }

    private static boolean same(JsonNode is, JsonNode wanted) {
        return Stream.of("view", "edit").allMatch(kind -> texts(is.path(kind)).equals(texts(wanted.path(kind))));
    }

    private static java.util.Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(java.util.stream.Collectors.toSet());
    }

    private static int position(ArrayNode attributes, String name) {
        for (var i = 0; i < attributes.size(); i++) {
            if (name.equals(attributes.get(i).path("name").asString())) {
                return i;
            }
        }
        return -1;
    }
}
