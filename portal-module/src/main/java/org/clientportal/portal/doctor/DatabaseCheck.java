package org.clientportal.portal.doctor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.clientportal.itsm.Check;
import org.springframework.core.env.Environment;

/** The database, and whether the portal is as weak in it as it is meant to be. */
final class DatabaseCheck {

    private static final int OLDEST = 15;

    private final Environment environment;

    DatabaseCheck(Environment environment) {
        this.environment = environment;
    }

    Check check() {
        var url = environment.getProperty("spring.datasource.url", "");
        if (url.isBlank()) {
            return Check.failed("spring.datasource.url is missing", "Set it: jdbc:postgresql://db.example.com/portal");
        }
        try (var connection = connect(url)) {
            return judge(connection, url);
        } catch (SQLException failure) {
            return Check.failed(url + ": " + failure.getMessage(), advice(failure));
        }
    }

    private Connection connect(String url) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", environment.getProperty("spring.datasource.username", ""));
        properties.setProperty("password", environment.getProperty("spring.datasource.password", ""));
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    private static Check judge(Connection connection, String url) throws SQLException {
        var server = connection.getMetaData();
        var summary = "PostgreSQL " + server.getDatabaseProductVersion() + " at " + url;
        if (server.getDatabaseMajorVersion() < OLDEST) {
            return Check.failed(summary, "The portal needs PostgreSQL " + OLDEST + " or newer.");
        }
        if (is(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            return Check.failed(
                    summary + ": the role is a superuser, or skips row-level security",
                    "Let the portal log in as the role that './portal db init' makes (spring.datasource.username).");
        }
        if (!is(
                connection,
                "select count(*) = 2 from pg_roles where rolname in ('portal_page', 'portal_work')"
                        + " and pg_has_role(current_user, oid, 'set')")) {
            return Check.failed(
                    summary + ": the role may not become portal_page and portal_work", "Run './portal db init'.");
        }
        if (!is(connection, "select to_regclass('flyway_schema_history') is not null")) {
            return Check.passed(summary + ", without tables yet: they are made at the first start");
        }
        return Check.passed(summary);
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** What to do about a connection that was not made (SQLSTATE, PostgreSQL manual, appendix A). */
    static String advice(SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (state.startsWith("28")) {
            return "Compare spring.datasource.username and .password (and spring.flyway.user and .password) with the roles of"
                    + " the database; './portal db init' makes them.";
        }
        if (state.startsWith("3D")) {
            return "Make the database: './portal db init'.";
        }
        if (state.startsWith("08")) {
            return "Start PostgreSQL, or mend spring.datasource.url.";
        }
        return "Look into the database's log.";
    }
}
