package org.clientportal.demo.keycloak;

import java.net.URI;
import java.util.Map;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** What a prepared realm learns at each start: where the portal and the mail server are, and new secrets. */
record RunSettings(URI url, String setupSecret) {

    void write(String portalUrl, int smtpPort, String sender, Map<String, String> clientSecrets) {
        try (var keycloak = connect()) {
            var realm = keycloak.realm("portal");
            writeMail(realm, smtpPort, sender);
            RealmAccount.makeIn(realm);
            clientSecrets.forEach((clientId, secret) -> writeClient(realm, clientId, client -> {
                client.setSecret(secret);
                if (clientId.equals("portal")) {
                    client.setRootUrl(portalUrl);
                    client.getAttributes().put("backchannel.logout.url", portalUrl + "/backchannel-logout");
                }
            }));
        }
    }

    private static void writeMail(RealmResource realm, int smtpPort, String sender) {
        var changed = new RealmRepresentation();
        changed.setSmtpServer(Map.of("host", "127.0.0.1", "port", String.valueOf(smtpPort), "from", sender));
        realm.update(changed);
    }

    private static void writeClient(
            RealmResource realm, String clientId, java.util.function.Consumer<ClientRepresentation> change) {
        var client = realm.clients().findByClientId(clientId).getFirst();
        change.accept(client);
        realm.clients().get(client.getId()).update(client);
    }

    Keycloak connect() {
        return KeycloakBuilder.builder()
                .serverUrl(url.toString())
                .realm("master")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(RealmData.SETUP_CLIENT)
                .clientSecret(setupSecret)
                .build();
    }
}
