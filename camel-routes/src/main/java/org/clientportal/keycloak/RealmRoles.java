package org.clientportal.keycloak;

import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The realm roles that the portal knows. */
record RealmRoles(WantedRealm wanted) implements RealmPart {

    @Override
    public Stream<Change> changes(RealmCalls.Session keycloak) {
        return wanted.roles().flatMap(role -> changes(keycloak, wanted.complete(role)));
    }

    private static Stream<Change> changes(RealmCalls.Session keycloak, ObjectNode role) {
        var name = role.path("name").asString();
        var is = keycloak.get("/roles/{name}", name);
        if (is.isEmpty()) {
            return Stream.of(
                    Change.create("role " + name, Unlike.fromNothing(role), () -> keycloak.post(role, "/roles")));
        }
        var unlike = Unlike.of(is.get(), role);
        return unlike.none()
                ? Stream.empty()
                : Stream.of(Change.change(
                        "role " + name,
                        unlike.differences(),
                        () -> keycloak.put(unlike.merged(), "/roles/{name}", name)));
    }
}
