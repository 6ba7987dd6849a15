package org.clientportal.keycloak;

import java.util.List;
import java.util.function.Consumer;
import org.clientportal.keycloak.RealmPart.Change;
import org.clientportal.ports.Realm;

/** The realm at Keycloak compared with {@link WantedRealm}, and made so, part by part. */
final class KeycloakRealm implements Realm {

    private final RealmCalls calls;
    private final List<RealmPart> parts;

    KeycloakRealm(RealmCalls calls, WantedRealm wanted) {
        this.calls = calls;
        // in this order: a client's account needs the client, the realm's binding needs the flow
        parts = List.of(
                new RealmRoles(wanted),
                new RealmClients(wanted),
                new RealmScopes(wanted),
                new RealmAccounts(wanted),
                new RealmProfile(wanted),
                new RealmFlows(wanted),
                new RealmValues(wanted));
    }

    @Override
    public List<Step> plan() {
        var keycloak = calls.begin();
        return parts.stream()
                .flatMap(part -> part.changes(keycloak))
                .map(Change::step)
                .toList();
    }

    @Override
    public void apply(List<String> only, Consumer<Step> done) {
        var keycloak = calls.begin();
        for (var part : parts) {
            for (var change : part.changes(keycloak).toList()) {
                if (!change.leaves()
                        && (only.isEmpty() || only.contains(change.step().object()))) {
                    change.act().run();
                    done.accept(change.step());
                }
            }
        }
    }
}
