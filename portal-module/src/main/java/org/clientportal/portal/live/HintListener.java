package org.clientportal.portal.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Hears the database's notifications on a connection of its own, outside the pool, and reconnects for ever. */
@Component
class HintListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HintListener.class);
    private static final int WAIT_MS = 1_000;
    private static final long PAUSE_MS = 2_000;

    private final JdbcConnectionDetails database;
    private final Streams streams;
    private volatile boolean running;

    HintListener(JdbcConnectionDetails database, Streams streams) {
        this.database = database;
        this.streams = streams;
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("hint-listener").start(this::listenForEver);
    }

    private void listenForEver() {
        while (running) {
            try (var connection = DriverManager.getConnection(
                    database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
                listen(connection);
            } catch (SQLException lost) {
                LOG.warn("hints are not heard, trying again: {}", lost.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Hints.CHANNEL);
        }
        // whatever was missed while not listening: every open page looks once
        streams.refreshAll();
        var channel = connection.unwrap(PGConnection.class);
        while (running) {
            var heard = channel.getNotifications(WAIT_MS);
            if (heard != null) {
                Arrays.stream(heard)
                        .flatMap(notification -> notification.getParameter().lines())
                        .distinct()
                        .map(Hints.Hint::of)
                        .forEach(streams::send);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        running = false;
        streams.completeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server stops, so that open streams do not hold it. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
