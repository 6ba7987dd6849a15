package org.clientportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.keycloak.KeycloakPlace;
import org.clientportal.demo.keycloak.KeycloakServer;
import org.clientportal.ports.Logins.Login;
import org.clientportal.ports.SignInProviders.Kind;
import org.clientportal.ports.SignInProviders.NoSuchProvider;
import org.clientportal.ports.SignInProviders.Wish;
import org.clientportal.ports.SignInProviders.WishRefused;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Signing in through Microsoft, Google and others, with other realms of the same real Keycloak in their place: the
 * happy ways, and everybody who tries to come in as somebody else.
 */
class SingleSignOnIT {

    private static final String PORTAL = "http://127.0.0.1:9";
    private static final String TENANT = "3f1c2d4e-0000-4000-8000-00000000aa01";
    private static final String FOREIGN_TENANT = "3f1c2d4e-0000-4000-8000-00000000ff02";
    private static final Map<String, String> OF_TENANT = Map.of("tid", TENANT, "xms_edov", "true");
    private static final Map<String, String> OF_DOMAIN = Map.of("hd", "oriale.example");
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final DemoFolders FOLDERS = DemoFolders.forThisRun();
    private static final Map<String, StandIn> PLACES = new HashMap<>();

    private static Leash leash;
    private static KeycloakServer keycloak;
    private static Keycloak administrator;
    private static KeycloakLogins logins;
    private static KeycloakProviders providers;

    @BeforeAll
    static void start() {
        MAIL.start();
        leash = new Leash(FOLDERS.run());
        keycloak = KeycloakServer.start(
                KeycloakPlace.choose(), PORTAL, MAIL.getSmtp().getPort(), "portal@oriale.example", FOLDERS, leash);
        administrator = keycloak.administrator();
        for (var place : List.of("entra", "google", "other", "elsewhere")) {
            PLACES.put(place, StandIn.make(administrator, keycloak.place().url(), place));
        }
        logins = new KeycloakLogins(settings());
        providers = providers(PLACES.get("entra").endpoints());
        providers.add(
                new Wish(Kind.MICROSOFT, "microsoft", "Microsoft", TENANT, StandIn.CLIENT, false), StandIn.SECRET);
        providers.add(
                new Wish(Kind.GOOGLE, "google", "Google", "oriale.example", StandIn.CLIENT, false), StandIn.SECRET);
        providers.add(
                new Wish(Kind.OIDC, "trusted", "Firma", place("other").issuer(), StandIn.CLIENT, true), StandIn.SECRET);
        providers.add(
                new Wish(Kind.OIDC, "open", "Inni", place("other").issuer(), StandIn.CLIENT, false), StandIn.SECRET);
    }

    private static KeycloakProviders providers(Endpoints microsoft) {
        var settings = settings();
        var probe = new ProviderProbe(settings);
        var shipped = KeycloakProviders.template(probe);
        return new KeycloakProviders(
                new RealmCalls(settings, keycloak.place().secret("portal-realm")),
                WantedRealm.read(Map.of("PORTAL_URL", PORTAL)),
                new ProviderTemplate(wish -> switch (wish.kind()) {
                    case MICROSOFT -> microsoft;
                    case GOOGLE -> place("google").endpoints();
                    case OIDC -> shipped.endpoints().apply(wish);
                }),
                probe,
                URI.create(keycloak.place().issuer()));
    }

    private static KeycloakSettings settings() {
        return new KeycloakSettings(
                keycloak.place().url(),
                "portal",
                "portal-sync",
                keycloak.place().secret("portal-sync"),
                "portal-realm",
                keycloak.place().secret("portal-realm"),
                Duration.ofSeconds(3),
                Duration.ofSeconds(20));
    }

    @AfterAll
    static void stop() {
        logins.close();
        administrator.close();
        keycloak.close();
        leash.close();
        MAIL.stop();
    }

    private static StandIn place(String name) {
        return java.util.Objects.requireNonNull(PLACES.get(name));
    }

    private static RealmResource portal() {
        return administrator.realm("portal");
    }

