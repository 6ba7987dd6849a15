package org.clientportal.portal.sso;

import java.security.Principal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.clientportal.itsm.Check;
import org.clientportal.portal.access.SignInSettings;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.ports.SignInProviders;
import org.clientportal.ports.SignInProviders.Kind;
import org.clientportal.ports.SignInProviders.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Providers of single sign-on for administrators (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/sso")
class SsoController {

    private final ObjectProvider<SignInProviders> providers;
    private final SsoRecord record;
    private final LinkedLogins logins;
    private final SignInSettings settings;

    SsoController(
            ObjectProvider<SignInProviders> providers, SsoRecord record, LinkedLogins logins, SignInSettings settings) {
        this.providers = providers;
        this.record = record;
        this.logins = logins;
        this.settings = settings;
    }

    @GetMapping
    AdminPage<ProviderView> list() {
        return new AdminPage<>(
                providers().list().stream()
                        .map(each -> ProviderView.of(each, settings.issuer()))
                        .toList(),
                null);
    }

    /**
     * @param kind microsoft, google or oidc
     * @param pinned tenant id, domain or issuer
     * @param alias the kind when left out
     * @param name on the button
     * @param clientSecret of our client there; goes to Keycloak and nowhere else
     * @param trusted for oidc: its word about an address is enough
     */
    record ProviderRequest(
            @Nullable String kind,
            @Nullable String pinned,
            @Nullable String alias,
            @Nullable String name,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable Boolean trusted) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "ProviderRequest[" + kind + " " + pinned + "]";
        }
    }

    @PostMapping
    ProviderView add(@RequestBody ProviderRequest body, Principal who) {
        var kind = kind(needed(body.kind(), "kind"));
        var word = kind.name().toLowerCase(Locale.ROOT);
        var alias = Objects.requireNonNullElse(body.alias(), word);
        var wish = new Wish(
                kind,
                alias,
                Objects.requireNonNullElseGet(body.name(), () -> name(kind, alias)),
                needed(body.pinned(), "pinned"),
                needed(body.clientId(), "clientId"),
                Boolean.TRUE.equals(body.trusted()));
        var added = providers().add(wish, needed(body.clientSecret(), "clientSecret"));
        record.added(added, who.getName());
        return ProviderView.of(added, settings.issuer());
    }

    private static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new AdminProblem(Reason.INVALID, "kind must be microsoft, google or oidc"));
    }

    private static String name(Kind kind, String alias) {
        return switch (kind) {
            case MICROSOFT -> "Microsoft";
            case GOOGLE -> "Google";
            case OIDC -> alias;
        };
    }

    private static String needed(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw new AdminProblem(Reason.INVALID, name + " is missing");
        }
        return value.strip();
    }

    @DeleteMapping("/{alias}")
    ProviderView remove(@PathVariable String alias, Principal who) {
        var gone = providers().list().stream()
                .filter(each -> each.alias().equals(alias))
                .findFirst()
                .orElseThrow(() -> new SignInProviders.NoSuchProvider(alias));
        providers().remove(alias);
        record.removed(gone, who.getName());
        return ProviderView.of(gone, settings.issuer());
    }

    /** What a test found. */
    record CheckView(String alias, boolean ok, String summary, String advice) {}

    @GetMapping("/{alias}/check")
    CheckView check(@PathVariable String alias) {
        Check check = providers().check(alias);
        return new CheckView(alias, check.ok(), check.summary(), check.advice());
    }

    /** How many links of whom were taken away. */
    record UnlinkView(String id, String name, String email, int links) {}

    @DeleteMapping("/links/{idOrEmail}")
    UnlinkView unlink(@PathVariable String idOrEmail, Principal who) {
        var login = logins.named(idOrEmail);
        var links = providers().unlink(login.keycloakId());
        if (links > 0) {
            record.unlinked(login, links, who.getName());
        }
        return new UnlinkView(Long.toString(login.person()), login.name(), login.email(), links);
    }

    private SignInProviders providers() {
        var there = providers.getIfAvailable();
        if (there == null) {
            throw new AdminProblem(
                    Reason.WRONG_STATE,
                    "the portal has no account that may change the realm: set portal.keycloak.realm-client-secret"
                            + " (docs/sign-in.md says how to make the account)");
        }
        return there;
    }
}
