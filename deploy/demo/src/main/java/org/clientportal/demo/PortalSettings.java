package org.clientportal.demo;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.clientportal.demo.keycloak.KeycloakPlace;

/** The settings with which the demo's parts are told to the portal; what {@code ./portal serve} wants of an installation. */
public final class PortalSettings {

    static final String SUPPORT = "support@oriale.example";

    static Map<String, String> of(
            URI portal,
            DemoDatabase database,
            KeycloakPlace keycloak,
            DemoMail mail,
            URI connector,
            String connectorToken) {
        var settings = onDatabase(portal, database);
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
        // nobody outside gets them, and whoever tries things out gets more than in a day's work
        settings.put("portal.mail.out.per-day", "1000");
        settings.put("portal.mail.in.host", "127.0.0.1");
        settings.put("portal.mail.in.port", String.valueOf(mail.imapPort()));
        settings.put("portal.mail.in.ssl", "false");
        settings.put("portal.mail.in.user", SUPPORT);
        settings.put("portal.mail.in.password", mail.password());
        settings.put("portal.mail.in.interval", "2s");
        settings.put("portal.tickets.close-after", "7d");
        settings.put("portal.knowledge.public", "true");
        // the two firms of the sample share no top
        settings.put("portal.colleagues.reach", "firm");
        return settings;
    }

    /**
     * Of a portal that nobody signs in to and that sends no mail: for crash tests and measurements, which put sessions into the
     * database themselves. What belongs to the platform is still to be added.
     */
    public static Map<String, String> withoutKeycloakAndMail(URI portal, DemoDatabase database) {
        var settings = onDatabase(portal, database);
        // nobody listens there
        settings.put("portal.sign-in.issuer", "http://127.0.0.1:1/realms/portal");
        settings.put("portal.sign-in.client-secret", "none");
        settings.put("portal.keycloak.url", "http://127.0.0.1:1");
        settings.put("portal.keycloak.client-secret", "none");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", "1");
        return settings;
    }

    private static Map<String, String> onDatabase(URI portal, DemoDatabase database) {
        var settings = new HashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(portal.getPort()));
        settings.put("portal.address.url", portal.toString());
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", "portal");
        settings.put("spring.datasource.password", database.password());
        settings.put("portal.evidence.directory", database.evidence().toString());
        settings.put("spring.flyway.user", "portal_owner");
        settings.put("spring.flyway.password", database.ownerPassword());
        return settings;
    }

    private PortalSettings() {}
}
