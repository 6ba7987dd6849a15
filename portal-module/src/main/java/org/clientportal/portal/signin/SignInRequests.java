package org.clientportal.portal.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/** Adds to a request for sign-in the portal's language, and the action of Keycloak's that is wanted. */
record SignInRequests(OAuth2AuthorizationRequestResolver plain) implements OAuth2AuthorizationRequestResolver {

    /** Session attribute: an action of Keycloak's for the next request (such as choosing a new password). */
    static final String ACTION = "portal.keycloak-action";

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return extended(request, plain.resolve(request));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
        return extended(request, plain.resolve(request, registration));
    }

    private static @Nullable OAuth2AuthorizationRequest extended(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest plain) {
        if (plain == null) {
            return null;
        }
        var parameters = new LinkedHashMap<>(plain.getAdditionalParameters());
        parameters.put("ui_locales", Languages.of(request));
        var session = request.getSession(false);
        if (session != null && session.getAttribute(ACTION) instanceof String action) {
            session.removeAttribute(ACTION);
            parameters.put("kc_action", action);
        }
        return OAuth2AuthorizationRequest.from(plain)
                .additionalParameters(parameters)
                .build();
    }
}
