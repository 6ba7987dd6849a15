package org.clientportal.portal.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds people for other features' administration as this one does for its own. */
@Component
public class People {

    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** A person with what the register says. */
    public record Named(long id, String name, @Nullable String email, boolean enabled) {}

    /**
     * By the portal's id or an address.
     *
     * @throws AccountRefused nobody or several are meant
     */
    public Named named(String idOrEmail) {
        var account = accounts.named(idOrEmail);
        return new Named(account.person(), account.name(), account.address(), account.enabled());
    }
}
