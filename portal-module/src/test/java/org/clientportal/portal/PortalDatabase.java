package org.clientportal.portal;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * A real PostgreSQL for tests, one per JVM, with the roles the portal has in production. Each call of {@link #fresh()} makes
 * a database of its own, so that tests do not meet.
 */
public final class PortalDatabase {

    private static final String PASSWORD = "test-only";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String url;

    private PortalDatabase(String url) {
        this.url = url;
    }

    public static PortalDatabase fresh() {
        var name = "portal_" + COUNT.incrementAndGet();
        execute(
                "postgres",
                List.of(
                        resource("/db/roles.sql"),
                        "alter role portal_owner password '" + PASSWORD + "'",
                        "alter role portal password '" + PASSWORD + "'",
                        "create database " + name + " owner portal_owner"));
        return new PortalDatabase(SERVER.getJdbcUrl("postgres", name).replaceAll("\\?.*", ""));
    }

    /** One with the portal's tables. */
    public static PortalDatabase migrated() {
        var database = fresh();
        Flyway.configure()
                .dataSource(database.url, "portal_owner", PASSWORD)
                .load()
                .migrate();
        return database;
    }

    /** Connections as the application has them: of the role {@code portal}, with the plans of production. */
    public HikariDataSource pool(int most) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername("portal");
        pool.setPassword(PASSWORD);
        pool.setMaximumPoolSize(most);
        pool.setConnectionInitSql("set plan_cache_mode = force_generic_plan");
        return pool;
    }

    /** An administrator of the database: may do anything that SQL can. */
    public DataSource administrator() {
        return SERVER.getDatabase("postgres", url.substring(url.lastIndexOf('/') + 1));
    }

    /** The settings a portal needs to run on this database. */
    public Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", "portal",
                "spring.datasource.password", PASSWORD,
                "spring.flyway.user", "portal_owner",
                "spring.flyway.password", PASSWORD);
    }

    public String url() {
        return url;
    }

    public String password() {
        return PASSWORD;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void execute(String database, List<String> statements) {
        try (var connection = DriverManager.getConnection(SERVER.getJdbcUrl("postgres", database));
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String resource(String path) {
        try (var in = PortalDatabase.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
