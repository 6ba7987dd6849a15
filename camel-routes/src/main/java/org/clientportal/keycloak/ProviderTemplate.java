package org.clientportal.keycloak;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clientportal.ports.SignInProviders.Kind;
import org.clientportal.ports.SignInProviders.Wish;
import org.clientportal.ports.SignInProviders.WishRefused;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a provider is set up at Keycloak: always the generic OpenID Connect one with one pinned issuer.
 *
 * @param endpoints by kind and what is pinned; the tests put a realm of their own there
 */
record ProviderTemplate(Function<Wish, Endpoints> endpoints) {

    static final String KIND = "portalKind";
    static final String PINNED = "portalPinned";
    static final String TRUSTED = "portalTrusted";
    /** Read by the extension: what the ID token has to say at the first sign-in. */
    static final String CLAIMS = "portalClaims";

    static final String TRUSTED_FLOW = "portal first sign-in trusted";
    static final String MAIL_FLOW = "portal first sign-in by mail";

    private static final Pattern ALIAS = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final Pattern TENANT =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]+(\\.[a-z0-9-]+)+");
    /** The tenant that all personal Microsoft accounts are in. */
    private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";

    /** The wish, or why it cannot be. */
    static Wish checked(Wish wish) {
        if (!ALIAS.matcher(wish.alias()).matches()) {
            throw new WishRefused("an alias is of small letters, digits and dashes: " + wish.alias());
        }
        if (wish.clientId().isBlank()) {
            throw new WishRefused("the client id is missing");
        }
        var pinned = wish.kind() == Kind.OIDC ? wish.pinned() : wish.pinned().toLowerCase(Locale.ROOT);
        switch (wish.kind()) {
            case MICROSOFT -> {
                if (!TENANT.matcher(pinned).matches() || pinned.equals(PERSONAL)) {
                    throw new WishRefused("the tenant is the id of one directory, such as"
                            + " 11111111-2222-3333-4444-555555555555; common, organizations, consumers and the tenant of"
                            + " personal accounts let anybody in");
                }
            }
            case GOOGLE -> {
                if (!DOMAIN.matcher(pinned).matches()) {
                    throw new WishRefused("the domain is the one of the firm's Google Workspace, such as example.com");
                }
            }
            case OIDC -> issuer(pinned);
        }
        return new Wish(wish.kind(), wish.alias(), wish.name(), pinned, wish.clientId(), trusted(wish));
    }

    /** Microsoft and Google vouch for the addresses of the tenant or domain that is pinned. */
    private static boolean trusted(Wish wish) {
        return wish.kind() != Kind.OIDC || wish.trusted();
    }

    /** https, or plain http on this machine, where a stand-in is. */
    static URI issuer(String text) {
        try {
            var issuer = URI.create(text);
            var local = "127.0.0.1".equals(issuer.getHost()) || "localhost".equals(issuer.getHost());
            if (issuer.getHost() != null
                    && issuer.getQuery() == null
                    && issuer.getUserInfo() == null
                    && ("https".equals(issuer.getScheme()) || local && "http".equals(issuer.getScheme()))) {
                return issuer;
            }
        } catch (IllegalArgumentException garbled) {
            // told below
        }
        throw new WishRefused("the issuer is an https address without a query: " + text);
    }

    /** The whole provider, as Keycloak keeps it; without the secret. */
    ObjectNode provider(Wish wish) {
        var provider = RealmCalls.JSON.createObjectNode();
        provider.put("alias", wish.alias());
        provider.put("displayName", wish.name());
        provider.put("providerId", "oidc");
        provider.put("enabled", true);
        provider.put("linkOnly", false);
        provider.put("storeToken", false);
        provider.put("addReadTokenRoleOnCreate", false);
        // the addresses at Keycloak are the platform's, whatever the provider says
        provider.put("trustEmail", false);
        provider.put("firstBrokerLoginFlowAlias", wish.trusted() ? TRUSTED_FLOW : MAIL_FLOW);
        provider.set("config", RealmCalls.JSON.valueToTree(config(wish)));
        return provider;
    }

    private Map<String, String> config(Wish wish) {
        var at = endpoints.apply(wish);
        var config = new TreeMap<String, String>();
        config.put("issuer", at.issuer().toString());
        config.put("authorizationUrl", at.authorization() + hint(wish));
        config.put("tokenUrl", at.token().toString());
        config.put("jwksUrl", at.keys().toString());
        config.put("useJwksUrl", "true");
        config.put("validateSignature", "true");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("clientId", wish.clientId());
        config.put("clientAuthMethod", "client_secret_post");
        config.put("defaultScope", "openid email profile");
        config.put("disableUserInfo", "true");
        config.put("syncMode", "IMPORT");
        config.put("backchannelSupported", "false");
        // the way that costs a person least stands first
        config.put("guiOrder", order(wish));
        config.put(KIND, wish.kind().name());
        config.put(PINNED, wish.pinned());
        config.put(TRUSTED, String.valueOf(wish.trusted()));
        config.put(CLAIMS, claims(wish));
        // asked for at every sign-in, not only at the first
        switch (wish.kind()) {
            case MICROSOFT -> filter(config, "tid", wish.pinned());
            case GOOGLE -> filter(config, "hd", wish.pinned());
            case OIDC -> config.put("filteredByClaim", "false");
        }
        return config;
    }

    private static String order(Wish wish) {
        return switch (wish.kind()) {
            case MICROSOFT -> "10";
            case GOOGLE -> "20";
            case OIDC -> wish.trusted() ? "30" : "40";
        };
    }

    private static void filter(Map<String, String> config, String claim, String value) {
        config.put("filteredByClaim", "true");
        config.put("claimFilterName", claim);
        config.put("claimFilterValue", Pattern.quote(value));
    }

    /** Entra does not say email_verified; xms_edov says whether the address's domain is proven to be the tenant's. */
    private static String claims(Wish wish) {
        return switch (wish.kind()) {
            case MICROSOFT -> "tid=" + wish.pinned() + " xms_edov=true|1";
            case GOOGLE -> "hd=" + wish.pinned() + " email_verified=true";
            case OIDC -> wish.trusted() ? "email_verified=true" : "";
        };
    }

    private static String hint(Wish wish) {
        return wish.kind() == Kind.GOOGLE ? "?hd=" + wish.pinned() : "";
    }
}
