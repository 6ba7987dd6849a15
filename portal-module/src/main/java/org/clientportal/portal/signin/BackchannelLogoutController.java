package org.clientportal.portal.signin;

import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.portal.live.Hints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Keycloak tells that a session has ended there (OpenID Connect Back-Channel Logout 1.0). The sessions are in PostgreSQL, so any
 * node can be told, also one that was started since.
 */
@Controller
class BackchannelLogoutController {

    private static final Logger LOG = LoggerFactory.getLogger(BackchannelLogoutController.class);

    private final LogoutTokens tokens;
    private final OpenSessions sessions;
    private final Hints hints;

    BackchannelLogoutController(SignInSettings settings, OpenSessions sessions, Hints hints) {
        this.tokens = LogoutTokens.of(settings);
        this.sessions = sessions;
        this.hints = hints;
    }

    @PostMapping("/backchannel-logout")
    ResponseEntity<Map<String, String>> logout(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        try {
            var told = tokens.read(token);
            if (told.sid() != null) {
                sessions.endOfKeycloak(told.sid());
            } else if (told.subject() != null) {
                sessions.endAllOf(told.subject());
            }
            Optional.ofNullable(told.subject())
                    .flatMap(sessions::personOf)
                    .ifPresent(person -> hints.rightsChanged(Optional.of(person)));
            return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
        } catch (JwtException refused) {
            LOG.warn("a logout token was refused: {}", refused.getMessage());
            return ResponseEntity.badRequest()
                    .cacheControl(CacheControl.noStore())
                    .body(Map.of("error", "invalid_request"));
        }
    }

    /** Keycloak has no session and no form; it proves itself by the token's signature. */
    @Configuration(proxyBeanMethods = false)
    static class Security {

        @Bean
        @Order(50)
        SecurityFilterChain backchannelLogout(HttpSecurity http) {
            return http.securityMatcher("/backchannel-logout")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(csrf -> csrf.disable())
                    .build();
        }
    }
}
