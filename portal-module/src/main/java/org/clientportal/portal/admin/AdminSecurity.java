package org.clientportal.portal.admin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
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
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Bearer tokens of our realm with the role {@code portal-admin}, made for this portal; no cookie, no session. */
@Configuration(proxyBeanMethods = false)
class AdminSecurity {

    static final String ROLE = "portal-admin";

    @Bean
    @Order(50)
    SecurityFilterChain adminApi(HttpSecurity http, JwtDecoder adminTokens, JsonMapper json) {
        return tokensOnly(http.securityMatcher("/admin/api/**"), adminTokens, json)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/admin/api/v1/token-endpoint")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(ROLE))
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
                        .hasAuthority(ROLE))
                .build();
    }

    private static HttpSecurity tokensOnly(HttpSecurity http, JwtDecoder tokens, JsonMapper json) {
        return http.csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .oauth2ResourceServer(server -> server.jwt(
                                jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(converter()))
                        .authenticationEntryPoint((request, response, failure) -> new ProblemAnswer(
                                        Reason.UNAUTHENTICATED, "a bearer token of the portal's realm is needed")
                                .write(response, json))
                        .accessDeniedHandler((request, response, failure) -> new ProblemAnswer(
                                        Reason.FORBIDDEN, "the token lacks the role " + ROLE)
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

    private static JwtAuthenticationConverter converter() {
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(AdminSecurity::roles);
        // who did it, for the administrators: the person or the client, not an opaque id
        converter.setPrincipalClaimName("azp");
        return converter;
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
