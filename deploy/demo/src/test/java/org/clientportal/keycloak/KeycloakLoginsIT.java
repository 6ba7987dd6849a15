package org.clientportal.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.ws.rs.ForbiddenException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.keycloak.KeycloakPlace;
import org.clientportal.demo.keycloak.KeycloakServer;
import org.clientportal.ports.Logins.Login;
import org.clientportal.ports.Logins.LoginProtected;
import org.clientportal.ports.Logins.LoginTaken;
import org.clientportal.ports.Logins.LoginsUnavailable;
import org.clientportal.ports.SignInEvents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.representations.idm.UserRepresentation;

/** Logins of people of both firms in a real Keycloak, seen from its sign-in page. */
class KeycloakLoginsIT {

    private static final String PORTAL = "http://127.0.0.1:9";
    private static final String FIRST = "Przebisnieg-7391";
    private static final String SECOND = "Krokus-wiosenny-28";
    private static final Pattern LINK = Pattern.compile("http://\\S+action-token\\S+");
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final DemoFolders FOLDERS = DemoFolders.forThisRun();
    private static Leash leash;
    private static KeycloakServer keycloak;
    private static KeycloakLogins logins;

    @BeforeAll
    static void start() {
        MAIL.start();
        leash = new Leash(FOLDERS.run());
        keycloak = KeycloakServer.start(
                KeycloakPlace.choose(), PORTAL, MAIL.getSmtp().getPort(), "portal@oriale.example", FOLDERS, leash);
        logins = new KeycloakLogins(settings(keycloak.place().secret("portal-sync")));
    }

    @AfterAll
    static void stop() {
        logins.close();
        keycloak.close();
        leash.close();
        MAIL.stop();
    }

    private static KeycloakSettings settings(String secret) {
        return new KeycloakSettings(
                keycloak.place().url(),
                "portal",
                "portal-sync",
                secret,
                "portal-realm",
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(20));
    }

    private static Login login(String person, String email, String name) {
        return new Login(Optional.empty(), person, email, name, "pl");
    }

    private static SignIn signIn() {
        return new SignIn(keycloak.place().issuer(), PORTAL);
    }

    @Test
    void aTemporaryPasswordIsChangedAtTheFirstSignIn() {
        logins.set(login("101", "anna@oriale.example", "Anna Maria Kowalska"), FIRST, true);

        var browser = signIn();
        var page = browser.with("anna@oriale.example", FIRST);

        assertThat(page.asksForNewPassword()).isTrue();
        assertThat(browser.chooses(page, SECOND).atPortal()).isTrue();
        assertThat(signIn().with("ANNA@oriale.example", SECOND).atPortal()).isTrue();
    }

    @Test
    void aPermanentPasswordOpensThePortalAtOnceAlsoForOneWordNames() {
        logins.set(login("102", "cher@oriale.example", "Cher"), FIRST, false);

        assertThat(signIn().with("cher@oriale.example", FIRST).atPortal()).isTrue();
    }

    @Test
    void theSameStepRepeatedAfterACrashChangesTheSameLogin() {
        var email = "piotr@oriale.example";
        var id = logins.set(login("103", email, "Piotr Nowak"), FIRST, true);

        var again = logins.set(login("103", email, "Piotr Nowak"), SECOND, false);

        assertThat(again).isEqualTo(id);
        assertThat(signIn().with(email, FIRST).atPortal()).isFalse();
        assertThat(signIn().with(email, SECOND).atPortal()).isTrue();
    }

    @Test
    void aLoginFollowsItsPersonToANewAddress() {
        var id = logins.set(login("104", "ewa.stara@oriale.example", "Ewa Stara"), FIRST, false);

        var browser = signIn();
        assertThat(browser.with("ewa.stara@oriale.example", FIRST).atPortal()).isTrue();

        logins.update(new Login(Optional.of(id), "104", "ewa.nowa@oriale.example", "Ewa Nowa", "en"));

        assertThat(logins.state(id)).get().satisfies(state -> {
            assertThat(state.email()).isEqualTo("ewa.nowa@oriale.example");
            assertThat(state.enabled()).isTrue();
        });
        assertThat(browser.again().atPortal()).as("the session goes on").isTrue();
        assertThat(signIn().with("ewa.nowa@oriale.example", FIRST).atPortal()).isTrue();
        assertThat(signIn().with("ewa.stara@oriale.example", FIRST).atPortal()).isFalse();
    }

