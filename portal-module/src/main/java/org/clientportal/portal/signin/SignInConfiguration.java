package org.clientportal.portal.signin;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.portal.branding.PortalAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.session.Session;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.util.UriComponentsBuilder;

/** The filter chain of the pages. The admin API has a chain of its own before this one. */
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SignInConfiguration {

    static final String REGISTRATION = "keycloak";
    private static final int VISITORS_SEARCH_AT_ONCE = 2;
    private static final Duration VISITORS_PATIENCE = Duration.ofSeconds(1);
    private static final String START = "/oauth2/authorization/" + REGISTRATION;

    /** Error pages are drawn in a dispatch of their own and have to know who looks, too. */
    @Bean
    <S extends Session> FilterRegistrationBean<SessionRepositoryFilter<S>> sessionsOnErrorPages(
            SessionRepositoryFilter<S> sessions) {
        var registration = new FilterRegistrationBean<>(sessions);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** Requests are measured; each of the fifteen filters on their way is not worth what that costs. */
    @Bean
    SecurityObservationSettings noFilterIsMeasured() {
        return SecurityObservationSettings.noObservations();
    }

    /** Around the sessions, since it is theirs. */
    @Bean
    FilterRegistrationBean<SessionOfRequest> sessionOfRequest() {
        var registration = new FilterRegistrationBean<>(new SessionOfRequest());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER - 1);
        return registration;
    }

    @Bean
    @Order(100)
    SecurityFilterChain pages(
            HttpSecurity http,
            SignInSettings settings,
            PortalAddress address,
            ClientRegistrationRepository clients,
            LostForms lostForms,
            OpenSessions sessions,
            PublicKnowledge knowledge) {
        var contexts = new HttpSessionSecurityContextRepository();
        var asked = new HttpSessionRequestCache();
        // only a page that was asked for by its address is worth going back to
        asked.setRequestMatcher(request -> request.getMethod().equals(HttpMethod.GET.name())
                && !pathPattern("/live").matches(request)
                && !"empty".equals(request.getHeader("Sec-Fetch-Dest")));
        return http.securityContext(security -> security.securityContextRepository(contexts))
                .requestCache(cache -> cache.requestCache(asked))
                .authorizeHttpRequests(requests -> requests.requestMatchers(Pages.open())
                        .permitAll()
                        .requestMatchers(knowledge::isFor)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2Login(login -> login.authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(requests(clients)))
                        .authorizedClientRepository(new NoTokensKept())
                        .successHandler(new SignInSuccess(contexts, asked, sessions))
                        .failureHandler((request, response, failure) -> response.sendRedirect("/signed-out?failed")))
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessHandler(keycloakToo(settings, address)))
                .exceptionHandling(errors -> errors.accessDeniedHandler(lostForms)
                        .authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(START)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("geolocation=(), microphone=(), payment=()")))
                .addFilterBefore(new ViewerFilter(knowledge), CsrfFilter.class)
                .addFilterAfter(
                        new VisitorSearches(VISITORS_SEARCH_AT_ONCE, VISITORS_PATIENCE), AuthorizationFilter.class)
                .addFilterAfter(new ReadOnlyFilter(), AuthorizationFilter.class)
                .addFilterAfter(new AccessFilter(), AuthorizationFilter.class)
                .build();
    }

    private static String policy(SignInSettings settings) {
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                + "connect-src 'self'; form-action 'self' " + settings.origin()
                + "; base-uri 'none'; frame-ancestors 'none'";
    }

    @Bean
    ClientRegistrationRepository clients(SignInSettings settings) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(settings.issuer().toString())
                .authorizationUri(settings.browser("auth"))
                .tokenUri(settings.direct("token"))
                .jwkSetUri(settings.direct("certs"))
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build());
    }

    /** Asks with PKCE, in the portal's language, and for an action of Keycloak's when one is wanted. */
    private static OAuth2AuthorizationRequestResolver requests(ClientRegistrationRepository clients) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(clients, "/oauth2/authorization");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return new SignInRequests(resolver);
    }

    private static LogoutSuccessHandler keycloakToo(SignInSettings settings, PortalAddress address) {
        return (HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) -> {
            var end = UriComponentsBuilder.fromUriString(settings.browser("logout"))
                    .queryParam("client_id", settings.clientId())
                    .queryParam("post_logout_redirect_uri", address.url() + "/signed-out");
            if (who instanceof SignedIn signedIn) {
                end.queryParam("id_token_hint", signedIn.idToken());
            }
            response.sendRedirect(end.encode(StandardCharsets.UTF_8).toUriString());
        };
    }

    @Bean
    CookieSerializer sessionCookie(PortalAddress address) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("portal_session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie("https".equals(address.url().getScheme()));
        cookie.setSameSite("Lax");
        cookie.setCookiePath("/");
        return cookie;
    }

    /** The portal needs to know who it is, no token afterwards. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication principal,
                HttpServletRequest request,
                HttpServletResponse response) {}
    }
}
