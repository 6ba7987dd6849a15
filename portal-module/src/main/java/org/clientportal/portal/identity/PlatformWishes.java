package org.clientportal.portal.identity;

import java.time.Instant;
import java.util.Optional;
import org.clientportal.itsm.Person.PortalAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an agent asks for in the platform: access on or off, a new password. Acted upon once per change, as the change is
 * found by comparing with the mirror in the transaction that replaces it.
 */
@Component
class PlatformWishes {

    private final LoginRows logins;

    PlatformWishes(LoginRows logins) {
        this.logins = logins;
    }

    void changed(long person, Optional<PersonRow> before, PersonRow now) {
        var login = logins.of(person);
        var enabled = login.isPresent() && login.get().enabled();
        var changed = before.isEmpty() || before.get().access() != now.access();
        if (changed && now.access() == PortalAccess.ON && !enabled) {
            // whoever the platform names may come in, also somebody who works there
            logins.enable(person, Wish.platform(), LoginTopic.ENABLE_IF_NEW);
        } else if (changed && now.access() == PortalAccess.OFF && enabled) {
            logins.disable(person, Wish.platform());
        } else if (enabled && isNewer(now.passwordAskedAt(), login.get().passwordAskedHandledAt())) {
            logins.newPassword(person, Wish.platform());
        } else if (enabled && before.isPresent() && describedDifferently(before.get(), now)) {
            logins.update(person, Wish.platform().actor());
        }
    }

    private static boolean describedDifferently(PersonRow before, PersonRow now) {
        return !before.name().equals(now.name()) || !before.address().equals(now.address());
    }

    private static boolean isNewer(@Nullable Instant asked, @Nullable Instant handled) {
        return asked != null && (handled == null || asked.isAfter(handled));
    }
}
