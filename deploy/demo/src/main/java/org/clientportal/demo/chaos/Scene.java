package org.clientportal.demo.chaos;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.clientportal.demo.DemoDatabase;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.PortalProcess;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Secrets;
import org.clientportal.demo.desk.DeskProcess;
import org.clientportal.portal.signin.SessionWithoutKeycloak;
import org.clientportal.ports.KillPoint;
import org.jspecify.annotations.Nullable;

/** The parts: a durable database, a desk that can be told to fail, a portal that can be killed. No Keycloak, no mail server. */
final class Scene implements AutoCloseable {

    /** The portal gives a call up after this. */
    static final Duration CALL = Duration.ofMillis(1500);
    /** The desk acts at the latest after this; the portal asks no sooner. */
    static final Duration REQUEST_LIMIT = Duration.ofSeconds(4);

    private static final Duration LEASE = Duration.ofSeconds(6);
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DemoFolders folders = DemoFolders.forThisRun();
    private final Leash leash = new Leash(folders.run());
    private final String token = Secrets.next();
    private final String signing = Secrets.next() + Secrets.next();
    private final URI url = URI.create("http://127.0.0.1:" + Ports.free());
    private final int deskPort = Ports.free();
    private final DemoDatabase database;
    private final Map<Who, Browser> browsers = new EnumMap<>(Who.class);
    private DeskProcess desk;
    private @Nullable PortalProcess portal;

    /** The two firms are always both there. */
    enum Who {
        ANNA(Writer.ANNA, "Oriale"),
        EWA(Writer.EWA, "Brzozów Logistyka");

        private final Writer writer;
        private final String firm;

        Who(Writer writer, String firm) {
            this.writer = writer;
            this.firm = firm;
        }

        Writer writer() {
            return writer;
        }
    }

    Scene() throws IOException {
        database = DemoDatabase.start(folders, leash, true);
        desk = startDesk();
        for (var who : Who.values()) {
            desk().moveIn(who.writer, who.firm);
        }
        startPortal(null, 0);
        signIn();
    }

    private DeskProcess startDesk() throws IOException {
        var options = DeskProcess.Options.plain(folders.run().resolve("desk"), token)
                .withPort(deskPort)
                .withChaos();
        var started = DeskProcess.start(options);
        new DeskSide(started.url(), token).order(Map.of());
        return started;
    }

    void killDesk() throws InterruptedException {
        desk.kill();
    }

    void deskAgain() throws IOException {
        desk = startDesk();
    }

    DeskSide desk() {
        return new DeskSide(desk.url(), token);
    }

    /**
     * Starts the portal when it does not run.
     *
     * @param place where it is to die, null for nowhere
     * @param after how often it passes there before
     * @return false when it died there while starting
     */
    boolean startPortal(@Nullable KillPoint place, int after) {
        List<String> options = place == null
                ? List.of()
                : List.of("-Dchaos.kill-point=" + place.word(), "-Dchaos.kill-after=" + after);
        var started = PortalProcess.start(url.toString(), settings(), options, folders, leash);
        portal = started;
        if (started.awaitAnswer(START)) {
            return true;
        }
        if (place == null || !started.wasKilled()) {
            throw new Differs("the portal does not start:\n" + started.lastLines());
        }
        return false;
    }

    /** Waits for the portal to end itself at its kill point, and for nothing else. */
    void awaitDeath(String fault) {
        await("the portal to die " + fault, () -> !portalRuns());
        if (portal == null || !portal.wasKilled()) {
            throw new Differs("the portal has ended, and not by " + fault);
        }
    }

    boolean portalRuns() {
        return portal != null && portal.isAlive();
    }

    void killPortal() {
        if (portal != null) {
            portal.kill();
        }
    }

