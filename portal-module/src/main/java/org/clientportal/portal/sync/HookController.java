package org.clientportal.portal.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.clientportal.ports.SyncControl;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The platform's webhook: a hint that something changed. Its body is ignored, the truth comes from the feed. */
@Controller
class HookController {

    private final HookSettings settings;
    private final SyncControl control;

    HookController(HookSettings settings, SyncControl control) {
        this.settings = settings;
        this.control = control;
    }

    @PostMapping("/hooks/platform")
    ResponseEntity<Void> changed(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization) {
        var token = settings.token();
        if (token == null || token.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (authorization == null || !same("Bearer " + token, authorization)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        control.wakePull();
        return ResponseEntity.noContent().build();
    }

    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Hooks have no session and no forms; each proves itself by its token. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    static class HookSecurity {

        @Bean
        @Order(50)
        SecurityFilterChain hooks(HttpSecurity http) {
            return http.securityMatcher("/hooks/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(csrf -> csrf.disable())
                    .build();
        }
    }
}
