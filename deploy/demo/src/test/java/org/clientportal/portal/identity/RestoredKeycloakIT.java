package org.clientportal.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.clientportal.demo.DemoDatabase;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.keycloak.KeycloakPlace;
import org.clientportal.demo.keycloak.KeycloakServer;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.keycloak.SignIn;
import org.clientportal.portal.Portal;
import org.clientportal.portal.identity.AccountRefused.Why;
import org.clientportal.portal.identity.Relinked.Outcome;
import org.clientportal.ports.Logins;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.PeopleIntake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The portal's side of logins with a real Keycloak that stops, comes back, and is restored from an older day. */
class RestoredKeycloakIT {

    private static final String PORTAL = "http://127.0.0.1:9";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern PASSWORD = Pattern.compile("(?m)^(?:Hasło|Password): (\\S+)\\s*$");
    private static final Wish ADMINISTRATOR =
            new Wish(Wish.By.ADMINISTRATOR, "portal-cli", false, true, Optional.of(false));
    private static final Wish HELPDESK = new Wish(Wish.By.ADMINISTRATOR, "desk", false, false, Optional.of(false));
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final DemoFolders FOLDERS = DemoFolders.forThisRun();
    private static Leash leash;
    private static DemoDatabase database;
    private static KeycloakServer keycloak;
    private static ConfigurableApplicationContext portal;
    private static long version;

