package org.clientportal.keycloak;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.representations.userprofile.config.UPConfig.UnmanagedAttributePolicy;

/** A realm of its own that acts as Microsoft, Google or anybody else: it says of people what a test wants it to say. */
record StandIn(String issuer, RealmResource realm) {

    static final String CLIENT = "the-portal";
    static final String SECRET = "geheimnis-of-the-stand-in";
    static final String PASSWORD = "Sasanka-4471-leśna";

    static StandIn make(Keycloak administrator, URI keycloak, String name) {
        var realm = new RealmRepresentation();
        realm.setRealm(name);
        realm.setEnabled(true);
        administrator.realms().create(realm);
        // a token knows the realms of its time
        administrator.tokenManager().grantToken();
        var made = new StandIn(keycloak + "/realms/" + name, administrator.realm(name));
        made.knowsUs();
        return made;
    }

    private void knowsUs() {
        var profile = realm.users().userProfile().getConfiguration();
        profile.setUnmanagedAttributePolicy(UnmanagedAttributePolicy.ENABLED);
        realm.users().userProfile().update(profile);
        var client = new ClientRepresentation();
        client.setClientId(CLIENT);
        client.setSecret(SECRET);
        client.setRedirectUris(List.of("*"));
        client.setProtocolMappers(List.of(said("tid", "String"), said("hd", "String"), said("xms_edov", "boolean")));
        realm.clients().create(client).close();
    }

    private static ProtocolMapperRepresentation said(String claim, String type) {
        var mapper = new ProtocolMapperRepresentation();
        mapper.setName(claim);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-usermodel-attribute-mapper");
        mapper.setConfig(
                Map.of("user.attribute", claim, "claim.name", claim, "jsonType.label", type, "id.token.claim", "true"));
        return mapper;
    }

    /** Somebody with an account there; returns its subject. */
    String has(String user, String email, boolean verified, Map<String, String> says) {
        var account = new UserRepresentation();
        account.setUsername(user);
        account.setEmail(email);
        account.setEmailVerified(verified);
        account.setFirstName("Ktoś");
        account.setLastName("Stamtąd");
        account.setEnabled(true);
        says.forEach(account::singleAttribute);
        var password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        account.setCredentials(List.of(password));
        try (var answer = realm.users().create(account)) {
            return CreatedResponseUtil.getCreatedId(answer);
        }
    }

    void forgets(String subject) {
        realm.users().delete(subject).close();
    }

    Endpoints endpoints() {
        var root = issuer + "/protocol/openid-connect/";
        return new Endpoints(
                URI.create(issuer), URI.create(root + "auth"), URI.create(root + "token"), URI.create(root + "certs"));
    }
}
