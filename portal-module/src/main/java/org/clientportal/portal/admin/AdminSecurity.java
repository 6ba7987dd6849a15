package org.clientportal.portal.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens of our realm with a role of the admin API, made for this portal; no cookie, no session. */
@Configuration(proxyBeanMethods = false)
class AdminSecurity {

    private static final String API = "/admin/api/v1";
    private static final String ADMIN = AdminRole.ADMIN.authority();
    private static final String HELPDESK = AdminRole.HELPDESK.authority();
    private static final String AUDITOR = AdminRole.AUDITOR.authority();

    @Bean
    @Order(50)
    SecurityFilterChain adminApi(HttpSecurity http, JwtDecoder adminTokens, JsonMapper json) {
        return tokensOnly(http.securityMatcher("/admin/api/**"), adminTokens, json)
                .authorizeHttpRequests(requests -> requests.requestMatchers(API + "/token-endpoint")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, API + "/users/**", API + "/access/**", API + "/version")
                        .hasAnyAuthority(ADMIN, HELPDESK, AUDITOR)
                        .requestMatchers(
                                HttpMethod.POST,
                                API + "/users/*/login",
                                API + "/users/logins",
                                API + "/users/*/password",
                                API + "/users/*/view")
                        .hasAnyAuthority(ADMIN, HELPDESK)
                        .requestMatchers(HttpMethod.GET, "/admin/api/**")
                        .hasAnyAuthority(ADMIN, AUDITOR)
                        .anyRequest()
                        .hasAuthority(ADMIN))
                .build();
    }

    /** Health is for whoever balances the load; the numbers are not for everybody. */
    @Bean
    @Order(51)
    SecurityFilterChain actuator(HttpSecurity http, JwtDecoder adminTokens, JsonMapper json) {
        return tokensOnly(http.securityMatcher("/actuator/**"), adminTokens, json)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority(ADMIN, AUDITOR))
                .build();
    }

    private static HttpSecurity tokensOnly(HttpSecurity http, JwtDecoder tokens, JsonMapper json) {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(AdminSecurity::named))
                        .authenticationEntryPoint((request, response, failure) -> new ProblemAnswer(
                                        Reason.UNAUTHENTICATED, "a bearer token of the portal's realm is needed")
                                .write(response, json))
                        .accessDeniedHandler((request, response, failure) -> new ProblemAnswer(
                                        Reason.FORBIDDEN, "the token lacks the role for this; " + ADMIN + " has it")
                                .write(response, json)));
    }

    @Bean
    JwtDecoder adminTokens(SignInSettings settings) {
        return decoder(settings);
    }

    private static JwtDecoder decoder(SignInSettings settings) {
        var realm = settings.backchannel() == null ? settings.issuer() : settings.backchannel();
        var decoder = NimbusJwtDecoder.withJwkSetUri(realm + "/protocol/openid-connect/certs")
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(settings.issuer().toString()),
                new JwtClaimValidator<Collection<String>>(
                        "aud", audience -> audience != null && audience.contains(settings.clientId()))));
        return decoder;
    }

    /** Who did it, for the administrators: the person or the client, not an opaque id. */
    private static AbstractAuthenticationToken named(Jwt token) {
        var user = token.getClaimAsString("preferred_username");
        var client = token.getClaimAsString("azp");
        var person = user != null && !user.startsWith("service-account-");
        return new JwtAuthenticationToken(
                token, roles(token), person || client == null ? String.valueOf(user) : client);
    }

    private static Collection<GrantedAuthority> roles(Jwt token) {
        var access = token.getClaim("realm_access");
        return access instanceof Map<?, ?> map && map.get("roles") instanceof Collection<?> roles
                ? roles.stream()
                        .map(role -> (GrantedAuthority) new SimpleGrantedAuthority(role.toString()))
                        .toList()
                : List.of();
    }
}
