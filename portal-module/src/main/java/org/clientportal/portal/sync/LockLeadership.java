package org.clientportal.portal.sync;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.clientportal.ports.Leadership;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * The lead is a session advisory lock on a connection of its own: it falls with the node, and with nothing else. That two
 * nodes both believe to lead for a moment is harmless, since the cursor moves by compare-and-set.
 */
@Component
class LockLeadership implements Leadership, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(LockLeadership.class);
    private static final int NAMESPACE = 0x706f7274;
    private static final int VALID_WITHIN_S = 2;

    private final JdbcConnectionDetails database;
    private @Nullable Connection connection;

    LockLeadership(JdbcConnectionDetails database) {
        this.database = database;
    }

    @Override
    public synchronized boolean leads(String flow) {
        try {
            var held = connected();
            try (var ask = held.prepareStatement("""
                    select case when exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
                        and classid = ? and objid = ? and granted) then true else pg_try_advisory_lock(?, ?) end""")) {
                var key = flow.hashCode() & 0x7fffffff;
                ask.setInt(1, NAMESPACE);
                ask.setInt(2, key);
                ask.setInt(3, NAMESPACE);
                ask.setInt(4, key);
                try (var answer = ask.executeQuery()) {
                    return answer.next() && answer.getBoolean(1);
                }
            }
        } catch (SQLException lost) {
            LOG.warn("the lead of {} is not known: {}", flow, lost.getMessage());
            close();
            return false;
        }
    }

    private Connection connected() throws SQLException {
        if (connection == null || !connection.isValid(VALID_WITHIN_S)) {
            close();
            connection =
                    DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        }
        return connection;
    }

    private void close() {
        try (var closing = connection) {
            connection = null;
        } catch (SQLException alreadyGone) {
            LOG.debug("closing a lost connection", alreadyGone);
        }
    }

    @Override
    public synchronized void destroy() {
        close();
    }
}
