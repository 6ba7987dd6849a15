package org.clientportal.portal.sso;

import java.util.Map;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.audit.Deed.Actor;
import org.clientportal.portal.audit.Deed.Subject;
import org.clientportal.ports.SignInProviders.Provider;
import org.springframework.stereotype.Component;

/** Writes down who changed how people sign in, right after Keycloak took it. */
@Component
class SsoRecord {

    private final Audit audit;

    SsoRecord(Audit audit) {
        this.audit = audit;
    }

    @WorkTransaction
    void added(Provider provider, String actor) {
        note(actor, "sso.added", subject(provider), Map.of(), told(provider));
    }

    @WorkTransaction
    void removed(Provider provider, String actor) {
        note(actor, "sso.removed", subject(provider), told(provider), Map.of());
    }

    @WorkTransaction
    void unlinked(LinkedLogins.Linked login, int links, String actor) {
        note(actor, "sso.unlinked", Subject.person(login.person(), login.name()), Map.of("links", links), Map.of());
    }

    private void note(String actor, String act, Subject subject, Map<String, ?> before, Map<String, ?> after) {
        audit.note(new Deed(Actor.administrator(actor), act, subject, before, after));
    }

    private static Subject subject(Provider provider) {
        return new Subject("provider", provider.alias(), provider.name());
    }

    private static Map<String, ?> told(Provider provider) {
        return Map.of(
                "issuer", provider.issuer().toString(),
                "pinned", provider.pinned(),
                "client", provider.clientId(),
                "trusted", provider.trusted());
    }
}
