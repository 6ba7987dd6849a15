package org.clientportal.keycloak.extension;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.ExistingUserInfo;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Errors;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.JsonWebToken;

/**
 * The first step of both flows for a first sign-in through a provider. The provider's word about an address is believed
 * only when the token comes from the one issuer and says all that the provider was set up to have to say; the login must be
 * the portal's, enabled, and linked with nobody yet. Everybody else sees one and the same page, whatever the reason, so
 * that nothing is learned from it; the reason is in Keycloak's events.
 */
final class FindPerson extends AbstractIdpAuthenticator {

    /** The mark on logins of the portal, which only administrators can write. */
    static final String PERSON = "portal_person";
    /** Settings of a provider that {@code portal sso add} writes. */
    static final String CLAIMS = "portalClaims";

    private static final String ISSUER = "issuer";
    private static final String PAGE = "portal-stranger.ftl";

    /** Either whom it is, or why not. */
    private sealed interface Finding {
        record Found(UserModel user) implements Finding {}

        record Refused(String reason) implements Finding {}
    }

    @Override
    protected void authenticateImpl(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            BrokeredIdentityContext identity) {
        switch (find(context, identity)) {
            case Finding.Found found -> {
                var user = found.user();
                context.getAuthenticationSession()
                        .setAuthNote(
                                EXISTING_USER_INFO,
                                new ExistingUserInfo(user.getId(), UserModel.EMAIL, user.getEmail()).serialize());
                context.success();
            }
            case Finding.Refused refused -> {
                context.getEvent().detail("reason", refused.reason()).error(Errors.USER_NOT_FOUND);
                context.failureChallenge(
                        AuthenticationFlowError.IDENTITY_PROVIDER_ERROR,
                        context.form()
                                .setAttribute("portalProvider", name(identity.getIdpConfig()))
                                .setAttribute(
                                        "portalAddress",
                                        Optional.ofNullable(identity.getEmail()).orElse(""))
                                .createForm(PAGE));
            }
        }
    }

    private static String name(IdentityProviderModel provider) {
        var name = provider.getDisplayName();
        return name == null || name.isBlank() ? provider.getAlias() : name;
    }

    private static Finding find(AuthenticationFlowContext context, BrokeredIdentityContext identity) {
        var provider = identity.getIdpConfig();
        if (!(identity.getContextData().get(OIDCIdentityProvider.VALIDATED_ID_TOKEN) instanceof JsonWebToken token)) {
            return new Finding.Refused("no ID token");
        }
        var issuer = provider.getConfig().get(ISSUER);
        if (issuer == null || !issuer.equals(token.getIssuer())) {
            return new Finding.Refused("another issuer");
        }
        var missing = RequiredClaims.parse(provider.getConfig().getOrDefault(CLAIMS, ""))
                .missing(token.getOtherClaims());
        if (missing.isPresent()) {
            return new Finding.Refused("the provider does not say " + missing.get());
        }
        // the token's own word, not what a mapper made of it
        return token.getOtherClaims().get("email") instanceof String address && !address.isBlank()
                ? person(context.getSession(), context.getRealm(), address)
                : new Finding.Refused("no address");
    }

    private static Finding person(KeycloakSession session, RealmModel realm, String address) {
        var user = session.users().getUserByEmail(realm, address);
        if (user == null || user.getFirstAttribute(PERSON) == null) {
            return new Finding.Refused("no person of the portal");
        }
        if (!user.isEnabled()) {
            return new Finding.Refused("disabled");
        }
        // another subject of the same provider, or another provider: an administrator has to look at it
        return session.users()
                        .getFederatedIdentitiesStream(realm, user)
                        .findAny()
                        .isPresent()
                ? new Finding.Refused("linked already")
                : new Finding.Found(user);
    }

    @Override
    protected void actionImpl(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            BrokeredIdentityContext identity) {
        authenticateImpl(context, serialized, identity);
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }
}