    @Test
    void aForeignLoginWithTheAddressIsNeverTakenOver() {
        try (var admin = serviceAccount()) {
            var foreign = new UserRepresentation();
            foreign.setEmail("zarzad@brzozow.example");
            foreign.setUsername("zarzad@brzozow.example");
            foreign.setEnabled(true);
            try (var answer = admin.realm("portal").users().create(foreign)) {
                assertThat(answer.getStatus()).isEqualTo(201);
            }

            assertThatThrownBy(() -> logins.set(login("105", "Zarzad@brzozow.example", "Jan Brzoza"), FIRST, false))
                    .isInstanceOf(LoginTaken.class);

            var untouched = admin.realm("portal").users().searchByEmail("zarzad@brzozow.example", true);
            assertThat(untouched).singleElement().satisfies(user -> {
                assertThat(user.getFirstName()).isNull();
                assertThat(user.getAttributes()).isNull();
            });
        }
        assertThat(signIn().with("zarzad@brzozow.example", FIRST).atPortal()).isFalse();
    }

    @Test
    void aLoginCannotMoveToAnAddressThatIsTaken() {
        logins.set(login("106", "biuro@brzozow.example", "Biuro Brzozów"), FIRST, false);
        var id = logins.set(login("107", "adam@brzozow.example", "Adam Brzoza"), FIRST, false);

        assertThatThrownBy(() ->
                        logins.update(new Login(Optional.of(id), "107", "biuro@brzozow.example", "Adam Brzoza", "pl")))
                .isInstanceOf(LoginTaken.class);
    }

    @Test
    void aDisabledLoginDoesNotSignInAndCanBeEnabledAgain() {
        var email = "zofia@oriale.example";
        var id = logins.set(login("108", email, "Zofia Lis"), FIRST, false);
        assertThat(signIn().with(email, FIRST).atPortal()).isTrue();

        logins.disable(id);

        assertThat(logins.state(id))
                .get()
                .satisfies(state -> assertThat(state.enabled()).isFalse());
        assertThat(signIn().with(email, FIRST).atPortal()).isFalse();

        logins.set(new Login(Optional.of(id), "108", email, "Zofia Lis", "pl"), SECOND, false);
        assertThat(signIn().with(email, SECOND).atPortal()).isTrue();
    }

    @Test
    void disablingWhatIsGoneIsNoError() {
        logins.disable("00000000-0000-0000-0000-000000000000");

        assertThat(logins.state("00000000-0000-0000-0000-000000000000")).isEmpty();
    }

    @Test
    void aNewPasswordUnlocksALoginThatWasTriedTooOften() {
        var email = "michal@oriale.example";
        var id = logins.set(login("109", email, "Michał Wrona"), FIRST, false);
        for (var attempt = 0; attempt < 12; attempt++) {
            signIn().with(email, "wrong-" + attempt);
        }
        assertThat(signIn().with(email, FIRST).atPortal()).as("locked").isFalse();

        logins.set(new Login(Optional.of(id), "109", email, "Michał Wrona", "pl"), SECOND, false);

        assertThat(signIn().with(email, SECOND).atPortal()).isTrue();
    }

    @Test
    void aLoginIsFoundByItsMarkWhenItsIdIsNotKnown() {
        var id = logins.set(login("119", "znak@oriale.example", "Zofia Znak"), FIRST, false);

        assertThat(logins.ofPerson("119")).get().satisfies(state -> {
            assertThat(state.loginId()).isEqualTo(id);
            assertThat(state.enabled()).isTrue();
        });
        assertThat(logins.set(login("119", "nowy.znak@oriale.example", "Zofia Znak"), SECOND, false))
                .as("also at another address")
                .isEqualTo(id);
        assertThat(logins.ofPerson("11")).isEmpty();
    }

    @Test
    void aForgottenPasswordAnswersTheSameForKnownAndUnknownAddresses() throws Exception {
        logins.set(login("110", "known@oriale.example", "Ola Znana"), FIRST, false);

        var known = signIn().forgets("known@oriale.example");
        var unknown = signIn().forgets("nobody@oriale.example");

        assertThat(known.text()).isEqualTo(unknown.text()).isNotBlank();
        assertThat(links("known@oriale.example", 1)).hasSize(1);
        assertThat(mails("nobody@oriale.example")).isEmpty();
    }