    /** Somebody the portal was opened to; returns Keycloak's id of the login. */
    private static String person(String name) {
        var email = name + "@oriale.example";
        return logins.set(
                new Login(Optional.empty(), "p-" + name, email, "Ktoś " + name, "pl"), "Przebisnieg-7391", false);
    }

    private static SignIn.End through(String provider, String user) {
        return new SignIn(keycloak.place().issuer(), PORTAL).through(provider, user, StandIn.PASSWORD);
    }

    private static List<FederatedIdentityRepresentation> links(String login) {
        return portal().users().get(login).getFederatedIdentity();
    }

    private static String mail(String name) {
        return name + "@oriale.example";
    }

    // --- the happy ways -------------------------------------------------------------------------------------------

    @Test
    void anEnabledPersonIsLinkedAtOnceAndKnownBySubjectEverAfter() {
        var login = person("anna");
        var subject = place("entra").has("anna", mail("anna"), false, OF_TENANT);

        assertThat(through("microsoft", "anna").atPortal()).isTrue();

        assertThat(links(login)).singleElement().satisfies(link -> {
            assertThat(link.getIdentityProvider()).isEqualTo("microsoft");
            assertThat(link.getUserId()).isEqualTo(subject);
        });
        // she marries: another address there, the same subject
        var account = place("entra").realm().users().get(subject);
        var renamed = account.toRepresentation();
        renamed.setEmail("anna.nowak@oriale.example");
        account.update(renamed);
        assertThat(through("microsoft", "anna").atPortal()).isTrue();
        assertThat(portal().users().get(login).toRepresentation().getEmail())
                .as("the platform says what her address is")
                .isEqualTo(mail("anna"));
    }

    @Test
    void googleVouchesForItsDomain() {
        var login = person("jan");
        place("google").has("jan", mail("jan"), true, OF_DOMAIN);

        assertThat(through("google", "jan").atPortal()).isTrue();
        assertThat(links(login)).hasSize(1);
    }

    @Test
    void aProviderThatIsNotTrustedIsConfirmedByMail() throws Exception {
        var login = person("ewa");
        place("other").has("ewa", mail("ewa"), false, Map.of());
        var browser = new SignIn(keycloak.place().issuer(), PORTAL);

        var waiting = browser.through("open", "ewa", StandIn.PASSWORD);

        assertThat(waiting.atPortal()).isFalse();
        assertThat(links(login)).isEmpty();
        assertThat(MAIL.waitForIncomingEmail(10_000, 1)).isTrue();
        var letter = MAIL.getReceivedMessages()[0];
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(mail("ewa"));
        var text = com.icegreen.greenmail.util.GreenMailUtil.getBody(letter)
                .replace("=\r\n", "")
                .replace("=3D", "=");
        var link = Pattern.compile("https?://\\S+action-token\\S+").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        var confirmed = browser.get(link.group());
        assertThat(confirmed.atPortal())
                .as(confirmed.url() + " " + confirmed.page().text())
                .isTrue();
        assertThat(links(login)).hasSize(1);
        assertThat(through("open", "ewa").atPortal()).isTrue();
    }

    // --- those who are somebody else ------------------------------------------------------------------------------

