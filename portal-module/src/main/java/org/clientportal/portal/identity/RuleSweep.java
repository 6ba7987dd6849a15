package org.clientportal.portal.identity;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes access agree with the rules, whatever changed: a group, an organisation, a person, a rule. Looked at again and again
 * rather than told by each cause, since an organisation that moves changes it for everybody below.
 */
@Component
class RuleSweep {

    private static final long SWEEP_MS = 15_000;

    private final LoginRules rules;

    RuleSweep(LoginRules rules) {
        this.rules = rules;
    }

    @Scheduled(fixedDelay = SWEEP_MS)
    void sweep() {
        var after = 0L;
        do {
            after = rules.round(after);
        } while (after > 0);
    }
}