    @Test
    void anInvitationIsALinkOnWhichThePersonChoosesTheirPassword() throws Exception {
        var email = "iga@oriale.example";
        var id = logins.invite(login("130", email, "Iga Zaproszona"), Duration.ofHours(72));
        assertThat(logins.passwordSetAt(id)).isEmpty();
        var link = links(email, 1).getFirst();
        assertThat(text(mails(email).getFirst())).contains("Link działa przez 3 dni i tylko raz.", "Login: " + email);

        var browser = signIn();
        assertThat(browser.chooses(browser.proceeds(browser.get(link)), SECOND).text())
                .contains("Przejdź do portalu");

        assertThat(signIn().with(email, SECOND).atPortal()).isTrue();
        assertThat(signIn().with(email, SECOND).asksForNewPassword()).isFalse();
        assertThat(signIn().get(link).asksForAnything()).as("a second time").isFalse();
    }

    @Test
    void aLaterLinkOrAPasswordMakesEarlierLinksUseless() throws Exception {
        var email = "lena@brzozow.example";
        var lena = new Login(Optional.empty(), "131", email, "Lena Zaproszona", "en");
        logins.set(lena, FIRST, false);
        logins.invite(lena, Duration.ofHours(24));
        assertThat(signIn().with(email, FIRST).atPortal())
                .as("the former password")
                .isFalse();
        var first = links(email, 1).getFirst();
        assertThat(text(mails(email).getFirst())).contains("The link works for 1 day and only once.");
        nextSecond();
        logins.invite(lena, Duration.ofHours(1));
        var later = links(email, 2).get(1);

        assertThat(signIn().get(first).asksForAnything()).as("the earlier link").isFalse();
        var browser = signIn();
        assertThat(browser.proceeds(browser.get(later)).asksForNewPassword()).isTrue();

        nextSecond();
        logins.set(lena, SECOND, false);
        assertThat(signIn().get(later).asksForAnything()).as("after a password").isFalse();
    }

    @Test
    void whoLetsTheLinkLapseAsksForAnotherThemselves() throws Exception {
        var email = "nina@oriale.example";
        logins.invite(login("132", email, "Nina Spóźniona"), Duration.ofSeconds(1));
        var lapsed = links(email, 1).getFirst();
        nextSecond();
        nextSecond();
        assertThat(signIn().get(lapsed).asksForAnything()).isFalse();

        var browser = signIn();
        browser.forgets(email);
        assertThat(browser.chooses(browser.get(links(email, 2).get(1)), SECOND).atPortal())
                .isTrue();
        assertThat(signIn().with(email, SECOND).atPortal()).isTrue();
    }

    @Test
    void whoOpensTheAdminApiIsInvitedByAdministratorsOnly() {
        var email = "wanda@oriale.example";
        var id = logins.set(login("133", email, "Wanda Admin"), FIRST, false);
        grant(id, "portal-helpdesk");

        assertThatThrownBy(() -> logins.invite(login("133", email, "Wanda Admin"), Duration.ofHours(1)))
                .isInstanceOf(LoginProtected.class);
        assertThat(signIn().with(email, FIRST).atPortal()).isTrue();
        assertThat(mails(email)).isEmpty();
    }

    @Test
    void theInvitationIsReadableInBothLanguages() throws Exception {
        for (var language : List.of("pl", "en")) {
            var email = "obraz." + language + "@oriale.example";
            logins.invite(
                    new Login(Optional.empty(), "134" + language, email, "Olga Obraz", language), Duration.ofHours(72));
            var link = links(email, 1).getFirst();
            var html = ((MimeMultipart) mails(email).getFirst().getContent()).getBodyPart(1);
            try (var pages = new SignInPages(signIn().authorisation(), language)) {
                pages.invited(String.valueOf(html.getContent()), link);
            }
        }
    }