    @Test
    void aForeignTenantWithTheVictimsMailIsRefused() {
        var victim = person("victim1");
        place("entra").has("intruder1", mail("victim1"), true, Map.of("tid", FOREIGN_TENANT, "xms_edov", "true"));

        refused("microsoft", "intruder1", victim, "katalogu firmy");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefusedWhateverItSays() {
        var victim = person("victim2");
        var elsewhere = place("elsewhere").endpoints();
        var pinned = place("entra").endpoints();
        var mixed = new Endpoints(pinned.issuer(), elsewhere.authorization(), elsewhere.token(), elsewhere.keys());
        providers(mixed).add(new Wish(Kind.MICROSOFT, "mixed", "Mixed", TENANT, StandIn.CLIENT, false), StandIn.SECRET);
        try {
            place("elsewhere").has("intruder2", mail("victim2"), true, OF_TENANT);

            refused("mixed", "intruder2", victim, "Logowanie tą drogą się nie udało");
        } finally {
            providers.remove("mixed");
        }
    }

    @Test
    void anAddressWhoseDomainTheTenantDoesNotOwnIsRefused() {
        var victim = person("victim3");
        place("entra").has("guest", mail("victim3"), true, Map.of("tid", TENANT, "xms_edov", "false"));

        stranger("microsoft", "guest", victim);
    }

    @Test
    void aTenantThatSaysNothingOfTheDomainIsRefused() {
        var victim = person("victim4");
        place("entra").has("silent", mail("victim4"), true, Map.of("tid", TENANT));

        stranger("microsoft", "silent", victim);
    }

    @Test
    void anotherDomainOrNoneAtGoogleIsRefused() {
        var victim = person("victim5");
        place("google").has("foreign", mail("victim5"), true, Map.of("hd", "brzozow.example"));
        refused("google", "foreign", victim, "katalogu firmy");

        var second = person("victim6");
        place("google").has("private", mail("victim6"), true, Map.of());
        refused("google", "private", second, "katalogu firmy");

        var third = person("victim7");
        place("google").has("dotted", mail("victim7"), true, Map.of("hd", "orialeXexample"));
        refused("google", "dotted", third, "katalogu firmy");
    }

    @Test
    void anUnverifiedAddressIsRefusedByGoogleAndByATrustedProvider() {
        var victim = person("victim8");
        place("google").has("unverified", mail("victim8"), false, OF_DOMAIN);
        stranger("google", "unverified", victim);

        place("other").has("unverified", mail("victim8"), false, Map.of());
        stranger("trusted", "unverified", victim);
    }

    @Test
    void aChangedSubjectWithTheSameAddressIsRefused() {
        var login = person("piotr");
        var first = place("entra").has("piotr", mail("piotr"), true, OF_TENANT);
        assertThat(through("microsoft", "piotr").atPortal()).isTrue();
        place("entra").forgets(first);

        place("entra").has("piotr", mail("piotr"), true, OF_TENANT);

        assertThat(through("microsoft", "piotr").isStranger()).isTrue();
        assertThat(links(login))
                .singleElement()
                .satisfies(link -> assertThat(link.getUserId()).isEqualTo(first));
    }

    @Test
    void aSecondProviderDoesNotGetALinkedPerson() {
        var login = person("zofia");
        place("entra").has("zofia", mail("zofia"), true, OF_TENANT);
        assertThat(through("microsoft", "zofia").atPortal()).isTrue();
        place("google").has("zofia", mail("zofia"), true, OF_DOMAIN);
        place("other").has("zofia", mail("zofia"), true, Map.of());

        assertThat(through("google", "zofia").isStranger()).isTrue();
        assertThat(through("trusted", "zofia").isStranger()).isTrue();
        assertThat(through("open", "zofia").isStranger()).as("not even by mail").isTrue();

        assertThat(links(login)).hasSize(1);
    }

    @Test
    void aDisabledPersonStaysOutLinkedOrNot() {
        var never = person("gone1");
        logins.disable(never);
        place("entra").has("gone1", mail("gone1"), true, OF_TENANT);
        stranger("microsoft", "gone1", never);

        var linked = person("gone2");
        place("entra").has("gone2", mail("gone2"), true, OF_TENANT);
        assertThat(through("microsoft", "gone2").atPortal()).isTrue();
        logins.disable(linked);
        assertThat(through("microsoft", "gone2").atPortal()).isFalse();
    }

    @Test
    void anAddressThatANewEmployeeGotDoesNotOpenTheOldOnesLogin() {
        var old = person("biuro");
        var subject = place("entra").has("biuro", mail("biuro"), true, OF_TENANT);
        assertThat(through("microsoft", "biuro").atPortal()).isTrue();
        place("entra").forgets(subject);
        place("entra").has("biuro.nowy", mail("biuro"), true, OF_TENANT);

        assertThat(through("microsoft", "biuro.nowy").isStranger())
                .as("while the old one is still in")
                .isTrue();
        logins.disable(old);
        assertThat(through("microsoft", "biuro.nowy").isStranger())
                .as("and after they left")
                .isTrue();
        assertThat(links(old))
                .singleElement()
                .satisfies(link -> assertThat(link.getUserId()).isEqualTo(subject));

        // an administrator has looked at it: the login is the new one's now
        assertThat(providers.unlink(old)).isEqualTo(1);
        logins.set(
                new Login(Optional.of(old), "p-biuro", mail("biuro"), "Nowa Osoba", "pl"), "Przebisnieg-7391", false);
        assertThat(through("microsoft", "biuro.nowy").atPortal()).isTrue();
    }

    @Test
    void somebodyUnknownGetsOurPageAndNoAccount() {
        place("entra").has("nobody", "nobody@oriale.example", true, OF_TENANT);
        var before = portal().users().count();

        var end = through("microsoft", "nobody");

        assertThat(end.isStranger()).as(end.text()).isTrue();
        assertThat(end.text()).contains("nobody@oriale.example", "Microsoft");
        assertThat(portal().users().count()).isEqualTo(before);
    }

    @Test
    void aLoginThatIsNotThePortalsIsNobodys() {
        var foreign = new UserRepresentation();
        foreign.setUsername("zarzad@oriale.example");
        foreign.setEmail("zarzad@oriale.example");
        foreign.setEnabled(true);
        portal().users().create(foreign).close();
        place("entra").has("zarzad", "zarzad@oriale.example", true, OF_TENANT);
        var login = portal().users()
                .searchByEmail("zarzad@oriale.example", true)
                .getFirst()
                .getId();

        stranger("microsoft", "zarzad", login);
    }

    /** By our own rules, at the first sign-in. */
    private static void stranger(String provider, String user, String victim) {
        var end = through(provider, user);
        assertThat(end.isStranger()).as(end.url() + " " + end.text()).isTrue();
        assertThat(links(victim)).isEmpty();
    }

    /** By Keycloak, before it looks at who it is; at every sign-in. */
    private static void refused(String provider, String user, String victim, String words) {
        var end = through(provider, user);
        assertThat(end.text()).contains(words);
        assertThat(links(victim)).isEmpty();
    }

    // --- what it looks like ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void thePagesFitEveryWindow(String language) {
        var patient = person("patient-" + language);
        var action = portal().users().get(patient).toRepresentation();
        action.setRequiredActions(List.of("CONFIGURE_TOTP"));
        portal().users().get(patient).update(action);
        place("other").has("patient-" + language, mail("patient-" + language), false, Map.of());
        place("entra")
                .has("stranger-" + language, "ktos.o.dlugim.nazwisku." + language + "@oriale.example", true, OF_TENANT);
        place("google").has("private-" + language, "somebody-" + language + "@gmail.example", true, Map.of());
        var pages = new SignInPages(new SignIn(keycloak.place().issuer(), PORTAL).authorisation(), language);

        assertThat(pages.buttons()).containsExactly("microsoft", "google", "trusted", "open");
        pages.fit("sso-sign-in");
        pages.through("microsoft", "stranger-" + language, "sso-stranger");
        pages.through("open", "patient-" + language, "sso-mail");
        pages.through("google", "private-" + language, "sso-other-domain");
        pages.secondFactor(mail("patient-" + language), "Przebisnieg-7391");
        pages.close();
    }

