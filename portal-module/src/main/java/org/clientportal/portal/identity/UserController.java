package org.clientportal.portal.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.admin.Callers;
import org.clientportal.portal.identity.Accounts.Filter;
import org.clientportal.portal.identity.Accounts.Position;
import org.clientportal.portal.identity.IdentitySettings.Invitation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
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
    private final IdentitySettings settings;

    UserController(Accounts accounts, LoginWork work, IdentitySettings settings) {
        this.accounts = accounts;
        this.work = work;
        this.settings = settings;
    }

    @GetMapping
    AdminPage<UserView> list(
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Boolean enabled,
            @RequestParam(required = false) @Nullable String organisation,
            @RequestParam(defaultValue = "false") boolean parked,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = AdminPage.size(limit);
        var found = accounts.list(
                new Filter(
                        query.strip(),
                        Optional.ofNullable(enabled),
                        Optional.ofNullable(organisation).map(accounts::organisation),
                        parked),
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
            @PathVariable String idOrEmail,
            @RequestBody(required = false) @Nullable LoginRequest body,
            Authentication who) {
        var person = accounts.named(idOrEmail).person();
        var wish = wish(who, body);
        if (shows(body)) {
            return shown(person, work.enableAndShow(person, wish), wish);
        }
        work.refuseAdministrators(person, wish);
        return mailed(accounts.enable(person, wish), wish);
    }

    @PostMapping("/{idOrEmail}/password")
    ResponseEntity<PasswordAnswer> newPassword(
            @PathVariable String idOrEmail,
            @RequestBody(required = false) @Nullable LoginRequest body,
            Authentication who) {
        var person = accounts.named(idOrEmail).person();
        var wish = wish(who, body);
        if (shows(body)) {
            return shown(person, work.passwordAndShow(person, wish), wish);
        }
        work.refuseAdministrators(person, wish);
        return mailed(accounts.newPassword(person, wish), wish);
    }

    @DeleteMapping("/{idOrEmail}/login")
    UserView disable(@PathVariable String idOrEmail, Authentication who) {
        return UserView.of(accounts.disable(accounts.named(idOrEmail).person(), wish(who, null)));
    }

    /**
     * Which login is this person's.
     *
     * @param login Keycloak's id
     */
    record LinkRequest(@Nullable String login, @Nullable Boolean evenAgent) {}

    @PutMapping("/{idOrEmail}/link")
    UserView link(@PathVariable String idOrEmail, @RequestBody LinkRequest body, Authentication who) {
        if (body.login() == null || body.login().isBlank()) {
            throw new AdminProblem(Reason.INVALID, "login must be Keycloak's id of the login");
        }
        var person = accounts.named(idOrEmail).person();
        var wish = wish(who, new LoginRequest(null, null, body.evenAgent()));
        work.adopt(person, body.login().strip(), wish);
        return UserView.of(accounts.of(person));
    }

    @DeleteMapping("/{idOrEmail}/link")
    UserView unlink(@PathVariable String idOrEmail, Authentication who) {
        var person = accounts.named(idOrEmail).person();
        work.remove(person, wish(who, null));
        return UserView.of(accounts.of(person));
    }

    /**
     * What became of the wish for a password.
     *
     * @param link whether the mail has a link on which the person chooses it, and not the password
     */
    record PasswordAnswer(
            UserView user,
            @Nullable String password,
            boolean temporary,
            boolean link,
            @Nullable String mailTo) {

        /** Without the password. */
        @Override
        public String toString() {
            return "PasswordAnswer[" + user + "]";
        }
    }

    private ResponseEntity<PasswordAnswer> shown(long person, String password, Wish wish) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PasswordAnswer(UserView.of(accounts.of(person)), password, temporary(wish), false, null));
    }

    private ResponseEntity<PasswordAnswer> mailed(Account account, Wish wish) {
        var link = settings.invitation() == Invitation.LINK;
        return ResponseEntity.accepted()
                .body(new PasswordAnswer(
                        UserView.of(account), null, !link && temporary(wish), link, account.address()));
    }

    private static boolean temporary(Wish wish) {
        return wish.temporary().orElseThrow();
    }

    private static boolean shows(@Nullable LoginRequest body) {
        return body != null && Boolean.TRUE.equals(body.show());
    }

    private Wish wish(Authentication who, @Nullable LoginRequest body) {
        var permanent = body != null && Boolean.TRUE.equals(body.permanent());
        return new Wish(
                Wish.By.ADMINISTRATOR,
                who.getName(),
                body != null && Boolean.TRUE.equals(body.evenAgent()),
                Callers.mayDoEverything(who),
                Optional.of(settings.password().temporary() && !permanent));
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
