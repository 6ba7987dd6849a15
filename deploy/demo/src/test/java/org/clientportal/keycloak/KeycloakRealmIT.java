package org.clientportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.keycloak.KeycloakPlace;
import org.clientportal.demo.keycloak.KeycloakServer;
import org.clientportal.ports.Logins.Login;
import org.clientportal.ports.Realm.Action;
import org.clientportal.ports.Realm.RealmRefused;
import org.clientportal.ports.Realm.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm that others live in too is made as wanted: by difference, twice without effect, and nothing of theirs is lost. */
class KeycloakRealmIT {

    private static final String PORTAL = "http://127.0.0.1:9";
    private static final String PASSWORD = "Przebisnieg-7391";
    private static final DemoFolders FOLDERS = DemoFolders.forThisRun();
    private static Leash leash;
    private static KeycloakServer keycloak;
    private static Keycloak admin;
    private static KeycloakRealm realm;

    @BeforeAll
    static void start() {
        leash = new Leash(FOLDERS.run());
        keycloak = KeycloakServer.start(KeycloakPlace.choose(), PORTAL, 9, "portal@oriale.example", FOLDERS, leash);
        realm = realm("portal-realm", keycloak.place().secret("portal-realm"));
        admin = KeycloakBuilder.builder()
                .serverUrl(keycloak.place().url().toString())
                .realm("portal")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId("portal-realm")
                .clientSecret(keycloak.place().secret("portal-realm"))
                .build();
    }

    @AfterAll
    static void stop() {
        admin.close();
        keycloak.close();
        leash.close();
    }

    @BeforeEach
    void asWanted() {
        apply();
        assertThat(changes(realm.plan())).isEmpty();
    }

    private static KeycloakRealm realm(String client, String secret) {
        return new KeycloakRealm(
                new RealmCalls(settings(client, secret), secret), WantedRealm.read(Map.of("PORTAL_URL", PORTAL)));
    }

    private static KeycloakSettings settings(String client, String secret) {
        return new KeycloakSettings(
                keycloak.place().url(),
                "portal",
                "portal-sync",
                keycloak.place().secret("portal-sync"),
                client,
                secret,
                Duration.ofSeconds(3),
                Duration.ofSeconds(20));
    }

    private static RealmResource portal() {
        return admin.realm("portal");
    }

    private static List<Step> apply(String... only) {
        var done = new ArrayList<Step>();
        realm.apply(List.of(only), done::add);
        return done;
    }

    private static List<Step> changes(List<Step> plan) {
        return plan.stream().filter(step -> step.action() != Action.LEAVE).toList();
    }

    @Test
    void whatSomebodyChangedIsToldAndPutRight() {
        var changed = new RealmRepresentation();
        changed.setPasswordPolicy("length(4)");
        changed.setBruteForceProtected(false);
        changed.setLoginTheme("keycloak");
        changed.setSsoSessionMaxLifespan(999_999);
        portal().update(changed);
        var client = client("portal");
        client.setRootUrl("http://elsewhere.example");
        client.setDirectAccessGrantsEnabled(true);
        client.getAttributes().put("pkce.code.challenge.method", "");
        portal().clients().get(client.getId()).update(client);

        var plan = realm.plan();

        assertThat(told(plan))
                .contains(
                        "realm: bruteForceProtected false → true",
                        "realm: loginTheme keycloak → portal",
                        "realm: ssoSessionMaxLifespan 999999 → 36000",
                        "realm: passwordPolicy length(4) → length(10) and maxLength(128) and notUsername(undefined) and notEmail(undefined)",
                        "client portal: rootUrl http://elsewhere.example → " + PORTAL,
                        "client portal: directAccessGrantsEnabled true → false");
        assertThat(portal().toRepresentation().getPasswordPolicy())
                .as("a plan changes nothing")
                .isEqualTo("length(4)");
        assertThat(apply()).isEqualTo(changes(plan));
        assertThat(changes(realm.plan())).isEmpty();
        assertThat(client("portal").getSecret()).isEqualTo(keycloak.place().secret("portal"));
    }

    @Test
    void whatIsMissingIsMade() {
        portal().roles().deleteRole("portal-auditor");
        portal().clients().get(client("portal-cli").getId()).remove();

        var done = apply();

        assertThat(done)
                .extracting(Step::object)
                .contains("role portal-auditor", "client portal-cli", "client portal-cli, service account");
        assertThat(changes(realm.plan())).isEmpty();
        assertThat(client("portal-cli").getSecret()).isNotBlank();
        assertThat(done.toString()).doesNotContain(client("portal-cli").getSecret());
    }

    @Test
    void whatIsSomebodyElsesStays() {
        var foreign = new ClientRepresentation();
        foreign.setClientId("intranet");
        try (var made = portal().clients().create(foreign)) {
            assertThat(made.getStatus()).isEqualTo(201);
        }
        var client = client("portal");
        client.getRedirectUris().add("https://second.example/login/oauth2/code/keycloak");
        portal().clients().get(client.getId()).update(client);
        var profile = portal().users().userProfile().getConfiguration();
        profile.addOrReplaceAttribute(new org.keycloak.representations.userprofile.config.UPAttribute("room"));
        portal().users().userProfile().update(profile);
        var broken = new RealmRepresentation();
        broken.setResetPasswordAllowed(false);
        portal().update(broken);

        assertThat(apply()).extracting(Step::object).containsExactly("realm");

        assertThat(client("intranet")).isNotNull();
        assertThat(client("portal").getRedirectUris()).contains("https://second.example/login/oauth2/code/keycloak");
        assertThat(portal().users().userProfile().getConfiguration().getAttribute("room"))
                .isNotNull();
    }