    private Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(url.getPort()));
        settings.put("portal.address.url", url.toString());
        settings.put("spring.datasource.url", database.jdbcUrl());
        settings.put("spring.datasource.username", "portal");
        settings.put("spring.datasource.password", database.password());
        settings.put("spring.flyway.user", "portal_owner");
        settings.put("spring.flyway.password", database.ownerPassword());
        settings.put("portal.itsm.platform", "http");
        settings.put("portal.itsm.http.url", desk.connectorUrl().toString());
        settings.put("portal.itsm.http.token", token);
        settings.put("portal.itsm.http.connect-timeout", CALL.toMillis() + "ms");
        settings.put("portal.itsm.http.request-timeout", CALL.toMillis() + "ms");
        settings.put("portal.itsm.http.file-timeout", CALL.toMillis() + "ms");
        settings.put("portal.outbox.request-limit", REQUEST_LIMIT.toMillis() + "ms");
        settings.put("portal.outbox.first-pause", "200ms");
        settings.put("portal.outbox.longest-pause", "2s");
        settings.put("portal.sync.lease", LEASE.toMillis() + "ms");
        settings.put("portal.sync.pull", "1s");
        settings.put("portal.sync.catalogue", "5s");
        settings.put("portal.signing.secret", signing);
        // nobody listens there: signing in and sending mail are not the matter here
        settings.put("portal.sign-in.issuer", "http://127.0.0.1:1/realms/portal");
        settings.put("portal.sign-in.client-secret", "none");
        settings.put("portal.keycloak.url", "http://127.0.0.1:1");
        settings.put("portal.keycloak.client-secret", "none");
        settings.put("spring.mail.host", "127.0.0.1");
        settings.put("spring.mail.port", "1");
        return settings;
    }

    /** Waits for the people and lists of the desk, gives the people logins, and signs them in. */
    void signIn() {
        await(
                "people and lists of the desk",
                () -> count("person") == Who.values().length && count("platform_catalogue") == 1);
        for (var who : Who.values()) {
            var writer = who.writer;
            work("insert into login (person, keycloak_id, enabled, email, changed_at, changed_by) select id, '"
                    + writer.subject() + "', true, '" + writer.email()
                    + "', now(), 'chaos' from person where platform_id = '"
                    + writer.id() + "'");
            try (var connection = connection()) {
                browsers.put(who, new Browser(url, SessionWithoutKeycloak.open(connection, writer.subject())));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    Browser browser(Writer writer) {
        for (var who : Who.values()) {
            if (who.writer.equals(writer)) {
                return java.util.Objects.requireNonNull(browsers.get(who));
            }
        }
        throw new IllegalArgumentException(writer.name());
    }

    /** The portal's database is lost, with all that is only there; the portal starts on an empty one. */
    void loseDatabase() throws SQLException {
        killPortal();
        database.loseEverything();
        startPortal(null, 0);
        signIn();
    }

    /** Waits until nothing is on its way to the desk. */
    void awaitEmptyOutbox() {
        await("an empty outbox", () -> count("outbox where destination = 'PLATFORM' and state = 'WAITING'") == 0);
        var parked = count("outbox where state = 'PARKED' and destination = 'PLATFORM'");
        if (parked > 0) {
            throw new Differs(parked + " submissions were refused for good");
        }
    }

    long count(String from) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("set role portal_work");
            try (var rows = statement.executeQuery("select count(*) from " + from)) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void work(String sql) {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("set role portal_work");
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "portal", database.password());
    }

    /** Keeps the log of the portal's last life beyond this run. */
    Path keepLog() throws IOException {
        var kept = Files.createTempFile("portal-chaos-", ".log");
        return Files.copy(folders.run().resolve("portal.log"), kept, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Waits for something that must come. */
    void await(String what, BooleanSupplier come) {
        var end = Instant.now().plus(PATIENCE);
        while (!come.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new Differs("waited in vain for " + what);
            }
            pause(Duration.ofMillis(50));
        }
    }

    static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    @Override
    public void close() {
        killPortal();
        desk.close();
        database.close();
        leash.close();
        DemoFolders.remove(folders.run());
    }
}
