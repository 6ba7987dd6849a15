package org.clientportal.keycloak.extension;

import java.util.stream.Stream;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionTokenHandler;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.messages.Messages;

/**
 * The link of an invitation is good only as long as nothing has happened since: no later link (the portal ends the sessions
 * before each), no password. Keycloak alone knows when it lapses and whether this very one was used. Logins that are not the
 * portal's are treated as Keycloak treats them.
 */
public final class NewestLink extends ExecuteActionsActionTokenHandler {

    /** Above Keycloak's own handler of the same name, which is 0. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Predicate<? super ExecuteActionsActionToken>[] getVerifiers(
            ActionTokenContext<ExecuteActionsActionToken> context) {
        Predicate<? super ExecuteActionsActionToken> newest = TokenUtils.checkThat(
                token -> !outdated(token, context.getSession(), context.getRealm()),
                Errors.EXPIRED_CODE,
                Messages.EXPIRED_ACTION_TOKEN_NO_SESSION);
        return Stream.concat(Stream.of(super.getVerifiers(context)), Stream.of(newest))
                .toArray(Predicate[]::new);
    }

    private static boolean outdated(ExecuteActionsActionToken token, KeycloakSession session, RealmModel realm) {
        var user = session.users().getUserById(realm, token.getUserId());
        return user != null
                && user.getFirstAttribute(FindPerson.PERSON) != null
                && (token.getIat() < session.users().getNotBeforeOfUser(realm, user)
                        || token.getIat() < passwordSetAt(user));
    }

    private static long passwordSetAt(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .mapToLong(password -> password.getCreatedDate() / 1000)
                .max()
                .orElse(0);
    }
}