    @BeforeAll
    static void start() {
        MAIL.start();
        leash = new Leash(FOLDERS.run());
        database = DemoDatabase.start(FOLDERS, leash, false);
        keycloak = KeycloakServer.start(
                KeycloakPlace.choose(), PORTAL, MAIL.getSmtp().getPort(), "portal@oriale.example", FOLDERS, leash);
        portal = new SpringApplication(Portal.class)
                .run(settings().entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static Map<String, String> settings() {
        var place = keycloak.place();
        return Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("portal.address.url", PORTAL),
                Map.entry("portal.signing.secret", "a secret for tests, long enough for them"),
                // nobody is there; the people are taken in by hand
                Map.entry("portal.itsm.platform", "http"),
                Map.entry("portal.itsm.http.url", PORTAL),
                Map.entry("portal.itsm.http.token", "test-only"),
                Map.entry("portal.outbox.longest-pause", "1s"),
                Map.entry("spring.datasource.url", database.jdbcUrl()),
                Map.entry("spring.datasource.username", "portal"),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("spring.flyway.user", "portal_owner"),
                Map.entry("spring.flyway.password", database.ownerPassword()),
                Map.entry("portal.sign-in.issuer", place.issuer()),
                Map.entry("portal.sign-in.client-secret", place.secret("portal")),
                Map.entry("portal.keycloak.url", place.url().toString()),
                Map.entry("portal.keycloak.client-secret", place.secret("portal-sync")),
                Map.entry("spring.mail.host", "127.0.0.1"),
                Map.entry("spring.mail.port", String.valueOf(MAIL.getSmtp().getPort())),
                Map.entry("portal.mail.out.mailbox", "support@oriale.example"));
    }

    @AfterAll
    static void stop() {
        portal.close();
        keycloak.close();
        database.close();
        leash.close();
        MAIL.stop();
    }

    @Test
    void enablingWaitsWhileKeycloakIsDownAndCompletes() {
        take("ola", "ola@oriale.example");
        keycloak.close();

        enable("ola@oriale.example");
        await().atMost(SOON).until(() -> attempts("ola@oriale.example") > 0);
        assertThat(account("ola@oriale.example").state()).isEqualTo("waiting");
        keycloak = keycloak.again(PORTAL, FOLDERS, leash);

        active("ola@oriale.example");
        assertThat(letters("ola@oriale.example")).hasSize(1);
        assertThat(signsIn("ola@oriale.example", password("ola@oriale.example")))
                .isTrue();
    }

    @Test
    void afterARestoreLoginsAreSetRightWithoutAMailToAnybody() throws IOException {
        take("anna", "anna@oriale.example");
        take("marek", "marek@oriale.example");
        take("ewa", "ewa@brzozow.example");
        take("piotr", "piotr@oriale.example");
        take("iza", "iza@brzozow.example");
        enable("anna@oriale.example", "marek@oriale.example", "piotr@oriale.example", "iza@brzozow.example");
        active("anna@oriale.example", "marek@oriale.example", "piotr@oriale.example", "iza@brzozow.example");
        var annas = password("anna@oriale.example");
        keycloak.close();
        var backup = FOLDERS.run().resolve("backup");
        copy(keycloak.data(), backup);
        keycloak = keycloak.again(PORTAL, FOLDERS, leash);

        // life goes on after the backup
        enable("ewa@brzozow.example");
        take("anna", "anna.nowa@oriale.example");
        bean(Accounts.class).newPassword(account("marek@oriale.example").person(), ADMINISTRATOR);
        bean(Accounts.class).disable(account("piotr@oriale.example").person(), ADMINISTRATOR);
        active("ewa@brzozow.example", "anna.nowa@oriale.example", "marek@oriale.example");
        await().atMost(SOON).until(() -> letters("anna@oriale.example").size() == 2);
        await().atMost(SOON).until(() -> account("piotr@oriale.example").state().equals("disabled"));
        jdbc(
                "update login set password_set_at = password_set_at + interval '1 hour' where email = 'marek@oriale.example'");
        var ewasOldId = account("ewa@brzozow.example").login().orElseThrow().keycloakId();

        keycloak.close();
        copy(backup, keycloak.data());
        keycloak = keycloak.again(PORTAL, FOLDERS, leash);
        var mails = MAIL.getReceivedMessages().length;
        var expected = Map.of(
                "anna", Outcome.MENDED,
                "marek", Outcome.RIGHT,
                "ewa", Outcome.MADE,
                "piotr", Outcome.SWITCHED_OFF,
                "iza", Outcome.RIGHT);

        assertThat(outcomes(relink(true, false))).containsAllEntriesOf(expected);
        assertThat(outcomes(relink(true, false)))
                .as("a rehearsal changes nothing")
                .containsAllEntriesOf(expected);
        var done = relink(false, false);
        assertThat(outcomes(done)).containsAllEntriesOf(expected);
        assertThat(needing(done)).contains("ewa", "marek").doesNotContain("anna", "iza", "piotr");
        assertThat(outcomes(relink(false, false)))
                .containsEntry("anna", Outcome.RIGHT)
                .containsEntry("ewa", Outcome.RIGHT)
                .containsEntry("piotr", Outcome.RIGHT);
        assertThat(MAIL.getReceivedMessages()).as("nobody was written to").hasSize(mails);
        assertThat(account("ewa@brzozow.example").login().orElseThrow().keycloakId())
                .isNotEqualTo(ewasOldId);
        assertThat(signsIn("anna.nowa@oriale.example", annas)).isTrue();
        assertThat(signsIn("piotr@oriale.example", password("piotr@oriale.example")))
                .isFalse();

        // people of the other stories are in the same realm, and those without a password are in need as well
        var inNeed = needing(relink(true, false));
        assertThat(inNeed).contains("ewa", "marek").doesNotContain("anna", "iza", "piotr");
        var lettersOfEwaAndMarek = lettersTo("ewa@brzozow.example", "marek@oriale.example");
        relink(false, true);
        active("ewa@brzozow.example", "marek@oriale.example");
        await().atMost(SOON).until(() -> MAIL.getReceivedMessages().length >= mails + inNeed.size());
        assertThat(MAIL.getReceivedMessages())
                .as("one letter for each in need, and none for anybody else")
                .hasSize(mails + inNeed.size());
        assertThat(lettersTo("ewa@brzozow.example", "marek@oriale.example")).isEqualTo(lettersOfEwaAndMarek + 2);
        assertThat(signsIn("ewa@brzozow.example", password("ewa@brzozow.example")))
                .isTrue();
        assertThat(signsIn("marek@oriale.example", password("marek@oriale.example")))
                .isTrue();
    }

    @Test
    void theFormerAddressIsToldInThePersonsLanguage() {
        take("lucja", "lucja@oriale.example");
        enable("lucja@oriale.example");
        active("lucja@oriale.example");

        take("lucja", "lucja.nowa@oriale.example");

        await().atMost(SOON).until(() -> letters("lucja@oriale.example").size() == 2);
        var notice = letters("lucja@oriale.example").getLast();
        assertThat(notice).contains("Do tej pory: lucja@oriale.example", "Login teraz: lucja.nowa@oriale.example");
        assertThat(signsIn("lucja.nowa@oriale.example", password("lucja@oriale.example")))
                .isTrue();
    }

    @Test
    void theHelpDeskAndThePlatformGiveNoPasswordToAnAdministrator() {
        take("kasia", "kasia@oriale.example");
        enable("kasia@oriale.example");
        active("kasia@oriale.example");
        var kasia = account("kasia@oriale.example");
        var own = password("kasia@oriale.example");
        grant(kasia.login().orElseThrow().keycloakId(), "portal-admin");
        var work = bean(LoginWork.class);

        assertRefused(() -> work.passwordAndShow(kasia.person(), HELPDESK));
        assertRefused(() -> work.enableAndShow(kasia.person(), HELPDESK));
        assertRefused(() -> {
            work.refuseAdministrators(kasia.person(), HELPDESK);
            return "";
        });
        bean(Accounts.class).newPassword(kasia.person(), Wish.platform());
        await().atMost(SOON).until(() -> account("kasia@oriale.example").state().equals("failed"));
        assertThat(account("kasia@oriale.example").problem().orElseThrow()).contains("portal-admin");
        take("kasia", "attacker@brzozow.example");
        await().atMost(SOON)
                .until(() -> account("attacker@brzozow.example").state().equals("failed"));

        assertThat(letters("attacker@brzozow.example")).isEmpty();
        assertThat(signsIn("kasia@oriale.example", own)).isTrue();
        take("kasia", "kasia@oriale.example");
        active("kasia@oriale.example");
        assertThat(signsIn("kasia@oriale.example", work.passwordAndShow(kasia.person(), ADMINISTRATOR)))
                .isTrue();
    }

    @Test
    void aForeignLoginIsParkedNamedAndLinkedByCommand() {
        take("jan", "jan@brzozow.example");
        var foreign = foreign("jan@brzozow.example");
        enable("jan@brzozow.example");
        await().atMost(SOON).until(() -> account("jan@brzozow.example").state().equals("failed"));
        var parked = bean(Accounts.class)
                .list(new Accounts.Filter("jan@", Optional.empty(), Optional.empty(), true), Optional.empty(), 10);
        assertThat(parked)
                .singleElement()
                .satisfies(
                        account -> assertThat(account.problem().orElseThrow()).contains("jan@brzozow.example"));

        bean(LoginWork.class).adopt(account("jan@brzozow.example").person(), foreign, ADMINISTRATOR);

        var linked = account("jan@brzozow.example");
        assertThat(linked.state()).isEqualTo("active");
        assertThat(linked.login().orElseThrow().keycloakId()).isEqualTo(foreign);
        assertThat(letters("jan@brzozow.example")).isEmpty();
    }

    @Test
    void theAddressOfSomebodyWhoLeftIsFreedByCommand() {
        take("stary", "recepcja@oriale.example");
        enable("recepcja@oriale.example");
        active("recepcja@oriale.example");
        var former = account("recepcja@oriale.example").person();
        take("stary", false, "recepcja@oriale.example");
        await().atMost(SOON).until(() -> bean(Accounts.class).of(former).state().equals("disabled"));
        take("nowa", "recepcja@oriale.example");
        enable("recepcja@oriale.example");
        await().atMost(SOON)
                .until(() -> account("recepcja@oriale.example").state().equals("failed"));

        bean(LoginWork.class).remove(former, ADMINISTRATOR);
        enable("recepcja@oriale.example");

        active("recepcja@oriale.example");
        assertThat(account("recepcja@oriale.example").platformId()).isEqualTo("nowa");
        assertThat(signsIn("recepcja@oriale.example", password("recepcja@oriale.example")))
                .isTrue();
    }

    @Test
    void aLinkIsMailedInsteadOfAPasswordAndThePortalNeverSeesIt() {
        take("zosia", "zosia@oriale.example");
        enable("zosia@oriale.example");
        active("zosia@oriale.example");
        var former = password("zosia@oriale.example");
        var zosia = account("zosia@oriale.example").person();

        withLinks()
                .password(new Outbox.Claim(
                        UUID.randomUUID(),
                        1,
                        LoginRows.lane(zosia),
                        LoginTopic.PASSWORD.topic(),
                        zosia,
                        UUID.randomUUID().toString(),
                        1,
                        false,
                        Instant.now().plusSeconds(60)));

        await().atMost(SOON).until(() -> letters("zosia@oriale.example").size() == 2);
        var mail = letters("zosia@oriale.example").getLast();
        assertThat(mail).contains("Link działa przez 2 dni i tylko raz.", "/login-actions/action-token?");
        assertThat(PASSWORD.matcher(mail).find()).isFalse();
        assertThat(signsIn("zosia@oriale.example", former)).isFalse();
        assertThat(account("zosia@oriale.example").state()).isEqualTo("active");
    }

    @Test
    void aSecondFactorFollowsTheLines() {
        inWork(() -> {
            bean(PeopleIntake.class)
                    .take(List.of(new Organisation("brzozow", "Brzozów Logistyka", null, true, 1)), List.of());
            return true;
        });
        take("ida", "ida@oriale.example");
        take("olek", "olek@oriale.example");
        enable("olek@oriale.example");
        active("olek@oriale.example");
        jdbc("""
                insert into access_line (level, organisation, feature, granted, changed_at, changed_by)
                values ('ORGANISATION', 'oriale', 'second-factor', true, now(), 'test')""");

        enable("ida@oriale.example");
        active("ida@oriale.example");
        assertThat(demandsSecondFactor("ida@oriale.example"))
                .as("with the first password")
                .isTrue();
        await().atMost(SOON).until(() -> demandsSecondFactor("olek@oriale.example"));

        inWork(() -> {
            bean(PeopleIntake.class).take(List.of(), List.of(person("ida", true, "ida@oriale.example", "brzozow")));
            return true;
        });
        await().atMost(SOON).until(() -> !demandsSecondFactor("ida@oriale.example"));
        assertThat(demandsSecondFactor("olek@oriale.example")).isTrue();
        jdbc("update access_line set until = now() - interval '1 second' where feature = 'second-factor'");
        await().atMost(SOON).until(() -> !demandsSecondFactor("olek@oriale.example"));
    }

    @Test
    void aRoleThatSomebodyGaveAtKeycloakStays() {
        take("reczna", "reczna@oriale.example");
        enable("reczna@oriale.example");
        active("reczna@oriale.example");
        grant(account("reczna@oriale.example").login().orElseThrow().keycloakId(), "portal-second-factor");

        bean(SecondFactorSweep.class).sweep();

        assertThat(demandsSecondFactor("reczna@oriale.example")).isTrue();
    }

    private static boolean demandsSecondFactor(String address) {
        var id = account(address).login().orElseThrow().keycloakId();
        try (var setup = keycloak.administrator()) {
            return setup.realm("portal").users().get(id).roles().realmLevel().listAll().stream()
                    .anyMatch(role -> role.getName().equals("portal-second-factor"));
        }
    }

    /** As with {@code portal.identity.invitation=link}. */
    private static LoginWork withLinks() {
        return new LoginWork(
                bean(Accounts.class),
                bean(LoginRows.class),
                portal.getBeanProvider(Logins.class),
                bean(SecondFactorRows.class),
                bean(Passwords.class),
                bean(PasswordMails.class),
                new IdentitySettings(
                        IdentitySettings.Invitation.LINK, Duration.ofHours(48), bean(PasswordSettings.class)));
    }

    private static void assertRefused(Supplier<String> attempt) {
        assertThatThrownBy(attempt::get)
                .isInstanceOfSatisfying(
                        AccountRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.ADMINISTRATOR));
    }

