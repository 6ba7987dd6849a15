package org.clientportal.portal.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by taking a database role, in one round trip. The role and the viewer last as long as the
 * transaction ({@code set local}), so nothing is left on a pooled connection; outside a transaction the login role
 * {@code portal} is refused everything.
 *
 * <p>Pages ask few questions again and again, and with the policies planning one takes longer than answering it. So a connection
 * makes a plan once, for any value ({@code connection-init-sql}); work, whose lists may be one or thousands, plans as usual.
 */
final class RoleTransactions extends JdbcTransactionManager {

    /** Whose eyes a transaction has. */
    enum Role {
        PAGE,
        WORK
    }

    private final transient Role role;

    RoleTransactions(DataSource dataSource, Role role) {
        super(dataSource);
        this.role = role;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (role == Role.PAGE && CurrentViewer.get().isEmpty()) {
            throw new IllegalTransactionStateException("a page transaction without a viewer");
        }
        super.doBegin(transaction, definition);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        switch (role) {
            case PAGE -> takePageRole(connection);
            case WORK -> takeWorkRole(connection);
        }
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
        var existing = super.isExistingTransaction(transaction);
        if (existing && role == Role.WORK && CurrentViewer.get().isPresent()) {
            throw new IllegalTransactionStateException("work inside a page's transaction would have the page's rights");
        }
        return existing;
    }

    private static void takePageRole(Connection connection) throws SQLException {
        var viewer = CurrentViewer.get().orElseThrow();
        try (var take = connection.prepareStatement("""
                select set_config('role', 'portal_page', true), set_config('portal.viewer', ?, true),
                  set_config('portal.scopes', ?, true), set_config('portal.features', ?, true)""")) {
            take.setString(1, Long.toString(viewer.person()));
            take.setString(2, array(Stream.concat(viewer.scopes().stream(), viewer.audiences().stream())));
            take.setString(3, array(viewer.features().stream().map(Feature::word)));
            take.execute();
        }
        if (viewer.readsOnly()) {
            try (var forbid = connection.createStatement()) {
                forbid.execute("set transaction read only");
            }
        }
    }

    /** As PostgreSQL writes an array; ids of the platform may hold anything. */
    private static String array(Stream<String> values) {
        return values.map(value -> '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static void takeWorkRole(Connection connection) throws SQLException {
        try (var take = connection.createStatement()) {
            take.execute("select set_config('role', 'portal_work', true), set_config('plan_cache_mode', 'auto', true)");
        }
    }
}
