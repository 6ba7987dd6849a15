package org.clientportal.portal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every wrong setting is named at once, with what it should be, and no secret is repeated. */
class SettingsReviewTests {

    private final Map<String, Object> file = new HashMap<>(Map.ofEntries(
            Map.entry("spring.datasource.url", "jdbc:postgresql://db.example.com/portal"),
            Map.entry("spring.datasource.username", "portal"),
            Map.entry("spring.datasource.password", "x"),
            Map.entry("spring.flyway.user", "portal_owner"),
            Map.entry("portal.itsm.platform", "http"),
            Map.entry("portal.itsm.http.url", "https://bridge.example.com/connector/v1"),
            Map.entry("portal.itsm.http.token", "t0ken"),
            Map.entry("portal.address.url", "https://help.example.com"),
            Map.entry("portal.signing.secret", "0123456789012345678901234567890123456789"),
            Map.entry("portal.sign-in.issuer", "https://login.example.com/realms/portal"),
            Map.entry("portal.sign-in.client-secret", "x"),
            Map.entry("portal.keycloak.url", "https://login.example.com"),
            Map.entry("portal.keycloak.client-secret", "x")));

    private final Map<String, Object> variables = new HashMap<>();

    @Test
    void aWholeInstallationPasses() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void theEnvironmentIsAsGoodAsAFile() {
        file.remove("portal.sign-in.client-secret");
        variables.put("PORTAL_SIGNIN_CLIENTSECRET", "x");
        variables.put("PORTAL_BRANDING_PRODUCT_PL", "Pomoc");
        variables.put("PORTAL_SYNC_MINISHED", "x");
        variables.put("PORTAL_CLI_URL", "http://127.0.0.1:1");
        variables.put("PORTAL_JAVA_OPTS", "-Xmx1g");
        assertThat(problems()).singleElement().asString().contains("portal.sync.minished");
    }

    @Test
    void allThatIsMissingIsNamedAtOnce() {
        file.clear();
        assertThat(String.join("\n", problems()))
                .contains("spring.datasource.url (SPRING_DATASOURCE_URL) is missing")
                .contains("portal.itsm.platform (PORTAL_ITSM_PLATFORM) is missing")
                .contains("portal.sign-in.issuer must be the address of the realm")
                .contains("portal.address.url must be")
                .contains("portal.keycloak.url is missing");
    }

    @Test
    void aMisspeltNameIsNotForgiven() {
        file.put("portal.sign-in.isuer", "x");
        file.put("portal.sing-in.issuer", "x");
        variables.put("PORTAL_KEYCLOAK_CLIENT_SECRET", "hunter2");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem).contains("portal.sign-in.isuer is no setting"))
                .anySatisfy(problem -> assertThat(problem).contains("portal.sing-in.issuer is no setting"))
                .anySatisfy(problem -> assertThat(problem).contains("portal.keycloak.client.secret is no setting"))
                .noneSatisfy(problem -> assertThat(problem).contains("hunter2"));
    }

    @Test
    void aWrongValueIsToldWithWhatItShouldBe() {
        file.put("portal.sign-in.idle", "soon");
        file.put("portal.branding.colour", "teal");
        file.put("portal.address.url", "help.example.com");
        file.put("portal.signing.secret", "hunter2");
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem)
                        .isEqualTo("portal.sign-in.idle is 'soon', it should be a length of time such as 30s or 5m"))
                .anySatisfy(problem -> assertThat(problem).isEqualTo("portal.branding.colour must look like #0b5563"))
                .anySatisfy(problem -> assertThat(problem).contains("portal.address.url must be"))
                .anySatisfy(problem -> assertThat(problem).contains("portal.signing.secret must have at least 32"))
                .noneSatisfy(problem -> assertThat(problem).contains("hunter2"));
    }

    @Test
    void settingsOfAnotherPlatformAreNotAskedFor() {
        file.remove("portal.itsm.http.token");
        assertThat(problems()).singleElement().asString().contains("portal.itsm.http.token is missing");
        file.put("portal.itsm.platform", "rt");
        assertThat(problems())
                .noneSatisfy(problem -> assertThat(problem).contains("portal.itsm.http.token is missing"));
    }

    private List<String> problems() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addLast(new MapPropertySource("file", file));
        return SettingsReview.problems(environment);
    }
}
