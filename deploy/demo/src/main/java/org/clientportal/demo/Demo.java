package org.clientportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.clientportal.demo.desk.DeskProcess;
import org.clientportal.demo.keycloak.KeycloakPlace;
import org.clientportal.demo.keycloak.KeycloakServer;
import org.slf4j.LoggerFactory;

/** {@code ./portal demo}: everything on this machine until Ctrl-C. */
public final class Demo {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final Duration AGENT_ANSWERS_AFTER = Duration.ofSeconds(8);

    /** What was written for others to read, by file. */
    private final Map<Path, String> told = new ConcurrentHashMap<>();

    private final DemoOptions options;
    private final DemoFolders folders;
    private final Leash leash;
    private final Parts parts = new Parts(System.out);
    private final String connectorToken = Secrets.next();
    private final String hookToken = Secrets.next();
    private final URI portalUrl;

    Demo(DemoOptions options) {
        this.options = options;
        this.portalUrl = URI.create("http://127.0.0.1:" + options.portalPort());
        this.folders = DemoFolders.forThisRun();
        this.leash = new Leash(folders.run());
    }

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "org/clientportal/demo/demo-logback.xml");
        LoggerFactory.getLogger(Demo.class).debug("logging begins in one thread, before the parts begin in several");
        try {
            var demo = new Demo(DemoOptions.parse(List.of(arguments)));
            Runtime.getRuntime().addShutdownHook(new Thread(demo::end, "end"));
            demo.run();
        } catch (DemoOptions.Refused refused) {
            System.err.println("portal demo: " + refused.getMessage());
            System.exit(2);
        } catch (PartFailed | IllegalStateException failed) {
            System.err.println("\n" + failed.getMessage());
            System.exit(1);
        }
    }

    /** Starts everything, tells it, and stays until the demo ends. */
    void run() {
        var began = Instant.now();
        var place = KeycloakPlace.choose();
        System.out.println("Starting the client portal with all it needs; the first time takes a minute longer.");
        var mail = parts.start("mail", DemoMail::start);
        var database = parts.start("postgres", () -> DemoDatabase.start(folders, leash, false));
        var desk = parts.start("desk", this::desk);
        var keycloak = mail.thenCompose(server -> parts.start(
                "keycloak",
                () -> KeycloakServer.start(
                        place, portalUrl.toString(), server.smtpPort(), PortalSettings.SUPPORT, folders, leash)));
        var portal = parts.start("portal", () -> {
            var settings = PortalSettings.of(
                    portalUrl, database.join(), place, mail.join(), desk.join().connectorUrl(), connectorToken);
            settings.put("portal.hook.token", hookToken);
            // an agent of the sample, so that requests of strangers are seen at the desk
            settings.put("portal.access-request.requester", "katarzyna.mazur@oriale.example");
            tellDoctor(settings);
            return new KeptPortal(portalUrl.toString(), settings, folders, leash);
        });
        try {
            var sheet = sheet(portal.join(), desk.join(), keycloak.join(), mail.join(), database.join());
            System.out.printf(
                    "  all of it      after %d s%n",
                    Duration.between(began, Instant.now()).toSeconds());
            publish(sheet);
            System.out.println(sheet.text());
            portal.join().keep(renewed -> publish(withPortal(sheet, renewed)));
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof PartFailed part
                    ? part
                    : new PartFailed("demo", String.valueOf(failed.getCause()), "");
        }
    }

    private DeskProcess desk() throws IOException {
        var data = folders.run().resolve("desk");
        try {
            var wanted = DeskProcess.Options.plain(data, connectorToken)
                    .withSample()
                    .withChaos()
                    .withWebhook(portalUrl.resolve("/hooks/platform"), hookToken);
            var desk = DeskProcess.start(options.agent() ? wanted.withAutoAgent(AGENT_ANSWERS_AFTER) : wanted);
            leash.hold(desk.pid());
            return desk;
        } catch (IOException failed) {
            throw new PartFailed(
                    "desk", String.valueOf(failed.getMessage()), ChildProcess.lastLines(data.resolve("desk.log")));
        }
    }

    private DemoSheet sheet(
            KeptPortal portal, DeskProcess desk, KeycloakServer keycloak, DemoMail mail, DemoDatabase database) {
        var secret = keycloak.place().secret("portal-cli");
        var api = new AdminApiClient(
                portal.url() + "/admin/api/v1", keycloak.place().issuer(), "portal-cli", secret);
        awaitMirror(api);
        api.say("installation", "knowledge", true);
        api.applyCatalogue(sampleCatalogue());
        var people = new FirstLogins(api).open();
        people.forEach(person -> mail.mailbox(person.email()));
        return new DemoSheet(
                portal.url(),
                desk.url().toString(),
                keycloak.place().url().toString(),
                mail.smtpPort(),
                mail.imapPort(),
                new DemoSheet.Mailbox(PortalSettings.SUPPORT, PortalSettings.SUPPORT, mail.password()),
                mail.password(),
                new DemoSheet.AdminApi(portal.url() + "/admin/api/v1", "portal-cli", secret),
                people,
                new DemoSheet.Pids(portal.pid(), desk.pid(), keycloak.pid(), database.pid()));
    }

    private static String sampleCatalogue() {
        try (var in = Demo.class.getResourceAsStream("/catalogue/catalogue.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Until the sample firms have come over from the desk. */
    private static void awaitMirror(AdminApiClient api) {
        var end = Instant.now().plus(LIMIT);
        while (!api.complete()) {
            if (Instant.now().isAfter(end)) {
                throw new PartFailed("portal", "the desk's data was not read within " + LIMIT.toMinutes() + " min", "");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private static DemoSheet withPortal(DemoSheet sheet, long pid) {
        var pids = sheet.pids();
        return new DemoSheet(
                sheet.portalUrl(),
                sheet.deskUrl(),
                sheet.keycloakUrl(),
                sheet.smtpPort(),
                sheet.imapPort(),
                sheet.mailbox(),
                sheet.mailPassword(),
                sheet.adminApi(),
                sheet.people(),
                new DemoSheet.Pids(pid, pids.desk(), pids.keycloak(), pids.postgres()));
    }

    /** For the command line, and for whoever asked. */
    private void publish(DemoSheet sheet) {
        tell(stateFile(), sheet.json());
        options.json().ifPresent(file -> DemoFolders.writePrivately(file, sheet.json()));
    }

    /** So that {@code ./portal doctor} looks at this demo when it is told of nothing else. */
    private void tellDoctor(Map<String, String> settings) {
        tell(settingsFile(), "# demo " + ProcessHandle.current().pid() + "\n" + PortalProcess.properties(settings));
    }

    private void tell(Path file, String text) {
        DemoFolders.writePrivately(file, text);
        told.put(file, text);
    }

    /** Unless another demo has told of itself there since. */
    private static void forget(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            Files.delete(file);
        }
    }

    private Path settingsFile() {
        return folders.state().resolve("demo-portal.properties");
    }

    private Path stateFile() {
        return folders.state().resolve("demo.json");
    }

    void end() {
        parts.close();
        leash.close();
        try {
            for (var each : told.entrySet()) {
                forget(each.getKey(), each.getValue());
            }
        } catch (IOException kept) {
            System.err.println("  " + kept.getMessage());
        }
    }
}
