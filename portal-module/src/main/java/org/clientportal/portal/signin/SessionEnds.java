package org.clientportal.portal.signin;

import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.portal.outbox.OutboxTopic;
import org.clientportal.ports.Logins;
import org.clientportal.ports.Outbox.Claim;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;

/** Ends at Keycloak what was ended here; else the device would be signed in again by itself. */
@Component
class SessionEnds implements OutboxTopic {

    private static final String TOPIC = "login.end-session";

    private final JdbcClient jdbc;
    private final OutboxRows outbox;
    private final ObjectProvider<Logins> logins;
    private final Rows rows;

    SessionEnds(JdbcClient jdbc, OutboxRows outbox, ObjectProvider<Logins> logins, Rows rows) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.logins = logins;
        this.rows = rows;
    }

    /** Notes that a session of the viewer's is to end at Keycloak; with the viewer's eyes. */
    @PageTransaction
    public void note(Viewer viewer, String keycloakSid) {
        var id = jdbc.sql("select nextval('session_end_id_seq')")
                .query(Long.class)
                .single();
        jdbc.sql("insert into session_end (id, person, keycloak_sid) values (?, ?, ?)")
                .params(id, viewer.person(), keycloakSid)
                .update();
        outbox.add(new OutboxRows.Row(
                "session:" + id,
                Destination.LOGINS,
                TOPIC,
                id,
                UUID.randomUUID(),
                null,
                viewer.person(),
                viewer.email()));
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void perform(Claim claim) {
        var sid = rows.sidOf(claim.subject());
        if (sid.isPresent()) {
            var known = logins.getIfAvailable();
            if (known != null) {
                known.endSession(sid.get());
            }
            rows.done(claim.subject());
        }
    }

    /** What has still to end. */
    @Repository
    @WorkTransaction
    static class Rows {

        private final JdbcClient jdbc;

        Rows(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        public Optional<String> sidOf(long id) {
            return jdbc.sql("select keycloak_sid from session_end where id = ?")
                    .param(id)
                    .query(String.class)
                    .optional();
        }

        public void done(long id) {
            jdbc.sql("delete from session_end where id = ?").param(id).update();
        }
    }
}
