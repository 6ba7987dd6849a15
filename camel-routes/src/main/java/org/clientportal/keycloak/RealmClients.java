package org.clientportal.keycloak;

import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The portal's clients and what they put into tokens. A new client gets a secret from Keycloak, to be read there. */
record RealmClients(WantedRealm wanted) implements RealmPart {

    private static final String MAPPERS = "protocolMappers";

    @Override
    public Stream<Change> changes(RealmCalls.Session keycloak) {
        return wanted.clients().flatMap(client -> changes(keycloak, client));
    }

    private Stream<Change> changes(RealmCalls.Session keycloak, ObjectNode client) {
        var id = client.path("clientId").asString();
        var is = find(keycloak, id);
        if (is.isEmpty()) {
            var whole = wanted.complete(client);
            whole.remove("secret");
            return Stream.of(
                    Change.create("client " + id, Unlike.fromNothing(whole), () -> keycloak.post(whole, "/clients")));
        }
        var there = is.get();
        var sure = wanted.certain(client);
        sure.remove(MAPPERS);
        var unlike = Unlike.of(there, sure);
        var own = unlike.none()
                ? Stream.<Change>empty()
                : Stream.of(Change.change(
                        "client " + id,
                        unlike.differences(),
                        () -> keycloak.put(
                                unlike.merged(),
                                "/clients/{id}",
                                there.path("id").asString())));
        return Stream.concat(
                own,
                client.path(MAPPERS).valueStream().flatMap(mapper -> mapper(keycloak, there, (ObjectNode) mapper)));
    }

    private static Stream<Change> mapper(RealmCalls.Session keycloak, JsonNode client, ObjectNode mapper) {
        var name = mapper.path("name").asString();
        var object = "client " + client.path("clientId").asString() + ", mapper " + name;
        var owner = client.path("id").asString();
        var is = client.path(MAPPERS)
                .valueStream()
                .filter(each -> name.equals(each.path("name").asString()))
                .findFirst();
        if (is.isEmpty()) {
            return Stream.of(Change.create(
                    object,
                    Unlike.fromNothing(mapper),
                    () -> keycloak.post(mapper, "/clients/{id}/protocol-mappers/models", owner)));
        }
        var unlike = Unlike.of(is.get(), mapper);
        var id = is.get().path("id").asString();
        return unlike.none()
                ? Stream.empty()
                : Stream.of(Change.change(
                        object,
                        unlike.differences(),
                        () -> keycloak.put(
                                unlike.merged(), "/clients/{id}/protocol-mappers/models/{mapper}", owner, id)));
    }

    static Optional<JsonNode> find(RealmCalls.Session keycloak, String clientId) {
        return keycloak.list("/clients?clientId={id}", clientId).stream().findFirst();
    }
}
