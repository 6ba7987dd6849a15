package org.clientportal.demo.keycloak;

import java.util.List;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** The account that may change the realm, made as docs/sign-in.md tells an administrator to make it. */
final class RealmAccount {

    private static final List<String> ROLES = List.of(
            "manage-realm",
            "manage-clients",
            "manage-users",
            "query-users",
            "view-users",
            "view-events",
            "manage-identity-providers");

    static void makeIn(RealmResource realm) {
        var client = new ClientRepresentation();
        client.setClientId("portal-realm");
        client.setName("Changes of the realm by administrators of the portal");
        client.setStandardFlowEnabled(false);
        client.setServiceAccountsEnabled(true);
        try (var answer = realm.clients().create(client)) {
            var id = CreatedResponseUtil.getCreatedId(answer);
            var account = realm.clients().get(id).getServiceAccountUser().getId();
            var management = realm.clients()
                    .findByClientId("realm-management")
                    .getFirst()
                    .getId();
            var roles = realm.clients().get(management).roles();
            realm.users()
                    .get(account)
                    .roles()
                    .clientLevel(management)
                    .add(ROLES.stream()
                            .map(role -> roles.get(role).toRepresentation())
                            .toList());
        }
    }

    private RealmAccount() {}
}
