package org.clientportal.portal.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Enables many people. Each has a transaction of their own, so whoever is refused stops nobody, and a call that is cut off is
 * made again: who is enabled already is left alone.
 */
@Component
class Enabling {

    private final Accounts accounts;
    private final LoginRows logins;

    Enabling(Accounts accounts, LoginRows logins) {
        this.accounts = accounts;
        this.logins = logins;
    }

    /** What became, or would become, of one of them. */
    enum Outcome {
        ENABLED,
        ALREADY,
        REFUSED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of many.
     *
     * @param named as it was asked for
     * @param why for the administrator, null when nothing was refused
     * @param account null when nobody is called so
     */
    record Line(
            String named,
            Outcome outcome,
            AccountRefused.@Nullable Why reason,
            @Nullable String why,
            @Nullable Account account) {}

    List<Line> enable(List<String> people, Wish wish, boolean dryRun) {
        return people.stream().map(named -> enable(named, wish, dryRun)).toList();
    }

    private Line enable(String named, Wish wish, boolean dryRun) {
        Account account = null;
        try {
            account = accounts.named(named);
            if (account.enabled() && account.work() != Account.Work.PARKED) {
                if (!dryRun) {
                    logins.keep(account.person(), wish);
                }
                return new Line(named, Outcome.ALREADY, null, null, account);
            }
            account.loginAddress(wish.evenAgent());
            var enabled = dryRun ? account : accounts.enable(account.person(), wish);
            return new Line(named, Outcome.ENABLED, null, null, enabled);
        } catch (AccountRefused refused) {
            return new Line(named, Outcome.REFUSED, refused.why(), refused.getMessage(), account);
        }
    }

    /** What a rule does with its people; it has the last word on none whom somebody disabled. */
    List<Line> underRule(List<Long> people) {
        return people.stream().map(accounts::of).map(Enabling::underRule).toList();
    }

    private static Line underRule(Account account) {
        var named = Long.toString(account.person());
        try {
            if (account.enabled()) {
                return new Line(named, Outcome.ALREADY, null, null, account);
            }
            account.loginAddress(false);
            account.login()
                    .filter(row -> row.openedBy() == Wish.By.ADMINISTRATOR)
                    .ifPresent(row -> {
                        throw new AccountRefused(
                                AccountRefused.Why.WRONG_STATE, account.name() + " was disabled by " + row.changedBy());
                    });
            if (account.platformAccess().equals("OFF")) {
                throw new AccountRefused(
                        AccountRefused.Why.WRONG_STATE, "the platform says that " + account.name() + " has no access");
            }
            return new Line(named, Outcome.ENABLED, null, null, account);
        } catch (AccountRefused refused) {
            return new Line(named, Outcome.REFUSED, refused.why(), refused.getMessage(), account);
        }
    }
}
