package org.clientportal.keycloak;

import java.util.List;
import java.util.stream.Stream;
import org.clientportal.ports.Realm.Difference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the service accounts of our clients may do. Further roles that somebody gave them stay, and are not told. */
record RealmAccounts(WantedRealm wanted) implements RealmPart {

    @Override
    public Stream<Change> changes(RealmCalls.Session keycloak) {
        return wanted.serviceAccounts().flatMap(account -> changes(keycloak, account));
    }

    private static Stream<Change> changes(RealmCalls.Session keycloak, ObjectNode account) {
        var client = account.path("serviceAccountClientId").asString();
        var realmRoles =
                account.path("realmRoles").valueStream().flatMap(role -> realmRole(keycloak, client, role.asString()));
        var clientRoles = account.path("clientRoles")
                .propertyStream()
                .flatMap(owner -> owner.getValue()
                        .valueStream()
                        .flatMap(role -> clientRole(keycloak, client, owner.getKey(), role.asString())));
        return Stream.concat(realmRoles, clientRoles);
    }

    private static Stream<Change> realmRole(RealmCalls.Session keycloak, String client, String role) {
        var there = user(keycloak, client)
                .flatMap(user -> keycloak.list("/users/{id}/role-mappings/realm", user).stream())
                .anyMatch(each -> role.equals(each.path("name").asString()));
        return there
                ? Stream.empty()
                : Stream.of(given(
                        client,
                        role,
                        () -> keycloak.post(
                                List.of(RealmScopes.role(keycloak, role)),
                                "/users/{id}/role-mappings/realm",
                                user(keycloak, client).findFirst().orElseThrow())));
    }

    private static Stream<Change> clientRole(RealmCalls.Session keycloak, String client, String owner, String role) {
        var ownerId = id(RealmClients.find(keycloak, owner).orElseThrow());
        var there = user(keycloak, client)
                .flatMap(user -> keycloak.list("/users/{id}/role-mappings/clients/{client}", user, ownerId).stream())
                .anyMatch(each -> role.equals(each.path("name").asString()));
        return there
                ? Stream.empty()
                : Stream.of(given(
                        client,
                        owner + " " + role,
                        () -> keycloak.post(
                                List.of(keycloak.get("/clients/{id}/roles/{role}", ownerId, role)
                                        .orElseThrow()),
                                "/users/{id}/role-mappings/clients/{client}",
                                user(keycloak, client).findFirst().orElseThrow(),
                                ownerId)));
    }

    private static Change given(String client, String role, Runnable act) {
        return Change.change(
                "client " + client + ", service account", List.of(new Difference(role, null, "granted")), act);
    }

    /** None while the client is not there. */
    private static Stream<String> user(RealmCalls.Session keycloak, String clientId) {
        return RealmClients.find(keycloak, clientId).stream()
                .flatMap(client -> keycloak.get("/clients/{id}/service-account-user", id(client)).stream())
                .map(RealmAccounts::id);
    }

    private static String id(JsonNode object) {
        return object.path("id").asString();
    }
}
