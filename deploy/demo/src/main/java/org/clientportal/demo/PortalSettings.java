package org.clientportal.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.clientportal.demo.keycloak.KeycloakPlace;

/** The settings with which the demo's parts are told to the portal; what {@code ./portal serve} wants of an installation. */
final class PortalSettings {

    static final String SUPPORT = "support@oriale.example";

    static Map<String, String> of(
            URI portal,
            DemoDatabase database,
            KeycloakPlace keycloak,
            DemoMail mail,
            URI connector,
            String connectorToken) {
        var settings = new HashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(portal.getPort()));
        settings.put("portal.address.url", portal.toString());
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", "portal");
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.flyway.user", "portal_owner");
        settings.put("spring.flyway.password", database.ownerPassword());
        settings.put("portal.itsm.platform", "http");
        settings.put("portal.itsm.http.url", connector.toString());
        settings.put("portal.itsm.http.token", connectorToken);
        settings.put("portal.sign-in.issuer", keycloak.issuer());
        settings.put("portal.sign-in.client-secret", keycloak.secret("portal"));
        settings.put("portal.keycloak.url", keycloak.url().toString());
        settings.put("portal.keycloak.client-secret", keycloak.secret("portal-sync"));
        settings.put("portal.keycloak.realm-client-secret", keycloak.secret("portal-realm"));
        settings.put("portal.signing.secret", Secrets.next() + Secrets.next());
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", String.valueOf(mail.smtpPort()));
        settings.put("portal.mail.out.mailbox", SUPPORT);
        settings.put("portal.mail.in.host", "127.0.0.1");
        settings.put("portal.mail.in.port", String.valueOf(mail.imapPort()));
        settings.put("portal.mail.in.ssl", "false");
        settings.put("portal.mail.in.user", SUPPORT);
        settings.put("portal.mail.in.password", mail.password());
        settings.put("portal.mail.in.interval", "2s");
        return settings;
    }

    private PortalSettings() {}
}
