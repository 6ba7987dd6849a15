package org.clientportal.portal.identity;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person as the admin API shows them (docs/admin-api.md).
 *
 * @param active false when they were disabled or deleted in the platform
 */
record UserView(
        String id,
        String name,
        @Nullable String email,
        String kind,
        @Nullable String organisation,
        boolean active,
        AccessView access,
        LoginView login) {

    /** Whether the person may use the portal, and who said so last. */
    record AccessView(
            boolean enabled,
            @Nullable Instant since,
            @Nullable String by,
            String platform) {}

    /** The login at Keycloak, and why the last work on it was refused. */
    record LoginView(
            @Nullable String id, String state, @Nullable String problem) {}

    static UserView of(Account account) {
        var login = account.login();
        return new UserView(
                Long.toString(account.person()),
                account.name(),
                account.address(),
                account.kind().name().toLowerCase(Locale.ROOT),
                account.organisation(),
                account.active(),
                new AccessView(
                        account.enabled(),
                        login.map(LoginRow::changedAt).orElse(null),
                        login.map(LoginRow::changedBy).orElse(null),
                        account.platformAccess().toLowerCase(Locale.ROOT)),
                new LoginView(
                        login.map(LoginRow::keycloakId).orElse(null),
                        account.state(),
                        account.problem().orElse(null)));
    }
}
