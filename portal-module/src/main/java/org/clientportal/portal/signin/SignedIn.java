package org.clientportal.portal.signin;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody who signed in with Keycloak. Whether and as whom they may use the portal is the viewer's matter. */
final class SignedIn extends AbstractAuthenticationToken {

    private final String subject;
    private final String displayName;
    private final String idToken;

    /** @param idToken kept for signing out of Keycloak too */
    SignedIn(String subject, String displayName, String idToken) {
        super(List.of());
        this.subject = subject;
        this.displayName = displayName;
        this.idToken = idToken;
        setAuthenticated(true);
    }

    String displayName() {
        return displayName;
    }

    String idToken() {
        return idToken;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return subject;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && subject.equals(that.subject) && idToken.equals(that.idToken);
    }

    @Override
    public int hashCode() {
        return subject.hashCode();
    }
}
