package org.clientportal.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.identity.AccountRefused.Why;
import org.clientportal.portal.identity.Enabling.Line;
import org.clientportal.portal.identity.Enabling.Outcome;
import org.clientportal.ports.PeopleIntake;
import org.junit.jupiter.api.Test;

/** A list of people is enabled: what becomes of each, also the second time. */
class EnablingIT {

    private final RunningPortal portal = RunningPortal.get();
    private final LoginsUnderTest logins = new LoginsUnderTest(portal);
    private final Accounts accounts = portal.bean(Accounts.class);
    private final Enabling enabling = portal.bean(Enabling.class);

    @Test
    void eachLineIsAnsweredAndARefusalStopsNobody() {
        take(
                person("m-ola", Kind.EMPLOYEE, true, "m-ola@oriale.example"),
                person("m-agent", Kind.AGENT, true, "m-agent@oriale.example"),
                person("m-left", Kind.EMPLOYEE, false, "m-left@oriale.example"),
                person("m-two", Kind.EXTERNAL, true, "m-office@brzozow.example"),
                person("m-too", Kind.EXTERNAL, true, "m-office@brzozow.example"),
                person("m-none", Kind.EMPLOYEE, true),
                person("m-jan", Kind.EMPLOYEE, true, "m-jan@oriale.example"));
        var named = List.of(
                "M-OLA@oriale.example",
                "m-agent@oriale.example",
                "m-left@oriale.example",
                "m-office@brzozow.example",
                id("m-two"),
                id("m-none"),
                "nobody@oriale.example",
                "m-jan@oriale.example");

        var rehearsed = enabling.enable(named, Wishes.administrator(), true);
        assertThat(accounts.named("m-ola@oriale.example").enabled()).isFalse();
        var done = enabling.enable(named, Wishes.administrator(), false);
        var again = enabling.enable(named, Wishes.administrator(), false);

        for (var lines : List.of(rehearsed, done)) {
            assertThat(lines)
                    .extracting(Line::outcome)
                    .containsExactly(
                            Outcome.ENABLED,
                            Outcome.REFUSED,
                            Outcome.REFUSED,
                            Outcome.REFUSED,
                            Outcome.REFUSED,
                            Outcome.REFUSED,
                            Outcome.REFUSED,
                            Outcome.ENABLED);
            assertThat(lines)
                    .extracting(Line::reason)
                    .containsExactly(
                            null,
                            Why.AGENT,
                            Why.INACTIVE,
                            Why.AMBIGUOUS,
                            Why.ADDRESS_SHARED,
                            Why.NO_ADDRESS,
                            Why.NOT_FOUND,
                            null);
        }
        assertThat(again.getFirst().outcome()).isEqualTo(Outcome.ALREADY);
        assertThat(again.getLast().outcome()).isEqualTo(Outcome.ALREADY);
        assertThat(logins.work("m-ola")).as("no second mail").containsExactly("login.enable");
    }

    @Test
    void whoseLoginIsParkedIsEnabledAgainAndMeanwhileNamed() {
        take(person("m-parked", Kind.EMPLOYEE, true, "m-parked@oriale.example"));
        var named = List.of("m-parked@oriale.example");
        enabling.enable(named, Wishes.administrator(), false);
        park("m-parked", "another login at Keycloak has the address");

        var parked = accounts.list(
                new Accounts.Filter("m-parked", Optional.empty(), Optional.empty(), true), Optional.empty(), 10);
        assertThat(parked).singleElement().satisfies(account -> {
            assertThat(account.state()).isEqualTo("failed");
            assertThat(account.problem()).contains("another login at Keycloak has the address");
        });
        assertThat(enabling.enable(named, Wishes.administrator(), false))
                .extracting(Line::outcome)
                .containsExactly(Outcome.ENABLED);
        assertThat(logins.work("m-parked")).containsExactly("login.enable", "login.enable");
    }

    @Test
    void anAddressThatSomebodyLeftIsThatOfTheNewEmployee() {
        take(
                person("m-old", Kind.EMPLOYEE, false, "m-desk@oriale.example"),
                person("m-new", Kind.EMPLOYEE, true, "m-desk@oriale.example"));

        assertThat(accounts.named("m-desk@oriale.example").platformId()).isEqualTo("m-new");
        assertThat(enabling.enable(List.of("m-desk@oriale.example"), Wishes.administrator(), false))
                .extracting(Line::outcome)
                .containsExactly(Outcome.ENABLED);
    }

    @Test
    void anOrganisationIsMeantWithAllBelowIt() {
        portal.work(() -> portal.bean(PeopleIntake.class)
                .take(
                        List.of(
                                new Organisation("m-top", "Manufaktura", null, true, 1),
                                new Organisation("m-below", "Dział", "m-top", true, 1)),
                        List.of(in("m-top", "m-top-one"), in("m-below", "m-below-one"))));

        assertThat(accounts.organisation("MANUFAKTURA")).isEqualTo("m-top");
        var found = accounts.list(
                new Accounts.Filter("", Optional.empty(), Optional.of("m-top"), false), Optional.empty(), 50);
        assertThat(found).extracting(Account::platformId).containsExactlyInAnyOrder("m-top-one", "m-below-one");
    }

    @Test
    void aMovedLoginTellsItsFormerAddressOnce() {
        take(person("m-move", Kind.EMPLOYEE, true, "m-before@oriale.example"));
        var rows = portal.bean(LoginRows.class);
        var person = accounts.named("m-before@oriale.example").person();
        rows.enable(person, Wishes.administrator(), LoginTopic.ENABLE);
        rows.linkedWithPassword(person, "kc-m-move", "m-before@oriale.example");
        assertThat(notices(person)).isEmpty();

        rows.linked(person, "kc-m-move", "m-after@oriale.example");
        rows.linked(person, "kc-m-move", "m-after@oriale.example");

        assertThat(notices(person)).containsExactly("m-before@oriale.example");
    }

    private List<String> notices(long person) {
        return portal.inWork(
                () -> portal.jdbc().sql("""
                        select f.address from outbox o join former_address f on f.id = o.subject
                        where o.topic = 'login.former-address' and o.destination = 'MAIL' and f.person = ?""").param(person).query(String.class).list());
    }

    /** The worker refuses it. */
    private void park(String platformId, String why) {
        portal.work(() -> portal.jdbc().sql("""
                        update outbox set state = 'PARKED', reason = 'forbidden', why = ?, finished_at = now()
                        where lane = 'login:' || (select id from person where platform_id = ?)""").params(why, platformId).update());
    }

    private String id(String platformId) {
        return portal.inWork(() -> portal.jdbc()
                .sql("select id from person where platform_id = ?")
                .param(platformId)
                .query(String.class)
                .single());
    }

    private void take(Person... people) {
        portal.work(() -> portal.bean(PeopleIntake.class).take(List.of(), List.of(people)));
    }

    private static Person in(String organisation, String id) {
        return new Person(
                id,
                Kind.EMPLOYEE,
                id,
                List.of(id + "@oriale.example"),
                organisation,
                PortalAccess.UNSET,
                null,
                "pl",
                null,
                true,
                1);
    }

    private static Person person(String id, Kind kind, boolean active, String... addresses) {
        return new Person(id, kind, id, List.of(addresses), "brzozow", PortalAccess.UNSET, null, "pl", null, active, 1);
    }
}
