package org.clientportal.portal.identity;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.admin.Callers;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Logins of many people in one call (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/users")
class ManyLoginsController {

    private static final int LARGEST = 200;

    private final Enabling enabling;
    private final Relinking relinking;
    private final PasswordSettings passwords;

    ManyLoginsController(Enabling enabling, Relinking relinking, PasswordSettings passwords) {
        this.enabling = enabling;
        this.relinking = relinking;
        this.passwords = passwords;
    }

    /**
     * Who is to be enabled; what is left out is false.
     *
     * @param people ids or addresses
     * @param dryRun say what would become of it and change nothing
     */
    record ManyRequest(
            @Nullable List<String> people,
            @Nullable Boolean permanent,
            @Nullable Boolean evenAgent,
            @Nullable Boolean dryRun) {}

    /** What became of one of them. */
    record LineView(
            String named,
            String outcome,
            @Nullable String reason,
            @Nullable String why,
            @Nullable UserView user) {}

    /** The answer, in the order of the question. */
    record ManyAnswer(List<LineView> items, boolean dryRun) {}

    @PostMapping("/logins")
    ManyAnswer enable(@RequestBody ManyRequest body, Authentication who) {
        if (body.people() == null || body.people().isEmpty() || body.people().size() > LARGEST) {
            throw new AdminProblem(Reason.INVALID, "people must be 1 to " + LARGEST + " ids or addresses");
        }
        var dryRun = yes(body.dryRun());
        var temporary = passwords.temporary() && !yes(body.permanent());
        var lines = enabling.enable(body.people(), wish(who, yes(body.evenAgent()), temporary), dryRun);
        return new ManyAnswer(lines.stream().map(ManyLoginsController::view).toList(), dryRun);
    }

    private static LineView view(Enabling.Line line) {
        return new LineView(
                line.named(),
                line.outcome().word(),
                line.reason() == null ? null : line.reason().word(),
                line.why(),
                line.account() == null ? null : UserView.of(line.account()));
    }

    /**
     * Compares with Keycloak and sets right; what is left out is false.
     *
     * @param after the next of the answer before
     * @param mail send a new password to who needs one
     */
    record RelinkRequest(
            @Nullable String after,
            @Nullable Integer limit,
            @Nullable Boolean mail,
            @Nullable Boolean dryRun) {}

    /** How one login stood. */
    record RelinkedView(
            UserView user,
            String outcome,
            boolean needsPassword,
            boolean mailed,
            @Nullable String why) {}

    @PostMapping("/relink")
    AdminPage<RelinkedView> relink(@RequestBody(required = false) @Nullable RelinkRequest wanted, Authentication who) {
        var body = wanted == null ? new RelinkRequest(null, null, null, null) : wanted;
        var size = AdminPage.size(body.limit() == null ? 50 : body.limit());
        var mail = yes(body.mail()) && !yes(body.dryRun());
        var found = relinking.next(
                after(body.after()), size, yes(body.dryRun()), mail, wish(who, false, passwords.temporary()));
        var next = found.size() < size
                ? null
                : Long.toString(found.getLast().account().person());
        return new AdminPage<>(
                found.stream()
                        .map(one -> new RelinkedView(
                                UserView.of(one.account()),
                                one.outcome().word(),
                                one.needsPassword(),
                                one.needsPassword() && mail,
                                one.why()))
                        .toList(),
                next);
    }

    private static long after(@Nullable String after) {
        if (after == null) {
            return 0;
        }
        if (!after.matches("\\d{1,18}")) {
            throw new AdminProblem(Reason.INVALID, "after must be the next of an earlier page");
        }
        return Long.parseLong(after);
    }

    private static Wish wish(Authentication who, boolean evenAgent, boolean temporary) {
        return new Wish(
                Wish.By.ADMINISTRATOR, who.getName(), evenAgent, Callers.mayDoEverything(who), Optional.of(temporary));
    }

    private static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
