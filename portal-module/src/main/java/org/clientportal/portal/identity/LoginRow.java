package org.clientportal.portal.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the portal knows of a login.
 *
 * @param keycloakId null until Keycloak has it
 * @param enabled whether the person may use the portal
 * @param email the address it was last set to
 * @param changedBy an administrator's login or client id, or {@code platform}
 * @param passwordTemporary how the next password is to be
 * @param evenAgent whether it was asked for although the person works for support
 * @param evenAdministrator whether the next password may go to a login that opens the admin API
 * @param openedBy who enabled or disabled it last
 * @param passwordSetAt when the portal last set a password or had a link for one mailed, null when it never did
 */
record LoginRow(
        @Nullable String keycloakId,
        boolean enabled,
        String email,
        Instant changedAt,
        String changedBy,
        @Nullable Instant passwordAskedHandledAt,
        boolean passwordTemporary,
        boolean evenAgent,
        boolean evenAdministrator,
        Wish.By openedBy,
        @Nullable Instant passwordSetAt) {}
