package org.clientportal.portal.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.identity.LoginRule.Kind;
import org.clientportal.portal.identity.ManyLoginsController.ManyAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rules that say who may use the portal (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/users/rules")
class LoginRuleController {

    private final LoginRules rules;
    private final RuleSweep sweep;
    private final Enabling enabling;
    private final Accounts accounts;

    LoginRuleController(LoginRules rules, RuleSweep sweep, Enabling enabling, Accounts accounts) {
        this.rules = rules;
        this.sweep = sweep;
        this.enabling = enabling;
        this.accounts = accounts;
    }

    /** A rule with how many it speaks of. */
    record RuleView(String subject, String name, int people, int enabled, Instant changedAt, String changedBy) {

        static RuleView of(LoginRule rule) {
            return new RuleView(
                    rule.kind().of(rule.subject()),
                    rule.name(),
                    rule.people(),
                    rule.enabled(),
                    rule.changedAt(),
                    rule.changedBy());
        }
    }

    @GetMapping
    AdminPage<RuleView> list() {
        return new AdminPage<>(rules.all().stream().map(RuleView::of).toList(), null);
    }

    /**
     * A new rule.
     *
     * @param subject {@code group:NAME} or {@code organisation:ID-OR-NAME}
     * @param dryRun say what would become of its people and change nothing
     */
    record RuleRequest(@Nullable String subject, @Nullable Boolean dryRun) {}

    private record Named(Kind kind, String subject) {}

    @PostMapping
    ManyAnswer add(@RequestBody RuleRequest body, Authentication who) {
        var named = named(body.subject());
        var dryRun = Boolean.TRUE.equals(body.dryRun());
        var lines = enabling.underRule(rules.people(named.kind(), named.subject()));
        if (!dryRun) {
            rules.add(named.kind(), named.subject(), wish(who));
            sweep.sweep();
        }
        return ManyAnswer.of(lines, dryRun);
    }

    @DeleteMapping
    AdminPage<RuleView> remove(@RequestParam String subject, Authentication who) {
        var named = named(subject);
        if (!rules.remove(named.kind(), named.subject(), wish(who))) {
            throw new AdminProblem(Reason.NOT_FOUND, "there is no rule " + subject);
        }
        sweep.sweep();
        return list();
    }

    private Named named(@Nullable String word) {
        var parts = word == null ? List.<String>of() : List.of(word.split(":", 2));
        if (parts.size() == 2 && !parts.get(1).isBlank()) {
            switch (parts.getFirst()) {
                case "group" -> {
                    return new Named(Kind.GROUP, parts.get(1).strip());
                }
                case "organisation" -> {
                    return new Named(Kind.ORGANISATION, organisation(parts.get(1)));
                }
                default -> {}
            }
        }
        throw new AdminProblem(Reason.INVALID, "subject must be group:NAME or organisation:ID-OR-NAME");
    }

    /** Also one that the platform has no more, so that its rule can be removed. */
    private String organisation(String idOrName) {
        var known = rules.all().stream()
                .anyMatch(rule ->
                        rule.kind() == Kind.ORGANISATION && rule.subject().equals(idOrName));
        return known ? idOrName : accounts.organisation(idOrName);
    }

    private static Wish wish(Authentication who) {
        return new Wish(Wish.By.ADMINISTRATOR, who.getName(), false, false, Optional.empty());
    }
}
