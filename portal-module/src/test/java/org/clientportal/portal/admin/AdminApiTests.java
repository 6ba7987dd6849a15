package org.clientportal.portal.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.clientportal.portal.access.SignInSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.context.junit.jupiter.web.SpringJUnitWebConfig;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.json.JsonMapper;

/** Who gets in, and that every refusal has the one shape with a reason of the closed list. */
@SpringJUnitWebConfig(AdminApiTests.Api.class)
class AdminApiTests {

    private static final JwtRequestPostProcessor ADMIN = jwt().authorities(new SimpleGrantedAuthority("portal-admin"));

    private MockMvcTester mvc;

    @BeforeEach
    void setUp(WebApplicationContext context) {
        mvc = MockMvcTester.create(MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build());
    }

    @Test
    void withoutATokenNobodyIsLetIn() {
        var answer = mvc.get().uri("/admin/api/v1/version").exchange();
        refused(answer, 401, "unauthenticated");
        assertThat(answer).headers().hasValue("WWW-Authenticate", "Bearer");
        assertThat(answer).doesNotContainHeader("Set-Cookie").doesNotContainHeader("Location");
    }

    @Test
    void aTokenWithoutTheRoleIsForbidden() {
        var stranger = jwt().authorities(new SimpleGrantedAuthority("offline_access"));
        refused(mvc.get().uri("/admin/api/v1/version").with(stranger).exchange(), 403, "forbidden");
        refused(mvc.get().uri("/actuator/prometheus").with(stranger).exchange(), 403, "forbidden");
    }

    @Test
    void eachRoleOpensItsPartOnly() {
        var helpdesk = jwt().authorities(new SimpleGrantedAuthority("portal-helpdesk"));
        var auditor = jwt().authorities(new SimpleGrantedAuthority("portal-auditor"));
        for (var path : List.of("/users/42/login", "/users/42/password", "/users/42/view")) {
            // let through to a controller that is not there
            refused(mvc.post().uri("/admin/api/v1" + path).with(helpdesk).exchange(), 404, "not-found");
            refused(mvc.post().uri("/admin/api/v1" + path).with(auditor).exchange(), 403, "forbidden");
        }
        refused(mvc.get().uri("/admin/api/v1/users/42").with(helpdesk).exchange(), 404, "not-found");
        refused(mvc.get().uri("/admin/api/v1/audit").with(helpdesk).exchange(), 403, "forbidden");
        refused(mvc.get().uri("/admin/api/v1/audit").with(auditor).exchange(), 404, "not-found");
        refused(mvc.delete().uri("/admin/api/v1/users/42/login").with(helpdesk).exchange(), 403, "forbidden");
        refused(mvc.post().uri("/admin/api/v1/outbox/1/retry").with(helpdesk).exchange(), 403, "forbidden");
        refused(mvc.post().uri("/admin/api/v1/outbox/1/retry").with(auditor).exchange(), 403, "forbidden");
    }

    @Test
    void numbersAreNotForEverybody() {
        refused(mvc.get().uri("/actuator/prometheus").exchange(), 401, "unauthenticated");
        assertThat(mvc.get().uri("/actuator/health").exchange()).hasStatus(404);
    }

    @Test
    void theTokenEndpointIsOpen() {
        assertThat(mvc.get().uri("/admin/api/v1/token-endpoint").exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.tokenEndpoint")
                .isEqualTo("https://login.example.com/realms/portal/protocol/openid-connect/token");
    }

    @Test
    void anAdministratorIsAnswered() {
        assertThat(mvc.get().uri("/admin/api/v1/version").with(ADMIN).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.platform")
                .isEqualTo("none");
    }

    @Test
    void whateverNobodyTakesIsAProblemToo() {
        refused(mvc.get().uri("/admin/api/v1/nothing").with(ADMIN).exchange(), 404, "not-found");
        refused(mvc.delete().uri("/admin/api/v1/version").with(ADMIN).exchange(), 405, "method-not-allowed");
        refused(
                mvc.perform(MockMvcRequestBuilders.request(HttpMethod.GET, "/admin/api/v1/version")
                        .header("Accept", "text/html")
                        .with(ADMIN)),
                415,
                "media-type");
    }

    @Test
    void whatGoesWrongInsideSaysNothingOfTheInside() {
        refused(mvc.get().uri("/admin/api/v1/trouble?size=x").with(ADMIN).exchange(), 400, "invalid");
        refused(mvc.get().uri("/admin/api/v1/trouble").with(ADMIN).exchange(), 400, "invalid");
        var answer = mvc.get().uri("/admin/api/v1/trouble?size=1").with(ADMIN).exchange();
        refused(answer, 500, "internal");
        assertThat(answer).bodyText().doesNotContain("s3cret");
    }

    private static void refused(MvcTestResult answer, int status, String reason) {
        assertThat(answer).hasStatus(status).hasContentType("application/problem+json");
        assertThat(answer).bodyJson().extractingPath("$.reason").isEqualTo(reason);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:clientportal:problem:" + reason);
    }

    @EnableWebMvc
    @EnableWebSecurity
    @Import({
        AdminSecurity.class,
        AdminProblems.class,
        NowhereResolver.class,
        VersionController.class,
        TokenEndpointController.class,
        Trouble.class
    })
    static class Api {

        @Bean
        SignInSettings signInSettings() {
            return new SignInSettings(
                    URI.create("https://login.example.com/realms/portal"),
                    null,
                    "portal",
                    "x",
                    Duration.ofMinutes(30),
                    Duration.ofHours(12));
        }

        @Bean
        JsonMapper json() {
            return JsonMapper.shared();
        }
    }

    /** A controller that fails. */
    @RestController
    static class Trouble {

        @GetMapping("/admin/api/v1/trouble")
        String trouble(@RequestParam int size) {
            throw new IllegalStateException("the s3cret is " + size);
        }
    }
}
