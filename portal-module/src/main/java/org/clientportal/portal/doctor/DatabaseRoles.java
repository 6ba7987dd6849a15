package org.clientportal.portal.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** {@code ./portal db init}: makes the database roles and the database, as often as asked. */
public final class DatabaseRoles {

    private static final String USAGE = """
            portal db init [--print]
                Makes the roles portal_owner, portal, portal_page and portal_work, and the database, where they are missing.
                PORTAL_DB_ADMIN_URL       a superuser's connection, such as jdbc:postgresql://db.example.com/postgres
                PORTAL_DB_ADMIN_USER, PORTAL_DB_ADMIN_PASSWORD
                PORTAL_DB_NAME            the portal's database; portal when not set
                SPRING_DATASOURCE_PASSWORD, SPRING_FLYWAY_PASSWORD
                                          become the passwords of portal and portal_owner
                --print                   only print the SQL for the roles, without passwords""";

    private DatabaseRoles() {}

    /** Exit status: 0 done, 1 failed, 2 wrong use. */
    public static int run(List<String> words) {
        try {
            if (words.equals(List.of("init", "--print"))) {
                System.out.println(sql());
                return 0;
            }
            if (!words.equals(List.of("init"))) {
                System.err.println(USAGE);
                return 2;
            }
            init();
            return 0;
        } catch (SQLException | IOException failure) {
            System.err.println("portal db init: " + failure.getMessage());
            return 1;
        }
    }

    private static void init() throws SQLException, IOException {
        var admin = DriverManager.getConnection(
                needed("PORTAL_DB_ADMIN_URL"),
                needed("PORTAL_DB_ADMIN_USER"),
                variable("PORTAL_DB_ADMIN_PASSWORD", ""));
        try (admin;
                var statement = admin.createStatement()) {
            statement.execute(sql());
            password(admin, "portal", needed("SPRING_DATASOURCE_PASSWORD"));
            password(admin, "portal_owner", needed("SPRING_FLYWAY_PASSWORD"));
            var name = variable("PORTAL_DB_NAME", "portal");
            var made = !exists(admin, name);
            if (made) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true) + " owner portal_owner");
            }
            System.out.println(
                    "The roles are there; the database " + name + (made ? " was made." : " was there already."));
        }
    }

    /** Quoted by the server, and kept out of its log of statements. */
    private static void password(Connection admin, String role, String password) throws SQLException {
        try (var quote = admin.prepareStatement("select format('alter role %I password %L', ?, ?)")) {
            quote.setString(1, role);
            quote.setString(2, password);
            try (var quoted = quote.executeQuery();
                    var statement = admin.createStatement()) {
                quoted.next();
                statement.execute("set log_statement = 'none'");
                statement.execute(quoted.getString(1));
            }
        }
    }

    private static boolean exists(Connection admin, String database) throws SQLException {
        try (var question = admin.prepareStatement("select from pg_database where datname = ?")) {
            question.setString(1, database);
            try (var answer = question.executeQuery()) {
                return answer.next();
            }
        }
    }

    private static String sql() throws IOException {
        return new ClassPathResource("db/roles.sql").getContentAsString(StandardCharsets.UTF_8);
    }

    private static String needed(String name) throws IOException {
        var value = variable(name, "");
        if (value.isBlank()) {
            throw new IOException(name + " is not set\n" + USAGE);
        }
        return value;
    }

    private static String variable(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null ? otherwise : value;
    }
}
