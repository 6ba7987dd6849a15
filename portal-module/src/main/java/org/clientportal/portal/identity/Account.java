package org.clientportal.portal.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.itsm.Person.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A person with the login they have or could have.
 *
 * @param address the login address, null when the platform knows none
 * @param owners how many active people have that address
 * @param platformAccess the platform's own word
 * @param language of mails, {@code pl} or {@code en}
 * @param work what the newest outbox row about the login is: waiting, parked, done
 * @param problem why it was parked
 */
record Account(
        long person,
        String platformId,
        String name,
        @Nullable String address,
        int owners,
        Kind kind,
        @Nullable String organisation,
        String platformAccess,
        boolean active,
        String language,
        Optional<LoginRow> login,
        Work work,
        Optional<String> problem) {

    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@\"<>(),;:\\\\\\[\\]]{1,64}@[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+");

    enum Work {
        NONE,
        WAITING,
        PARKED
    }

    /** How the login stands, in the admin API's words. */
    String state() {
        return switch (work) {
            case WAITING -> "waiting";
            case PARKED -> "failed";
            case NONE -> login.map(row -> row.enabled() ? "active" : "disabled").orElse("none");
        };
    }

    boolean enabled() {
        return active && login.isPresent() && login.get().enabled();
    }

    /** The login address, when this person may have a login at all. */
    String loginAddress(boolean evenAgent) {
        if (!active) {
            throw new AccountRefused(AccountRefused.Why.INACTIVE, name + " is disabled or deleted in the platform");
        }
        if (kind == Kind.AGENT && !evenAgent) {
            throw new AccountRefused(
                    AccountRefused.Why.AGENT,
                    name + " works for support; ask for it expressly to enable them all the same");
        }
        if (address == null) {
            throw new AccountRefused(AccountRefused.Why.NO_ADDRESS, name + " has no e-mail address in the platform");
        }
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
            throw new AccountRefused(
                    AccountRefused.Why.NO_ADDRESS, "the address " + address + " of " + name + " is not valid");
        }
        if (owners > 1) {
            throw new AccountRefused(
                    AccountRefused.Why.ADDRESS_SHARED,
                    "the address " + address + " is used by " + owners + " people, so it cannot be the login of "
                            + name);
        }
        return address;
    }
}
