package org.clientportal.portal.identity;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;
import java.util.Optional;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.identity.Accounts.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People and their logins for administrators (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/users")
class UserController {

    private final Accounts accounts;
    private final LoginWork work;
    private final PasswordSettings passwords;

    UserController(Accounts accounts, LoginWork work, PasswordSettings passwords) {
        this.accounts = accounts;
        this.work = work;
        this.passwords = passwords;
    }

    @GetMapping
    AdminPage<UserView> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Boolean enabled,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = AdminPage.size(limit);
        var found = accounts.list(
                query.strip(),
                Optional.ofNullable(enabled),
                Optional.ofNullable(after).map(UserController::position),
                size + 1);
        var items = found.stream().limit(size).toList();
        var next = found.size() > size ? token(items.getLast()) : null;
        return new AdminPage<>(items.stream().map(UserView::of).toList(), next);
    }

    @GetMapping("/{idOrEmail}")
    UserView show(@PathVariable String idOrEmail) {
        return UserView.of(accounts.named(idOrEmail));
    }

    /**
     * How a login is to be made; what is left out is false.
     *
     * @param show answer with the password instead of mailing it
     * @param permanent the person need not choose another one, whatever the setting says
     * @param evenAgent also for somebody who works for support
     */
    record LoginRequest(
            @Nullable Boolean show,
            @Nullable Boolean permanent,
            @Nullable Boolean evenAgent) {}

    @PostMapping("/{idOrEmail}/login")
    ResponseEntity<PasswordAnswer> enable(
            @PathVariable String idOrEmail, @RequestBody(required = false) @Nullable LoginRequest body, Principal who) {
        var person = accounts.named(idOrEmail).person();
        var evenAgent = body != null && Boolean.TRUE.equals(body.evenAgent());
        var temporary = temporary(body);
        if (body != null && Boolean.TRUE.equals(body.show())) {
            var password = work.enableAndShow(person, evenAgent, temporary, who.getName());
            return shown(person, password, temporary);
        }
        return mailed(accounts.enable(person, evenAgent, Optional.of(temporary), who.getName()), temporary);
    }

    @PostMapping("/{idOrEmail}/password")
    ResponseEntity<PasswordAnswer> newPassword(
            @PathVariable String idOrEmail, @RequestBody(required = false) @Nullable LoginRequest body, Principal who) {
        var person = accounts.named(idOrEmail).person();
        var temporary = temporary(body);
        if (body != null && Boolean.TRUE.equals(body.show())) {
            return shown(person, work.passwordAndShow(person, temporary, who.getName()), temporary);
        }
        return mailed(accounts.newPassword(person, Optional.of(temporary), who.getName()), temporary);
    }

    @DeleteMapping("/{idOrEmail}/login")
    UserView disable(@PathVariable String idOrEmail, Principal who) {
        return UserView.of(accounts.disable(accounts.named(idOrEmail).person(), who.getName()));
    }

    /** What became of the wish for a password. */
    record PasswordAnswer(
            UserView user,
            @Nullable String password,
            boolean temporary,
            @Nullable String mailTo) {

        /** Without the password. */
        @Override
        public String toString() {
            return "PasswordAnswer[" + user + "]";
        }
    }

    private ResponseEntity<PasswordAnswer> shown(long person, String password, boolean temporary) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PasswordAnswer(UserView.of(accounts.of(person)), password, temporary, null));
    }

    private static ResponseEntity<PasswordAnswer> mailed(Account account, boolean temporary) {
        return ResponseEntity.accepted()
                .body(new PasswordAnswer(UserView.of(account), null, temporary, account.address()));
    }

    private boolean temporary(@Nullable LoginRequest body) {
        return passwords.temporary() && (body == null || !Boolean.TRUE.equals(body.permanent()));
    }

    private static String token(Account last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.person() + " " + last.name()).getBytes(StandardCharsets.UTF_8));
    }

    private static Position position(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var space = text.indexOf(' ');
            return new Position(text.substring(space + 1), Long.parseLong(text.substring(0, Math.max(space, 0))));
        } catch (IllegalArgumentException garbled) {
            throw new AdminProblem(Reason.INVALID, "after must be the next of an earlier page");
        }
    }
}
