package org.clientportal.portal.admin;

import org.springframework.security.core.Authentication;

/** What the bearer of a token may do beyond what the path asks for. */
public final class Callers {

    /** Whether it is an administrator, not merely somebody of the help desk. */
    public static boolean mayDoEverything(Authentication who) {
        return who.getAuthorities().stream()
                .anyMatch(role -> AdminRole.ADMIN.authority().equals(role.getAuthority()));
    }

    private Callers() {}
}
