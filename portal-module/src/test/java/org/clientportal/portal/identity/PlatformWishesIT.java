package org.clientportal.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.identity.AccountRefused.Why;
import org.clientportal.ports.PeopleIntake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** An agent switches access on and off and asks for passwords; each change does its work once. */
class PlatformWishesIT {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final RunningPortal portal = RunningPortal.get();
    private final LoginsUnderTest logins = new LoginsUnderTest(portal);
    private final Accounts accounts = portal.bean(Accounts.class);

    @Test
    void accessIsOpenedOnceHoweverOftenTheFeedSaysSo() {
        take(person("olga", PortalAccess.UNSET, null, 1));
        assertThat(logins.work("olga")).isEmpty();

        take(person("olga", PortalAccess.ON, null, 2));
        take(person("olga", PortalAccess.ON, null, 2));
        take(person("olga", PortalAccess.ON, null, 3));

        assertThat(logins.work("olga")).containsExactly("login.enable-if-new");
        assertThat(logins.account("olga").state()).isEqualTo("waiting");
        assertThat(logins.account("olga").login().orElseThrow().changedBy()).isEqualTo("platform");
    }

    @Test
    void anOlderPageChangesNothing() {
        take(person("pola", PortalAccess.OFF, null, 5));
        take(person("pola", PortalAccess.ON, null, 4));

        assertThat(logins.work("pola")).isEmpty();
    }

    @Test
    void accessWithdrawnOrAPersonWhoLeftIsOutAtOnce() {
        for (var leaves : List.of(
                person("rita", PortalAccess.OFF, null, 3),
                new Person(
                        "sara",
                        Kind.EMPLOYEE,
                        "Sara",
                        List.of("sara@oriale.example"),
                        "oriale",
                        PortalAccess.ON,
                        null,
                        "pl",
                        null,
                        false,
                        3))) {
            take(person(leaves.id(), PortalAccess.ON, null, 2));
            assertThat(logins.account(leaves.id()).enabled()).isTrue();

            var told = hintsDuring(() -> take(leaves));

            assertThat(logins.account(leaves.id()).enabled()).isFalse();
            assertThat(told)
                    .as("open pages look again")
                    .contains("p%3A" + logins.account(leaves.id()).person() + " rights changed");
            assertThat(logins.work(leaves.id())).containsExactly("login.enable-if-new", "login.disable");
        }
    }

    @Test
    void aNewPasswordIsMadeOncePerWish() {
        take(person("tola", PortalAccess.ON, null, 1));
        take(person("tola", PortalAccess.ON, NOON, 2));
        take(person("tola", PortalAccess.ON, NOON, 3));
        assertThat(logins.work("tola")).containsExactly("login.enable-if-new", "login.password");

        take(person("tola", PortalAccess.ON, NOON.plusSeconds(60), 4));

        assertThat(logins.work("tola")).containsExactly("login.enable-if-new", "login.password", "login.password");
    }

    @Test
    void aWishForAPasswordBeforeAccessIsContainedInIt() {
        take(person("ula", PortalAccess.UNSET, NOON, 1));
        take(person("ula", PortalAccess.ON, NOON, 2));
        take(person("ula", PortalAccess.ON, NOON, 3));

        assertThat(logins.work("ula")).containsExactly("login.enable-if-new");
    }

    @Test
    void aNewNameOrAddressFollowsToTheLogin() {
        take(person("wanda", PortalAccess.ON, null, 1));
        take(new Person(
                "wanda",
                Kind.EMPLOYEE,
                "Wanda Nowa",
                List.of("Wanda.Nowa@oriale.example"),
                "oriale",
                PortalAccess.ON,
                null,
                "pl",
                null,
                true,
                2));

        assertThat(logins.work("wanda")).containsExactly("login.enable-if-new", "login.update");
        assertThat(logins.account("wanda").address()).isEqualTo("wanda.nowa@oriale.example");
    }

    @Test
    void aSharedAddressBelongsToNobody() {
        take(new Person(
                "x1",
                Kind.EXTERNAL,
                "Xawery",
                List.of("biuro@brzozow.example"),
                "brzozow",
                PortalAccess.UNSET,
                null,
                "pl",
                null,
                true,
                1));
        take(new Person(
                "x2",
                Kind.EXTERNAL,
                "Ksenia",
                List.of("BIURO@brzozow.example"),
                "brzozow",
                PortalAccess.UNSET,
                null,
                "pl",
                null,
                true,
                1));

        assertThatThrownBy(() -> accounts.named("biuro@brzozow.example"))
                .isInstanceOfSatisfying(
                        AccountRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.AMBIGUOUS));
        assertThatThrownBy(() -> accounts.enable(logins.account("x1").person(), Wishes.administrator()))
                .isInstanceOfSatisfying(
                        AccountRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.ADDRESS_SHARED));
    }

    @Test
    void administratorsFindPeopleByPartsOfWhatTheyKnow() {
        take(person("zuza", PortalAccess.UNSET, null, 1));

        assertThat(accounts.list(Accounts.Filter.text("ZUZA@"), Optional.empty(), 50))
                .extracting(Account::platformId)
                .containsExactly("zuza");
        assertThat(accounts.list(Accounts.Filter.text("100%"), Optional.empty(), 50))
                .isEmpty();
        var first = accounts.list(Accounts.Filter.text(""), Optional.empty(), 1).getFirst();
        var second = accounts.list(
                Accounts.Filter.text(""), Optional.of(new Accounts.Position(first.name(), first.person())), 1);
        assertThat(second)
                .singleElement()
                .satisfies(next -> assertThat(next.person()).isNotEqualTo(first.person()));
    }

    private String hintsDuring(Runnable change) {
        try (var connection = portal.bean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("listen portal_hints");
            change.run();
            return Arrays.stream(connection.unwrap(PGConnection.class).getNotifications(5000))
                    .map(PGNotification::getParameter)
                    .collect(Collectors.joining());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void take(Person... people) {
        portal.work(() -> portal.bean(PeopleIntake.class).take(List.of(), List.of(people)));
    }

    private static Person person(String id, PortalAccess access, @Nullable Instant passwordAskedAt, long version) {
        return new Person(
                id,
                Kind.EMPLOYEE,
                id,
                List.of(id + "@oriale.example"),
                "oriale",
                access,
                passwordAskedAt,
                "pl",
                null,
                true,
                version);
    }
}