    @Test
    void aBrowserFlowOfTheirOwnIsLeftAndTold() {
        var own = new AuthenticationFlowRepresentation();
        own.setAlias("our own");
        own.setProviderId("basic-flow");
        own.setTopLevel(true);
        own.setBuiltIn(false);
        portal().flows().createFlow(own).close();
        bind("our own");
        try {
            assertThat(realm.plan())
                    .contains(new Step(
                            "realm",
                            Action.LEAVE,
                            List.of(new org.clientportal.ports.Realm.Difference("browserFlow", "our own", null))));
            assertThat(apply()).isEmpty();
            assertThat(portal().toRepresentation().getBrowserFlow()).isEqualTo("our own");
        } finally {
            bind("browser");
        }
    }

    @Test
    void whoMayChangeAPersonsMarkIsAClosedList() {
        var profile = portal().users().userProfile().getConfiguration();
        profile.getAttribute("portal_person").getPermissions().getEdit().add("user");
        portal().users().userProfile().update(profile);

        assertThat(apply()).extracting(Step::object).containsExactly("user profile");

        assertThat(portal().users()
                        .userProfile()
                        .getConfiguration()
                        .getAttribute("portal_person")
                        .getPermissions()
                        .getEdit())
                .containsExactly("admin");
    }

    @Test
    void oneObjectCanBeChosen() {
        var changed = new RealmRepresentation();
        changed.setResetPasswordAllowed(false);
        portal().update(changed);
        portal().roles().deleteRole("portal-helpdesk");

        assertThat(apply("role portal-helpdesk")).extracting(Step::object).containsExactly("role portal-helpdesk");

        assertThat(changes(realm.plan())).extracting(Step::object).containsExactly("realm");
    }

    @Test
    void whoeverMustHasASecondFactor() {
        try (var logins = new KeycloakLogins(settings("portal-realm", "unused"))) {
            var must = logins.set(login("201", "anna@oriale.example"), PASSWORD, false);
            logins.set(login("202", "jan@brzozow.example"), PASSWORD, false);
            portal().users()
                    .get(must)
                    .roles()
                    .realmLevel()
                    .add(List.of(portal().roles().get("portal-second-factor").toRepresentation()));

            var browser = signIn();
            var setUp = browser.with("anna@oriale.example", PASSWORD);
            assertThat(setUp.page().selectFirst("input[name=totp]"))
                    .as(setUp.text())
                    .isNotNull();
            var key = setUp.page().selectFirst("#totpSecret").attr("value");
            assertThat(browser.setsUp(setUp, OneTimeCode.wrong(key)).atPortal()).isFalse();
            var again = signIn();
            var page = again.with("anna@oriale.example", PASSWORD);
            var secret = page.page().selectFirst("#totpSecret").attr("value");
            assertThat(again.setsUp(page, OneTimeCode.now(secret, 0)).atPortal())
                    .isTrue();

            var later = signIn();
            var asked = later.with("anna@oriale.example", PASSWORD);
            assertThat(asked.page().selectFirst("input[name=otp]"))
                    .as(asked.text())
                    .isNotNull();
            assertThat(later.enters(asked, OneTimeCode.wrong(secret)).atPortal())
                    .isFalse();
            var right = signIn();
            // a code counts once, so it is the next one; Keycloak looks one step ahead
            assertThat(right.enters(right.with("anna@oriale.example", PASSWORD), OneTimeCode.now(secret, 1))
                            .atPortal())
                    .isTrue();
            assertThat(signIn().with("jan@brzozow.example", PASSWORD).atPortal())
                    .isTrue();
        }
    }

    @Test
    void theDailyAccountMayNotEvenLook() {
        var daily = realm("portal-sync", keycloak.place().secret("portal-sync"));
        assertThatThrownBy(daily::plan)
                .isInstanceOf(RealmRefused.class)
                .hasMessageContaining("docs/sign-in.md")
                .hasMessageNotContaining(keycloak.place().secret("portal-sync"));
        assertThatThrownBy(() -> realm("portal-realm", "guessed").plan())
                .isInstanceOf(RealmRefused.class)
                .hasMessageContaining("realm-client-secret")
                .hasMessageNotContaining("guessed");
    }

    private static SignIn signIn() {
        return new SignIn(keycloak.place().issuer(), PORTAL);
    }

    private static Login login(String person, String email) {
        return new Login(Optional.empty(), person, email, "Anna Kowalska", "pl");
    }

    private static void bind(String flow) {
        var changed = new RealmRepresentation();
        changed.setBrowserFlow(flow);
        portal().update(changed);
    }

    private static ClientRepresentation client(String id) {
        return portal().clients().findByClientId(id).getFirst();
    }

    private static List<String> told(List<Step> plan) {
        return plan.stream()
                .flatMap(step -> step.differences().stream()
                        .map(each -> step.object() + ": " + each.name() + " " + each.is() + " → " + each.wanted()))
                .toList();
    }
}
