package org.clientportal.keycloak;

import java.util.List;
import java.util.stream.Stream;
import org.clientportal.ports.Realm.Difference;
import tools.jackson.databind.JsonNode;

/** Which realm roles a client's tokens may carry. */
record RealmScopes(WantedRealm wanted) implements RealmPart {

    @Override
    public Stream<Change> changes(RealmCalls.Session keycloak) {
        return wanted.scopeMappings()
                .flatMap(mapping -> mapping.path("roles")
                        .valueStream()
                        .flatMap(role -> change(keycloak, mapping.path("client").asString(), role.asString())));
    }

    private static Stream<Change> change(RealmCalls.Session keycloak, String clientId, String role) {
        var client = RealmClients.find(keycloak, clientId)
                .map(each -> each.path("id").asString());
        var there = client.stream()
                .flatMap(id -> keycloak.list("/clients/{id}/scope-mappings/realm", id).stream())
                .anyMatch(each -> role.equals(each.path("name").asString()));
        return there
                ? Stream.empty()
                : Stream.of(Change.change(
                        "client " + clientId + ", scope",
                        List.of(new Difference(role, null, "in its tokens")),
                        () -> keycloak.post(
                                List.of(RealmScopes.role(keycloak, role)),
                                "/clients/{id}/scope-mappings/realm",
                                RealmClients.find(keycloak, clientId)
                                        .orElseThrow()
                                        .path("id")
                                        .asString())));
    }

    static JsonNode role(RealmCalls.Session keycloak, String name) {
        return keycloak.get("/roles/{name}", name).orElseThrow();
    }
}
