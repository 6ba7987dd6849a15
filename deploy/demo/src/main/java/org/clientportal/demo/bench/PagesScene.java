package org.clientportal.demo.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.clientportal.demo.DemoDatabase;
import org.clientportal.demo.DemoFolders;
import org.clientportal.demo.Leash;
import org.clientportal.demo.PortalProcess;
import org.clientportal.demo.PortalSettings;
import org.clientportal.demo.Ports;
import org.clientportal.demo.Secrets;
import org.clientportal.portal.signin.SessionWithoutKeycloak;

/** A portal as in production on a durable database full of a large firm, people signed in, and the bare servlet beside it. */
final class PagesScene implements AutoCloseable {

    static final int PEOPLE = 16;
    private static final int RECORDINGS = 50;
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration INDEXED = Duration.ofMinutes(30);
    /** As it is run: the JIT's best code, the heap of the goal. */
    private static final List<String> AS_IN_PRODUCTION = List.of(
            "-Xmx512m", "-XX:-UseSerialGC", "-XX:+UseG1GC", "-XX:TieredStopAtLevel=4", "-Dlogging.level.root=warn");

    private final DemoFolders folders = DemoFolders.forThisRun();
    private final Leash leash = new Leash(folders.run());
    private final DemoDatabase database = DemoDatabase.start(folders, leash, true);
    private final URI url = URI.create("http://127.0.0.1:" + Ports.free());
    private final PortalProcess portal;
    private final Map<String, List<Visit>> pages = new LinkedHashMap<>();
    private final BareServer.Running bare;

    /** Somebody who looks at a page. */
    record Visit(String path, String cookie) {}

    private PagesScene(int scale) throws IOException, SQLException {
        // makes the tables; what is put there beside the mirror is found by the next one, as after an update
        start().close();
        PagesFirm.fill(this::connection, database::analyse, scale);
        portal = start();
        awaitIndex();
        database.analyse();
        signIn();
        bare = BareServer.start(recorded(), database, folders, leash, AS_IN_PRODUCTION);
    }

    private PortalProcess start() {
        var process = PortalProcess.start(url.toString(), settings(), AS_IN_PRODUCTION, folders, leash);
        process.awaitAnswer(START);
        return process;
    }

    /** Until all that was there before can be found. */
    private void awaitIndex() throws SQLException {
        var end = Instant.now().plus(INDEXED);
        while (!isIndexed()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("no index for searching within " + INDEXED.toMinutes() + " minutes");
            }
            try {
                TimeUnit.SECONDS.sleep(1);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            }
        }
    }

    private boolean isIndexed() throws SQLException {
        try (var connection = connection();
                var statement = connection.createStatement()) {
            statement.execute("set role portal_work");
            try (var rows = statement.executeQuery(
                    "select (select count(*) from ticket) = (select count(*) from search_document where kind = 'ticket')")) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }

    static PagesScene set(int scale) throws IOException, SQLException {
        return new PagesScene(scale);
    }

    private Map<String, String> settings() {
        var settings = PortalSettings.withoutKeycloakAndMail(url, database);
        settings.put("portal.itsm.platform", "none");
        settings.put("portal.sync.enabled", "false");
        settings.put("portal.signing.secret", Secrets.next() + Secrets.next());
        return settings;
    }

    private Connection connection() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), "portal", database.password());
    }

    private void signIn() throws SQLException {
        try (var connection = connection()) {
            for (int person = 1; person <= PEOPLE; person++) {
                var cookie = "portal_session=" + SessionWithoutKeycloak.open(connection, "bench-" + person);
                for (var page : PagesBench.paths().entrySet()) {
                    pages.computeIfAbsent(page.getKey(), key -> new ArrayList<>())
                            .add(new Visit(page.getValue().formatted(PagesFirm.ticketOf(person)), cookie));
                }
            }
        }
    }

    /** What the database is asked for each page, and what is answered to the browser. */
    private List<RecordedPage> recorded() throws IOException, SQLException {
        var log = folders.run().resolve("postgres.log");
        var all = new ArrayList<RecordedPage>();
        for (var visits : pages.values()) {
            for (var visit : visits) {
                once(visit); // what is read once and kept is not a page's own question
            }
        }
        database.record(true);
        try {
            for (var visits : pages.values()) {
                for (var visit : visits) {
                    all.add(recorded(visit, log));
                }
            }
        } finally {
            database.record(false);
        }
        return all;
    }

    /** Again until the log has the page's questions: the server's processes take up a new setting one by one. */
    private RecordedPage recorded(Visit visit, Path log) throws IOException {
        for (int attempt = 0; attempt < RECORDINGS; attempt++) {
            var from = Files.size(log);
            var body = new String(once(visit), StandardCharsets.UTF_8);
            var questions = RecordedPage.questions(text(log, from));
            if (questions.stream().anyMatch(RecordedPage::asksAsViewer)) {
                return new RecordedPage(visit.path(), visit.cookie(), body, questions);
            }
        }
        throw new IllegalStateException("the database's log does not tell what it was asked for " + visit.path());
    }

    private static String text(Path log, long from) throws IOException {
        var bytes = Files.readAllBytes(log);
        return new String(bytes, (int) from, (int) (bytes.length - from), StandardCharsets.UTF_8);
    }

    private byte[] once(Visit visit) throws IOException {
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + visit.path() + " HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nCookie: "
                                    + visit.cookie() + "\r\nAccept: text/html\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return Load.read(new BufferedInputStream(socket.getInputStream()), visit)
                    .body();
        }
    }

    Map<String, List<Visit>> pages() {
        return pages;
    }

    URI portal() {
        return url;
    }

    URI bare() {
        return bare.url();
    }

    /** What the portal and its database have used since they began; ours alone, since the bare one shares the database. */
    double cpuMilliseconds() {
        return Cpu.milliseconds(portal.pid()) + Cpu.ofChildren(database.pid());
    }

    @Override
    public void close() {
        bare.close();
        portal.close();
        database.close();
        DemoFolders.remove(folders.run());
    }
}
