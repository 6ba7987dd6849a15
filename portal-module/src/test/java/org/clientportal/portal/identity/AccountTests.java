package org.clientportal.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.portal.identity.Account.Work;
import org.clientportal.portal.identity.AccountRefused.Why;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have a login, and with which address. */
class AccountTests {

    @Test
    void aPersonWithAnAddressOfTheirOwnMay() {
        assertThat(account("anna.wisniewska@oriale.example", 1, Kind.EMPLOYEE, true)
                        .loginAddress(false))
                .isEqualTo("anna.wisniewska@oriale.example");
    }

    @Test
    void aSharedAddressIsNamedAndNotGuessed() {
        refused(account("biuro@brzozow.example", 3, Kind.EXTERNAL, true), Why.ADDRESS_SHARED, "biuro@brzozow.example");
    }

    @Test
    void withoutAnAddressThereIsNoLogin() {
        refused(account(null, 0, Kind.EMPLOYEE, true), Why.NO_ADDRESS, "Anna Wiśniewska");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"anna", "anna@", "@oriale.example", "anna@oriale", "an na@oriale.example", "a@b@c.pl", "a,b@c.pl"
            })
    void whatIsNoAddressIsRefused(String address) {
        refused(account(address, 1, Kind.EMPLOYEE, true), Why.NO_ADDRESS, address);
    }

    @Test
    void whoWorksForSupportIsAskedForExpressly() {
        var agent = account("piotr@oriale.example", 1, Kind.AGENT, true);
        refused(agent, Why.AGENT, "Anna Wiśniewska");
        assertThat(agent.loginAddress(true)).isEqualTo("piotr@oriale.example");
    }

    @Test
    void whoLeftGetsNone() {
        refused(account("anna@oriale.example", 1, Kind.EMPLOYEE, false), Why.INACTIVE, "Anna Wiśniewska");
    }

    private static void refused(Account account, Why why, String named) {
        assertThatThrownBy(() -> account.loginAddress(false))
                .isInstanceOfSatisfying(
                        AccountRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why))
                .hasMessageContaining(named);
    }

    private static Account account(@Nullable String address, int owners, Kind kind, boolean active) {
        return new Account(
                1,
                "42",
                "Anna Wiśniewska",
                address,
                owners,
                kind,
                "Oriale",
                "UNSET",
                active,
                "pl",
                Optional.empty(),
                Work.NONE,
                Optional.empty());
    }
}
