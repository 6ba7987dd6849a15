package org.clientportal.portal.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose login demands a second factor, as the lines say it ({@code access_lines_about}), and what Keycloak was told. */
@Component
@WorkTransaction
class SecondFactorRows {

    private static final int A_ROUND = 200;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LoginRows logins;

    SecondFactorRows(JdbcClient jdbc, Clock clock, LoginRows logins) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.logins = logins;
    }

    /**
     * What one login is to demand.
     *
     * @param told whether Keycloak demands it already because the portal said so
     */
    record Demand(String keycloakId, boolean must, boolean told) {}

    /** Empty when there is no login to demand anything of. */
    Optional<Demand> of(long person) {
        return jdbc.sql("""
                        select l.keycloak_id, coalesce(l.second_factor, false) as told, exists (
                            select from access_lines_about(l.person, :now) a
                            where a.feature = 'second-factor' and a.decides and a.granted) as must
                        from login l where l.person = :person and l.enabled and l.keycloak_id is not null""")
                .param("now", now())
                .param("person", person)
                .query((row, number) ->
                        new Demand(row.getString("keycloak_id"), row.getBoolean("must"), row.getBoolean("told")))
                .optional();
    }

    /** {@link LoginRows#linkedWithPassword} and, of the login that it is now, {@link #of}. */
    Optional<Demand> linkedWithPassword(long person, String keycloakId, String email) {
        logins.linkedWithPassword(person, keycloakId, email);
        return of(person);
    }

    /** Asks for everybody whose login demands something else than the lines; the next round has those who are left. */
    int askForAstray() {
        var astray = jdbc.sql("select person, must from second_factor_astray(?, ?)")
                .params(now(), A_ROUND)
                .query((row, number) -> Map.entry(row.getLong("person"), row.getBoolean("must")))
                .list();
        astray.forEach(each -> ask(each.getKey(), each.getValue()));
        return astray.size();
    }

    private void ask(long person, boolean must) {
        var asked = jdbc.sql("""
                        update login set second_factor_asked = :must
                        where person = :person and coalesce(second_factor_asked, second_factor, false) <> :must""").param("must", must).param("person", person).update();
        if (asked > 0) { // else another node was first
            logins.secondFactor(person, must);
        }
    }

    /** Keycloak knows. */
    void told(long person, boolean must) {
        jdbc.sql("update login set second_factor = :must, second_factor_asked = null where person = :person")
                .param("must", must)
                .param("person", person)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
