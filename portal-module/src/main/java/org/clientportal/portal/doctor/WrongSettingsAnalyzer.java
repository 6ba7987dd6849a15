package org.clientportal.portal.doctor;

import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells wrong settings in lines instead of a trace. */
final class WrongSettingsAnalyzer extends AbstractFailureAnalyzer<WrongSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongSettings wrong) {
        var lines = wrong.problems().stream().map(problem -> "  - " + problem).collect(Collectors.joining("\n"));
        return new FailureAnalysis(
                "These settings are wrong or missing:\n\n" + lines,
                "Mend them in the environment (portal.sign-in.issuer is PORTAL_SIGNIN_ISSUER there) or in application.yml;"
                        + " './portal doctor' checks them all, and what they lead to.",
                wrong);
    }
}