    private static List<Relinked> relink(boolean dryRun, boolean mail) {
        return bean(Relinking.class).next(0, 100, dryRun, mail, ADMINISTRATOR);
    }

    private static Map<String, Outcome> outcomes(List<Relinked> all) {
        var outcomes = new TreeMap<String, Outcome>();
        all.forEach(one -> outcomes.put(one.account().platformId(), one.outcome()));
        return outcomes;
    }

    private static List<String> needing(List<Relinked> all) {
        return all.stream()
                .filter(Relinked::needsPassword)
                .map(one -> one.account().platformId())
                .toList();
    }

    private static void take(String id, String address) {
        take(id, true, address);
    }

    private static void take(String id, boolean active, String address) {
        inWork(() -> {
            bean(PeopleIntake.class)
                    .take(
                            List.of(new Organisation("oriale", "Oriale", null, true, 1)),
                            List.of(person(id, active, address, "oriale")));
            return true;
        });
    }

    private static Person person(String id, boolean active, String address, String organisation) {
        return new Person(
                id,
                Kind.EMPLOYEE,
                "Osoba " + id,
                List.of(address),
                organisation,
                PortalAccess.UNSET,
                null,
                "pl",
                null,
                active,
                ++version);
    }

    private static void enable(String... addresses) {
        assertThat(bean(Enabling.class).enable(List.of(addresses), ADMINISTRATOR, false))
                .allSatisfy(line -> assertThat(line.outcome()).isEqualTo(Enabling.Outcome.ENABLED));
    }

