package org.clientportal.portal.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.SignInSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads logout tokens (OpenID Connect Back-Channel Logout 1.0, section 2.4 and 2.6). */
record LogoutTokens(JwtDecoder decoder) {

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    static LogoutTokens of(SignInSettings settings) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(settings.direct("certs"))
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator(List.of("logout+jwt", "JWT")),
                new JwtTimestampValidator(),
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.clientId())),
                new JwtClaimValidator<Map<String, Object>>(
                        "events", events -> events != null && events.containsKey(EVENT)),
                LogoutTokens::withoutNonce));
        return new LogoutTokens(decoder);
    }

    /** An id token has one; it is not to be taken for a logout. */
    private static OAuth2TokenValidatorResult withoutNonce(Jwt token) {
        return token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "a logout token has no nonce", null))
                : OAuth2TokenValidatorResult.success();
    }

    /** Whose session ended: one by its id, or all of a subject when there is no id. */
    record Told(@Nullable String sid, @Nullable String subject) {}

    /** @throws JwtException the token is not Keycloak's, not for us, or of another kind */
    Told read(String token) {
        var jwt = decoder.decode(token);
        return new Told(jwt.getClaimAsString("sid"), jwt.getSubject());
    }
}