    // --- setting up -----------------------------------------------------------------------------------------------

    @Test
    void tenantsThatAreEverybodysAreRefused() {
        for (var tenant : List.of(
                "common", "organizations", "consumers", "oriale.example", "9188040d-6c67-4c5b-b112-36a304b66dad")) {
            assertThatThrownBy(() -> providers.add(
                            new Wish(Kind.MICROSOFT, "loose", "M", tenant, StandIn.CLIENT, false), StandIn.SECRET))
                    .as(tenant)
                    .isInstanceOf(WishRefused.class);
        }
        for (var issuer :
                List.of("http://login.example.com", "https://x@login.example.com", "ftp://x", "not an address")) {
            assertThatThrownBy(() -> providers.add(
                            new Wish(Kind.OIDC, "loose", "M", issuer, StandIn.CLIENT, true), StandIn.SECRET))
                    .as(issuer)
                    .isInstanceOf(WishRefused.class);
        }
        assertThat(providers.list()).noneMatch(each -> each.alias().equals("loose"));
    }

    @Test
    void aWrongSecretIsNotedBeforeAnythingIsWritten() {
        assertThatThrownBy(() -> providers.add(
                        new Wish(Kind.OIDC, "wrong", "W", place("other").issuer(), StandIn.CLIENT, true), "guessed"))
                .isInstanceOf(WishRefused.class)
                .hasMessageContaining("refuses the client the-portal")
                .hasMessageNotContaining("guessed");
        assertThat(providers.list()).noneMatch(each -> each.alias().equals("wrong"));
    }

