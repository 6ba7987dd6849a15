package org.clientportal.portal.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.ports.Outbox.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows to the platform whose subject is a row of a feature's table with the columns {@code id}, {@code delivery} (SENDING, UNKNOWN,
 * DELIVERED, FAILED) and {@code failure}, which pages show.
 */
public abstract class DeliveryTopic implements OutboxTopic {

    protected final JdbcClient jdbc;
    private final String table;

    protected DeliveryTopic(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** Tells open pages that it stands otherwise now. Called in the transaction that changed it. */
    protected abstract void changed(Claim claim);

    @Override
    public void delivered(Claim claim, Delivered delivered) {
        became(claim, "DELIVERED", null);
    }

    @Override
    public void postponed(Claim claim, boolean uncertain) {
        became(claim, uncertain ? "UNKNOWN" : "SENDING", null);
    }

    @Override
    public void parked(Claim claim, ItsmRejected.Reason reason) {
        became(claim, "FAILED", reason.name());
    }

    private void became(Claim claim, String delivery, @Nullable String failure) {
        var changed = jdbc.sql("update " + table + " set delivery = :delivery, failure = :failure"
                        + " where id = :id and (delivery, failure) is distinct from (:delivery, :failure)")
                .param("delivery", delivery, Types.VARCHAR)
                .param("failure", failure, Types.VARCHAR)
                .param("id", claim.subject())
                .update();
        if (changed > 0) {
            changed(claim);
        }
    }

    /** Who wrote it in the portal, from the columns {@code writer} (the platform's id), {@code name} and {@code email}. */
    public static Submission.Writer writer(ResultSet row) throws SQLException {
        return writer(row, null);
    }

    /** @param onBehalfOf name of the person for whom it was written; null when for themselves */
    public static Submission.Writer writer(ResultSet row, @Nullable String onBehalfOf) throws SQLException {
        return new Submission.Writer(
                row.getString("writer"),
                row.getString("name"),
                row.getString("email"),
                Channel.PORTAL,
                true,
                onBehalfOf);
    }
}