    private static void active(String... addresses) {
        await().atMost(SOON)
                .until(() -> Arrays.stream(addresses)
                        .allMatch(address -> account(address).state().equals("active")));
    }

    private static Account account(String address) {
        return bean(Accounts.class).named(address);
    }

    private static int attempts(String address) {
        return inWork(() -> bean(JdbcClient.class)
                .sql("select coalesce(max(attempts), 0) from outbox where lane = ?")
                .param("login:" + account(address).person())
                .query(Integer.class)
                .single());
    }

    /** Of the newest mail with one. */
    private static String password(String address) {
        return letters(address).reversed().stream()
                .map(PASSWORD::matcher)
                .filter(java.util.regex.Matcher::find)
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static int lettersTo(String... addresses) {
        return Arrays.stream(addresses).mapToInt(each -> letters(each).size()).sum();
    }

    private static List<String> letters(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> isTo(address, mail))
                .map(RestoredKeycloakIT::text)
                .toList();
    }

    private static boolean isTo(String address, MimeMessage mail) {
        try {
            return ((InternetAddress) mail.getRecipients(RecipientType.TO)[0])
                    .getAddress()
                    .equals(address);
        } catch (MessagingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(jakarta.mail.Part part) {
        try {
            if (part.isMimeType("text/plain")) {
                return (String) part.getContent();
            }
            var text = new StringBuilder();
            if (part.getContent() instanceof jakarta.mail.Multipart parts) {
                for (var i = 0; i < parts.getCount(); i++) {
                    text.append(text(parts.getBodyPart(i)));
                }
            }
            return text.toString();
        } catch (MessagingException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean signsIn(String address, String password) {
        return new SignIn(keycloak.place().issuer(), PORTAL)
                .with(address, password)
                .atPortal();
    }

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

    private static String foreign(String address) {
        try (var setup = keycloak.administrator()) {
            var user = new org.keycloak.representations.idm.UserRepresentation();
            user.setEmail(address);
            user.setUsername(address);
            user.setEnabled(true);
            try (var made = setup.realm("portal").users().create(user)) {
                return org.keycloak.admin.client.CreatedResponseUtil.getCreatedId(made);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var old = Files.list(to)) {
            for (var file : old.toList()) {
                Files.delete(file);
            }
        }
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void jdbc(String statement) {
        inWork(() -> bean(JdbcClient.class).sql(statement).update());
    }

    private static <T> T bean(Class<T> type) {
        return portal.getBean(type);
    }

    private static <T> T inWork(Supplier<T> something) {
        return new TransactionTemplate(portal.getBean("workTransactions", PlatformTransactionManager.class))
                .execute(status -> something.get());
    }
}
