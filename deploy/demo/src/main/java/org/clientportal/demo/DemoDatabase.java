package org.clientportal.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** PostgreSQL with the portal's roles and an empty database, new for each run. */
public final class DemoDatabase implements AutoCloseable {

    private static final String NAME = "portal";

    private final EmbeddedPostgres server;
    private final long pid;
    private final Leash leash;
    private final Path evidence;
    private final String ownerPassword = Secrets.next();
    private final String password = Secrets.next();

    private DemoDatabase(EmbeddedPostgres server, long pid, Leash leash, Path evidence) {
        this.server = server;
        this.pid = pid;
        this.leash = leash;
        this.evidence = evidence;
    }

    /**
     * Starts it and makes roles and database.
     *
     * @param durable whether a commit survives the end of the machine, as in production; the demo does without
     */
    public static DemoDatabase start(DemoFolders folders, Leash leash, boolean durable) {
        var data = folders.run().resolve("postgres");
        var log = folders.run().resolve("postgres.log");
        try {
            var builder = EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(
                            folders.cache().resolve("postgres").toFile())
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "64MB")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()));
            if (!durable) {
                builder.setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off");
            }
            var server = builder.start();
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            leash.hold(pid);
            var database = new DemoDatabase(server, pid, leash, folders.run().resolve("evidence"));
            database.fill();
            return database;
        } catch (IOException | SQLException | IllegalStateException failed) {
            throw new PartFailed("postgres", String.valueOf(failed.getMessage()), ChildProcess.lastLines(log));
        }
    }

    private void fill() throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute(roles());
            statement.execute("alter role portal_owner password '" + ownerPassword + "'");
            statement.execute("alter role portal password '" + password + "'");
            create(statement);
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("create database " + NAME + " owner portal_owner");
    }

    /** Where the portal on this database has the key of its evidence; what is written down there is about this database only. */
    Path evidence() {
        return evidence;
    }

    /** Loses everything: the database is dropped, whoever is connected, and made again, empty. */
    public void loseEverything() throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("drop database " + NAME + " with (force)");
            create(statement);
        }
    }

    /** Whether every statement is written to the server's log, with its parameters. */
    public void record(boolean on) throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                var statement = connection.createStatement()) {
            statement.execute("alter system set log_statement = '" + (on ? "all" : "none") + "'");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Tells the planner what is in the tables, which it would find out later by itself. */
    public void analyse() throws SQLException {
        try (var connection = DriverManager.getConnection(server.getJdbcUrl("postgres", NAME));
                var statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static String roles() throws IOException {
        try (var in = DemoDatabase.class.getResourceAsStream("/db/roles.sql")) {
            if (in == null) {
                throw new IOException("/db/roles.sql is not built in");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Address without a password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    /** Of the role {@code portal_owner}, which only migrations use. */
    public String ownerPassword() {
        return ownerPassword;
    }

    /** Of the role {@code portal}. */
    public String password() {
        return password;
    }

    public long pid() {
        return pid;
    }

    @Override
    public void close() {
        try {
            server.close();
            leash.free(pid);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
