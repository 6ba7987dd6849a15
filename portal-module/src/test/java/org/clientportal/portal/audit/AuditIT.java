package org.clientportal.portal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.PortalDatabase;
import org.clientportal.portal.audit.Deed.Actor;
import org.clientportal.portal.audit.Deed.Subject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What is recorded stays: neither the application nor the owner of the tables changes it. */
class AuditIT {

    private static PortalDatabase database;

    @BeforeAll
    static void begin() {
        database = PortalDatabase.migrated();
    }

    @Test
    void aDeedIsRecordedAndNobodyChangesIt() throws SQLException {
        for (var role : List.of("portal_work", "portal_page")) {
            try (var connection = DriverManager.getConnection(database.url(), "portal", database.password());
                    var statement = connection.createStatement()) {
                statement.execute("set role " + role);
                var source = new SingleConnectionDataSource(connection, true);
                new Audit(JdbcClient.create(source), JsonMapper.shared(), Clock.systemUTC())
                        .note(new Deed(
                                Actor.administrator("ewa"),
                                "grant.given",
                                Subject.person(42, "Anna Nowak"),
                                Map.of(),
                                Map.of("feature", "tickets")));
                for (var change : List.of(
                        "update audit set actor = 'nobody'",
                        "delete from audit",
                        "truncate audit",
                        "insert into audit (at, actor_kind, actor, act, subject_kind, subject, subject_name) values (now(), 'PORTAL', 'x', 'a.b', 'x', 'x', 'x')")) {
                    assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
                }
            }
        }
        try (var connection = DriverManager.getConnection(database.url(), "portal_owner", database.password());
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("truncate audit")).hasMessageContaining("never changed");
        }
    }

    @Test
    void nothingSecretIsToldOfADeed() {
        assertThatThrownBy(() -> new Deed(
                        Actor.portal(),
                        "login.enabled",
                        Subject.person(42, "Anna Nowak"),
                        Map.of(),
                        Map.of("newPassword", "x")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Deed.of(Actor.platform(), "login.disabled", Subject.person(42, "Anna Nowak"))
                        .after())
                .isEmpty();
    }
}