    /** Keycloak counts in whole seconds. */
    private static void nextSecond() {
        var now = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > now);
    }

    private static List<MimeMessage> mails(String email) {
        return Arrays.stream(MAIL.getReceivedMessagesForDomain(email)).toList();
    }

    private static List<String> links(String email, int atLeast) throws Exception {
        await().atMost(Duration.ofSeconds(10)).until(() -> mails(email).size() >= atLeast);
        var links = new ArrayList<String>();
        for (var mail : mails(email)) {
            var link = LINK.matcher(text(mail));
            assertThat(link.find()).isTrue();
            links.add(link.group());
        }
        return links;
    }

    private static String text(MimeMessage mail) throws Exception {
        return String.valueOf(((MimeMultipart) mail.getContent()).getBodyPart(0).getContent());
    }

    @Test
    void aLoginThatOpensTheAdminApiIsChangedByAdministratorsOnly() {
        var email = "kasia@oriale.example";
        var id = logins.set(login("111", email, "Kasia Admin"), FIRST, false);
        grant(id, "portal-auditor");
        var moved = new Login(Optional.of(id), "111", "somebody@else.example", "Kasia Admin", "pl");

        assertThatThrownBy(() -> logins.set(login("111", email, "Kasia Admin"), SECOND, false))
                .isInstanceOf(LoginProtected.class)
                .hasMessageContaining("portal-admin");
        assertThatThrownBy(() -> logins.update(moved)).isInstanceOf(LoginProtected.class);
        assertThatThrownBy(() -> logins.open(moved)).isInstanceOf(LoginProtected.class);
        assertThatThrownBy(() -> logins.remove(id)).isInstanceOf(LoginProtected.class);
        assertThat(signIn().with(email, FIRST).atPortal()).isTrue();

        logins.update(new Login(Optional.of(id), "111", email, "Kasia Nowa", "pl"));
        logins.set(new Login(Optional.of(id), "111", email, "Kasia Nowa", "pl", true), SECOND, false);
        assertThat(signIn().with(email, SECOND).atPortal()).isTrue();
    }

    @Test
    void aRoleOfAGroupIsSeenToo() {
        var member = logins.set(login("112", "grupa@oriale.example", "Gustaw Grupa"), FIRST, false);
        var nobody = logins.set(login("114", "nikt@oriale.example", "Nina Nikt"), FIRST, false);
        try (var setup = keycloak.administrator()) {
            var realm = setup.realm("portal");
            var group = new org.keycloak.representations.idm.GroupRepresentation();
            group.setName("administrators");
            try (var made = realm.groups().add(group)) {
                var groupId = org.keycloak.admin.client.CreatedResponseUtil.getCreatedId(made);
                realm.groups()
                        .group(groupId)
                        .roles()
                        .realmLevel()
                        .add(List.of(realm.roles().get("portal-helpdesk").toRepresentation()));
                realm.users().get(member).joinGroup(groupId);
            }
        }

        assertThat(logins.opensAdministration(member)).isTrue();
        assertThat(logins.opensAdministration(nobody)).isFalse();
    }

    @Test
    void aForeignLoginIsLinkedOnceSomebodyLookedAtIt() {
        var email = "obcy@brzozow.example";
        var id = foreign(email);
        var jan = login("115", email, "Jan Obcy");

        assertThatThrownBy(() -> logins.adopt(id, login("115", "inny@brzozow.example", "Jan Obcy")))
                .isInstanceOf(LoginTaken.class);
        logins.adopt(id, jan);
        assertThatThrownBy(() -> logins.adopt(id, login("116", email, "Ktoś Inny")))
                .isInstanceOf(LoginTaken.class);

        assertThat(logins.ofPerson("115"))
                .get()
                .satisfies(state -> assertThat(state.loginId()).isEqualTo(id));
        assertThat(logins.set(jan, FIRST, false)).isEqualTo(id);
        assertThat(signIn().with(email, FIRST).atPortal()).isTrue();
    }

    @Test
    void aForeignLoginWithARoleIsNeverLinked() {
        var email = "wazny@brzozow.example";
        var id = foreign(email);
        grant(id, "portal-admin");
        assertThatThrownBy(() -> logins.adopt(id, login("117", email, "Jan Ważny")))
                .isInstanceOf(LoginProtected.class);
        assertThat(logins.ofPerson("117")).isEmpty();
    }

    @Test
    void aLoginIsMadeWithoutAPasswordAndSetRightWithoutTouchingIt() {
        var email = "bez.hasla@oriale.example";
        var id = logins.open(login("118", email, "Beata Bezhasłowa"));
        assertThat(logins.passwordSetAt(id)).isEmpty();
        assertThat(logins.signsInElsewhere(id)).isFalse();

        logins.set(login("118", email, "Beata Bezhasłowa"), FIRST, false);
        logins.disable(id);
        assertThat(logins.open(login("118", email, "Beata Bezhasłowa"))).isEqualTo(id);

        assertThat(logins.passwordSetAt(id)).isPresent();
        assertThat(signIn().with(email, FIRST).atPortal()).isTrue();
        logins.remove(id);
        assertThat(logins.state(id)).isEmpty();
        logins.remove(id);
    }

    private static String foreign(String email) {
        try (var admin = serviceAccount()) {
            var foreign = new UserRepresentation();
            foreign.setEmail(email);
            foreign.setUsername(email);
            foreign.setEnabled(true);
            try (var made = admin.realm("portal").users().create(foreign)) {
                return org.keycloak.admin.client.CreatedResponseUtil.getCreatedId(made);
            }
        }
    }

    /** As an administrator of Keycloak gives it. */
    private static void grant(String id, String role) {
        try (var setup = keycloak.administrator()) {
            var realm = setup.realm("portal");
            realm.users()
                    .get(id)
                    .roles()
                    .realmLevel()
                    .add(List.of(realm.roles().get(role).toRepresentation()));
        }
    }

    @Test
    void failedSignInsOfKnownLoginsAreToldAndNothingThatWasTyped() {
        var email = "tadeusz@oriale.example";
        var id = logins.set(login("150", email, "Tadeusz Maj"), FIRST, false);
        var since = Instant.now();
        signIn().with(email, "not-" + FIRST);
        signIn().with("nobody-" + SECOND + "@oriale.example", FIRST);
        signIn().with(email, FIRST);
        signIn().with(email, "again-not-" + FIRST);

        try (var events = new KeycloakEvents(settings(keycloak.place().secret("portal-sync")))) {
            var told = events.refusals(since.truncatedTo(ChronoUnit.MILLIS), 0, 100);
            assertThat(told).hasSize(3).extracting(SignInEvents.Refusal::at).isSorted();
            assertThat(told)
                    .extracting(SignInEvents.Refusal::loginId)
                    .containsExactly(Optional.of(id), Optional.empty(), Optional.of(id));
            assertThat(told).extracting(SignInEvents.Refusal::event).doesNotHaveDuplicates();
            assertThat(told).extracting(SignInEvents.Refusal::address).containsOnly("127.0.0.1");
            assertThat(told.toString()).doesNotContain(FIRST, SECOND);
            assertThat(events.refusals(since.truncatedTo(ChronoUnit.MILLIS), 2, 100))
                    .containsExactly(told.getLast());
            assertThat(events.refusals(told.getLast().at().plusMillis(1), 0, 100))
                    .isEmpty();
        }
    }

    @Test
    void theServiceAccountMayOnlyManageUsers() {
        try (var admin = serviceAccount()) {
            assertThatThrownBy(() -> admin.realm("portal").clients().findAll()).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> admin.realm("portal").roles().list()).isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() ->
                            admin.realm("portal").update(new org.keycloak.representations.idm.RealmRepresentation()))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    @Test
    void theCheckSaysWhatToDoAndNeverTheSecret() {
        assertThat(logins.check().ok()).isTrue();
        try (var mistaken = new KeycloakLogins(settings("not-the-secret"))) {
            assertThat(mistaken.check()).satisfies(check -> {
                assertThat(check.ok()).isFalse();
                assertThat(check.advice()).contains("portal.keycloak.client-secret");
                assertThat(check.toString()).doesNotContain("not-the-secret");
            });
            assertThatThrownBy(() -> mistaken.state("x"))
                    .isInstanceOf(LoginsUnavailable.class)
                    .hasMessageNotContaining("not-the-secret");
        }
    }

    private static Keycloak serviceAccount() {
        return KeycloakBuilder.builder()
                .serverUrl(keycloak.place().url().toString())
                .realm("portal")
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId("portal-sync")
                .clientSecret(keycloak.place().secret("portal-sync"))
                .build();
    }
}
