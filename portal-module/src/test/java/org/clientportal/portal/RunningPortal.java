package org.clientportal.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.Catalogue.Choice;
import org.clientportal.itsm.Catalogue.Status;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Ticket;
import org.clientportal.portal.signin.SignInWithoutKeycloak;
import org.clientportal.ports.ChangeIntake;
import org.clientportal.ports.Outbox;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A portal on a real database, with its flows switched off: tests feed the intake and read the outbox by hand. One for all
 * tests of a JVM, with the cast everybody knows: Anna and Marek of Oriale, Ewa of Brzozów Logistyka.
 */
public final class RunningPortal {

    public static final String ANNA = "anna";
    public static final String MAREK = "marek";
    public static final String EWA = "ewa";

    private static RunningPortal portal;
    private static RunningPortal openPortal;

    private final ConfigurableApplicationContext context;
    private final PortalDatabase database;
    private long version = 100;

    private RunningPortal(Map<String, Object> further) {
        database = PortalDatabase.fresh();
        var settings = new HashMap<>(database.settings());
        settings.putAll(Map.of(
                "server.port", "0",
                "portal.address.url", "http://localhost",
                "portal.signing.secret", "a secret for tests, long enough for them",
                "portal.sign-in.issuer", "http://localhost:1/realms/portal",
                "portal.sign-in.client-secret", "test-only",
                "portal.keycloak.url", "http://localhost:1",
                "portal.keycloak.client-secret", "test-only",
                "portal.sync.enabled", "false",
                "portal.itsm.platform", "none"));
        settings.put("portal.evidence.directory", folder("evidence"));
        settings.putAll(further);
        context = new SpringApplication(Portal.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
        var intake = context.getBean(ChangeIntake.class);
        intake.takeCatalogue(catalogue());
        intake.take(null, new ChangePage(organisations(), people(), List.of(), "c0", false));
        work(() -> {
            for (var name : List.of(ANNA, MAREK, EWA)) {
                jdbc().sql("""
                                insert into login (person, keycloak_id, enabled, email, changed_at, changed_by)
                                select id, 'kc-' || platform_id, true, platform_id || '@oriale.example', now(), 'test'
                                from person where platform_id = ?""").param(name).update();
            }
        });
    }

    private static String folder(String name) {
        try {
            return Files.createTempDirectory(name).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static synchronized RunningPortal get() {
        if (portal == null) {
            portal = new RunningPortal(Map.of());
        }
        return portal;
    }

    /** Another one, whose open articles are read without signing in. */
    public static synchronized RunningPortal openToAll() {
        if (openPortal == null) {
            openPortal = new RunningPortal(Map.of("portal.knowledge.public", "true"));
        }
        return openPortal;
    }

    /** One of its own, for what would disturb others. It runs until the JVM ends. */
    public static RunningPortal alone(Map<String, Object> further) {
        return new RunningPortal(further);
    }

    /** The same database with the eyes and hands of its administrator. */
    public org.springframework.jdbc.core.simple.JdbcClient administrator() {
        return org.springframework.jdbc.core.simple.JdbcClient.create(database.administrator());
    }

    /** Another one, whose files a scanner looks at; the caller closes it. */
    public static RunningPortal scannedBy(String clamd) {
        return new RunningPortal(Map.of("portal.scanner.clamd", clamd, "portal.scanner.retry-after", "0s"));
    }

    public void close() {
        context.close();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public URI url(String path) {
        return URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    /** A browser in which somebody has signed in. */
    public Browser browser(String person) {
        return new Browser(this, SignInWithoutKeycloak.cookie(context, "kc-" + person));
    }

    public Browser stranger() {
        return new Browser(this, "");
    }

    public org.springframework.jdbc.core.simple.JdbcClient jdbc() {
        return context.getBean(org.springframework.jdbc.core.simple.JdbcClient.class);
    }

    /** Runs something with the eyes of a route. */
    public void work(Runnable something) {
        new TransactionTemplate(context.getBean("workTransactions", PlatformTransactionManager.class))
                .executeWithoutResult(status -> something.run());
    }

    public <T> T inWork(java.util.function.Supplier<T> something) {
        return new TransactionTemplate(context.getBean("workTransactions", PlatformTransactionManager.class))
                .execute(status -> something.get());
    }

    /** An administrator gives everybody a feature. */
    public void grantToAll(String feature) {
        work(() -> jdbc().sql("""
                        insert into access_line (level, feature, granted, changed_at, changed_by)
                        values ('INSTALLATION', ?, true, now(), 'test') on conflict do nothing""").param(feature).update());
    }

    /** The platform tells of tickets. */
    public void platformSays(Ticket... tickets) {
        var intake = context.getBean(ChangeIntake.class);
        var from = intake.cursor().orElseThrow();
        intake.take(from, new ChangePage(List.of(), List.of(), List.of(tickets), "c" + ++version, false));
    }

    /** The platform takes everything that is on its way, and says so. */
    public List<Submission> platformTakes() {
        var outbox = context.getBean(Outbox.class);
        var taken = new java.util.ArrayList<Submission>();
        for (var claim = outbox.claim(Destination.PLATFORM, Duration.ofMinutes(1));
                claim.isPresent();
                claim = outbox.claim(Destination.PLATFORM, Duration.ofMinutes(1))) {
            var submission = outbox.submission(claim.get());
            taken.add(submission);
            var id = submission instanceof Submission.NewTicket
                    ? "p" + submission.key().value().substring(0, 8)
                    : "any";
            outbox.delivered(claim.get(), new Delivered(id, id, null));
        }
        return taken;
    }

    /** A ticket of the platform with one description by its requester, and further entries. */
    public Ticket ticket(String id, String subject, String status, String requester, Entry... further) {
        var entries = new java.util.ArrayList<Entry>();
        entries.add(entry(id + "-e0", 0, Entry.Kind.DESCRIPTION, person(requester), "Opis: " + subject));
        entries.addAll(List.of(further));
        var now = Instant.parse("2026-11-20T09:00:00Z").plusSeconds(++version);
        return new Ticket(
                id,
                id,
                subject,
                status,
                "hardware",
                "normal",
                requester,
                List.of(),
                "oriale",
                "Piotr Zieliński",
                null,
                Instant.parse("2026-11-20T08:00:00Z"),
                now,
                null,
                false,
                version,
                entries);
    }

    public static Entry entry(String id, long order, Entry.Kind kind, Entry.Author author, String text) {
        return new Entry(
                id,
                order,
                kind,
                author,
                Instant.parse("2026-11-20T08:00:00Z").plusSeconds(order),
                text,
                false,
                null,
                null,
                false,
                List.of());
    }

    /** Support gives a ticket another status, as its second entry. */
    public static Entry statusChange(String ticket, Instant at, String status) {
        return new Entry(
                ticket + "-e1", 1, Entry.Kind.STATUS_CHANGE, support(), at, "", false, status, null, false, List.of());
    }

    public static Entry.Author person(String id) {
        return new Entry.Author(id, id, Entry.Role.PERSON);
    }

    public static Entry.Author support() {
        return new Entry.Author(null, "Piotr Zieliński", Entry.Role.SUPPORT);
    }

    private static List<Organisation> organisations() {
        return List.of(
                new Organisation("oriale", "Oriale", null, true, 1),
                new Organisation("brzozow", "Brzozów Logistyka", null, true, 1));
    }

    private static List<Person> people() {
        return List.of(
                person(ANNA, "Anna Wiśniewska", "oriale", "pl"),
                person(MAREK, "Marek Nowak", "oriale", "pl"),
                person(EWA, "Ewa Lis", "brzozow", "en"));
    }

    private static Person person(String id, String name, String organisation, String language) {
        return new Person(
                id,
                Person.Kind.EMPLOYEE,
                name,
                List.of(id + "@oriale.example"),
                organisation,
                Person.PortalAccess.UNSET,
                null,
                language,
                "Europe/Warsaw",
                true,
                1);
    }

    private static Catalogue catalogue() {
        return new Catalogue(
                List.of(
                        new Choice("hardware", Map.of("", "Hardware", "pl", "Sprzęt")),
                        new Choice("network", Map.of("", "Network", "pl", "Sieć"))),
                List.of(new Choice("normal", Map.of("", "Normal", "pl", "Zwykła"))),
                "normal",
                List.of(
                        new Status("new", "New", StatusMeaning.NEW),
                        new Status("open", "Open", StatusMeaning.IN_WORK),
                        new Status("pending", "Pending", StatusMeaning.WAITING_FOR_PERSON),
                        new Status("solved", "Solved", StatusMeaning.SOLVED),
                        new Status("closed", "Closed", StatusMeaning.CLOSED)));
    }
}
