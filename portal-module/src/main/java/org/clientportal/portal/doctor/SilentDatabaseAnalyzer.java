package org.clientportal.portal.doctor;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Tells that the database refuses or does not answer, which otherwise is a page of traces. */
final class SilentDatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    private static final String CONNECTION = "08";
    private static final String AUTHORISATION = "28";
    private static final String NO_SUCH_DATABASE = "3D";

    private final Environment environment;

    SilentDatabaseAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException failure) {
        var state = String.valueOf(failure.getSQLState());
        if (!state.startsWith(CONNECTION) && !state.startsWith(AUTHORISATION) && !state.startsWith(NO_SUCH_DATABASE)) {
            return null;
        }
        return new FailureAnalysis(
                "The database at " + environment.getProperty("spring.datasource.url") + " cannot be used: "
                        + failure.getMessage(),
                DatabaseCheck.advice(failure) + " './portal doctor' checks all parts.",
                failure);
    }
}