    @Test
    void whatSomebodyElseSetUpIsNotOurs() {
        var theirs = new IdentityProviderRepresentation();
        theirs.setAlias("theirs");
        theirs.setProviderId("oidc");
        theirs.setConfig(
                Map.of("authorizationUrl", "https://x.example", "tokenUrl", "https://x.example", "clientId", "x"));
        theirs.setHideOnLogin(true);
        portal().identityProviders().create(theirs).close();

        assertThat(providers.list()).noneMatch(each -> each.alias().equals("theirs"));
        assertThatThrownBy(() -> providers.remove("theirs")).isInstanceOf(NoSuchProvider.class);
        assertThatThrownBy(() -> providers.add(
                        new Wish(Kind.OIDC, "theirs", "T", place("other").issuer(), StandIn.CLIENT, true),
                        StandIn.SECRET))
                .isInstanceOf(WishRefused.class);
        assertThat(portal().identityProviders().get("theirs").toRepresentation().getConfig())
                .containsEntry("clientId", "x");
    }

    @Test
    void theTestFindsWhatWasLoosened() {
        providers.add(
                new Wish(Kind.OIDC, "watched", "W", place("other").issuer(), StandIn.CLIENT, true), StandIn.SECRET);
        assertThat(providers.check("watched").ok())
                .as(providers.check("watched").toString())
                .isTrue();
        var instance = portal().identityProviders().get("watched");
        var loosened = instance.toRepresentation();
        loosened.setTrustEmail(true);
        loosened.getConfig().put("portalClaims", "");
        instance.update(loosened);

        assertThat(providers.check("watched")).satisfies(check -> {
            assertThat(check.ok()).isFalse();
            assertThat(check.toString()).contains("trustEmail", "portalClaims").doesNotContain(StandIn.SECRET);
        });
        providers.add(
                new Wish(Kind.OIDC, "watched", "W", place("other").issuer(), StandIn.CLIENT, true), StandIn.SECRET);
        assertThat(providers.check("watched").ok()).isTrue();
        providers.remove("watched");
        assertThat(providers.list()).noneMatch(each -> each.alias().equals("watched"));
    }

    @Test
    void theShippedPlacesAreOneTenantAndGoogle() {
        var shipped = KeycloakProviders.template(new ProviderProbe(settings()));
        var microsoft = shipped.provider(new Wish(Kind.MICROSOFT, "m", "M", TENANT, "c", true));
        assertThat(microsoft.at("/config/issuer").asString())
                .isEqualTo("https://login.microsoftonline.com/" + TENANT + "/v2.0");
        assertThat(microsoft.toString()).doesNotContain("common", "organizations", "graph.microsoft.com");
        var google = shipped.provider(new Wish(Kind.GOOGLE, "g", "G", "oriale.example", "c", true));
        assertThat(google.at("/config/issuer").asString()).isEqualTo("https://accounts.google.com");
        assertThat(google.at("/config/portalClaims").asString()).isEqualTo("hd=oriale.example email_verified=true");
        assertThat(List.of(microsoft, google))
                .allSatisfy(each ->
                        assertThat(each.path("trustEmail").asBoolean(true)).isFalse());
    }
}
