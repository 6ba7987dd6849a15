package org.clientportal.keycloak;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Check;
import org.clientportal.ports.Realm.RealmRefused;
import org.clientportal.ports.SignInProviders;
import tools.jackson.databind.JsonNode;

/** Providers in the realm that the portal set up; others are neither told nor touched. */
final class KeycloakProviders implements SignInProviders {

    private static final String INSTANCES = "/identity-provider/instances";

    private final RealmCalls calls;
    private final RealmFlows flows;
    private final ProviderTemplate template;
    private final ProviderProbe probe;
    private final URI issuer;

    /** @param issuer the realm as browsers and providers know it */
    KeycloakProviders(
            RealmCalls calls, WantedRealm wanted, ProviderTemplate template, ProviderProbe probe, URI issuer) {
        this.calls = calls;
        this.flows = new RealmFlows(wanted);
        this.template = template;
        this.probe = probe;
        this.issuer = issuer;
    }

    static ProviderTemplate template(ProviderProbe probe) {
        return new ProviderTemplate(wish -> switch (wish.kind()) {
            case MICROSOFT -> Endpoints.microsoft(wish.pinned());
            case GOOGLE -> Endpoints.google();
            case OIDC -> probe.discovered(ProviderTemplate.issuer(wish.pinned()));
        });
    }

    @Override
    public List<Provider> list() {
        return ours(calls.begin()).stream().map(KeycloakProviders::provider).toList();
    }

    private static List<JsonNode> ours(RealmCalls.Session keycloak) {
        return keycloak.list(INSTANCES).stream()
                .filter(each -> each.path("config").has(ProviderTemplate.KIND))
                .toList();
    }

    private static Provider provider(JsonNode instance) {
        var config = instance.path("config");
        return new Provider(
                Kind.valueOf(config.path(ProviderTemplate.KIND).asString()),
                instance.path("alias").asString(),
                instance.path("displayName").asString(""),
                config.path(ProviderTemplate.PINNED).asString(""),
                URI.create(config.path("issuer").asString("")),
                config.path("clientId").asString(""),
                config.path(ProviderTemplate.TRUSTED).asBoolean(false));
    }

    @Override
    public Provider add(Wish wished, String secret) {
        var wish = ProviderTemplate.checked(wished);
        var endpoints = template.endpoints().apply(wish);
        probe.keys(endpoints);
        probe.client(endpoints, wish.clientId(), secret, issuer + "/broker/" + wish.alias() + "/endpoint");
        var keycloak = calls.begin();
        var there = instance(keycloak, wish.alias());
        if (there.isPresent() && !there.get().path("config").has(ProviderTemplate.KIND)) {
            throw new WishRefused("another provider has the alias " + wish.alias() + ": choose one with --alias");
        }
        flows(keycloak, List.of(ProviderTemplate.TRUSTED_FLOW, ProviderTemplate.MAIL_FLOW));
        var provider = template.provider(wish);
        provider.withObject("config").put("clientSecret", secret);
        if (there.isPresent()) {
            provider.set("internalId", there.get().path("internalId"));
            keycloak.put(provider, INSTANCES + "/{alias}", wish.alias());
        } else {
            keycloak.post(provider, INSTANCES);
        }
        return provider(instance(keycloak, wish.alias()).orElseThrow());
    }

    /** The rules of the first sign-in stand before the provider does. */
    private void flows(RealmCalls.Session keycloak, List<String> aliases) {
        flows.changes(keycloak)
                .filter(change -> aliases.contains(change.step().object().replaceFirst("^flow ", "")))
                .forEach(change -> {
                    if (change.leaves()) {
                        throw new RealmRefused(calls.place() + " lacks the portal's extension: put portal-keycloak.jar"
                                + " into Keycloak's providers and build it anew (docs/sign-in.md)");
                    }
                    change.act().run();
                });
    }

    private static Optional<JsonNode> instance(RealmCalls.Session keycloak, String alias) {
        return keycloak.get(INSTANCES + "/{alias}", alias);
    }

    private static JsonNode own(RealmCalls.Session keycloak, String alias) {
        return instance(keycloak, alias)
                .filter(each -> each.path("config").has(ProviderTemplate.KIND))
                .orElseThrow(() -> new NoSuchProvider(alias));
    }

    @Override
    public void remove(String alias) {
        var keycloak = calls.begin();
        own(keycloak, alias);
        keycloak.delete(INSTANCES + "/{alias}", alias);
    }

    @Override
    public Check check(String alias) {
        var keycloak = calls.begin();
        var instance = own(keycloak, alias);
        var is = provider(instance);
        var advice = "Set it up anew with portal sso add.";
        try {
            var wish = new Wish(is.kind(), is.alias(), is.name(), is.pinned(), is.clientId(), is.trusted());
            var unlike = Unlike.of(instance, template.provider(wish));
            if (!unlike.none()) {
                return Check.failed(alias + " was changed at Keycloak: " + unlike.differences(), advice);
            }
            if (flows.changes(keycloak)
                    .anyMatch(change -> change.step().object().startsWith("flow portal first"))) {
                return Check.failed("the flows of the first sign-in were changed", "Run portal realm apply.");
            }
            probe.keys(template.endpoints().apply(wish));
        } catch (WishRefused refused) {
            return Check.failed(String.valueOf(refused.getMessage()), "Look whether the provider is reached.");
        }
        return Check.passed(is.issuer() + " answers, and " + alias + " is set up as it was");
    }

    @Override
    public int unlink(String loginId) {
        var keycloak = calls.begin();
        var links = keycloak.list("/users/{id}/federated-identity", loginId);
        links.forEach(link -> keycloak.delete(
                "/users/{id}/federated-identity/{alias}",
                loginId,
                link.path("identityProvider").asString()));
        return links.size();
    }
}
