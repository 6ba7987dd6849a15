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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.clientportal.demo.DemoDatabase;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.PortalProcess;
import org.clientportal.demo.PortalSettings;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Secrets;
import org.clientportal.portal.signin.SessionWithoutKeycloak;
import org.clientportal.ports.KillPoint;
import org.jspecify.annotations.Nullable;

/** A portal on a durable database that can be killed, and the people who write in it. No Keycloak, no mail server. */
final class KillablePortal implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DemoFolders folders;
    private final Leash leash;
    private final Map<String, String> platform;
    private final List<Writer> writers;
    private final URI url = URI.create("http://127.0.0.1:" + Ports.free());
    private final String signing = Secrets.next() + Secrets.next();
    private final DemoDatabase database;
    private final Map<Writer, Browser> browsers = new HashMap<>();
    private @Nullable PortalProcess process;

    /**
     * Makes the database; the portal does not run yet.
     *
     * @param platform settings of the platform and of the time limits that belong to it
     * @param writers known to the platform by their addresses
     */
    KillablePortal(DemoFolders folders, Map<String, String> platform, List<Writer> writers) {
        this.folders = folders;
        this.leash = new Leash(folders.run());
        this.platform = Map.copyOf(platform);
        this.writers = List.copyOf(writers);
        this.database = DemoDatabase.start(folders, leash, true);
    }

    /**
     * Starts the portal when it does not run.
     *
     * @param place where it is to die, null for nowhere
     * @param after how often it passes there before
     * @return false when it died there while starting
     */
    boolean start(@Nullable KillPoint place, int after) {
        List<String> options = place == null
                ? List.of()
                : List.of("-Dchaos.kill-point=" + place.word(), "-Dchaos.kill-after=" + after);
        var started = PortalProcess.start(url.toString(), settings(), options, folders, leash);
        process = started;
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
        await("the portal to die " + fault, () -> !runs());
        if (process == null || !process.wasKilled()) {
            throw new Differs("the portal has ended, and not by " + fault);
        }
    }

    boolean runs() {
        return process != null && process.isAlive();
    }

    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    private Map<String, String> settings() {
        var settings = PortalSettings.withoutKeycloakAndMail(url, database);
        settings.putAll(platform);
        settings.put("portal.outbox.first-pause", "200ms");
        settings.put("portal.outbox.longest-pause", "2s");
        settings.put("portal.sync.pull", "1s");
        settings.put("portal.sync.catalogue", "5s");
        settings.put("portal.signing.secret", signing);
        return settings;
    }

    /** Waits for the people and lists of the platform, gives the people logins, and signs them in. */
    void signIn() {
        await("lists of the platform", () -> count("platform_catalogue") == 1);
        for (var writer : writers) {
            var person = "person p join person_address a on a.person = p.id where a.address = '" + writer.email() + "'";
            await("the person " + writer.email(), () -> count(person) == 1);
            work("insert into login (person, keycloak_id, enabled, email, changed_at, changed_by) select p.id, '"
                    + writer.subject() + "', true, a.address, now(), 'chaos' from " + person);
            try (var connection = connection()) {
                browsers.put(writer, new Browser(url, SessionWithoutKeycloak.open(connection, writer.subject())));
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    Browser browser(Writer writer) {
        var browser = browsers.get(writer);
        if (browser == null) {
            throw new IllegalArgumentException(writer.name());
        }
        return browser;
    }

    /** The portal's database is lost, with all that is only there; the portal starts on an empty one. */
    void loseDatabase() throws SQLException {
        kill();
        database.loseEverything();
        start(null, 0);
        signIn();
    }

    /** Waits until nothing is on its way to the platform. */
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
        kill();
        database.close();
        leash.close();
    }
}
