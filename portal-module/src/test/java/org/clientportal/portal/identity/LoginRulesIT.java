package org.clientportal.portal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.portal.RunningPortal;
import org.clientportal.ports.PeopleIntake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is in a group or an organisation comes in, and goes out again when only the rule let them in. */
class LoginRulesIT {

    private final RunningPortal portal = RunningPortal.get();
    private final Accounts accounts = portal.bean(Accounts.class);
    private final LoginRules rules = portal.bean(LoginRules.class);
    private final RuleSweep sweep = portal.bean(RuleSweep.class);
    private final Enabling enabling = portal.bean(Enabling.class);
    private static long version = 1;

    @BeforeEach
    void organisations() {
        portal.work(() -> portal.bean(PeopleIntake.class)
                .take(
                        List.of(
                                new Organisation("r-top", "Reguła", null, true, 1),
                                new Organisation("r-below", "Oddział", "r-top", true, 1),
                                new Organisation("r-other", "Obok", null, true, 1)),
                        List.of()));
    }

    @AfterEach
    void noRules() {
        rules.all().forEach(rule -> rules.remove(rule.kind(), rule.subject(), Wishes.administrator()));
        sweep.sweep();
    }

    @Test
    void everybodyBelowAnOrganisationComesInOnceAndLeavesWithIt() {
        take("r-ola", "r-below", PortalAccess.UNSET);
        take("r-ela", "r-other", PortalAccess.UNSET);

        rules.add(LoginRule.Kind.ORGANISATION, "r-top", Wishes.administrator());
        sweep.sweep();
        sweep.sweep();
        assertThat(account("r-ola").enabled()).isTrue();
        assertThat(account("r-ela").enabled()).isFalse();
        assertThat(work("r-ola")).as("one mail").containsExactly("login.enable");
        assertThat(account("r-ola").login().orElseThrow().changedBy()).isEqualTo("organisation:r-top");

        take("r-ola", "r-other", PortalAccess.UNSET);
        sweep.sweep();
        assertThat(account("r-ola").enabled()).isFalse();
        take("r-ola", "r-top", PortalAccess.UNSET);
        sweep.sweep();
        assertThat(account("r-ola").enabled()).isTrue();
        assertThat(work("r-ola")).containsExactly("login.enable", "login.disable", "login.enable");
    }

    @Test
    void aGroupDoesTheSame() {
        take("r-gosia", "r-other", PortalAccess.UNSET);
        rules.add(LoginRule.Kind.GROUP, "r-managers", Wishes.administrator());
        sweep.sweep();
        assertThat(account("r-gosia").enabled()).isFalse();

        portal.work(() -> portal.jdbc()
                .sql("insert into person_group (person, name) values (?, 'r-managers')")
                .param(account("r-gosia").person())
                .update());
        sweep.sweep();
        assertThat(account("r-gosia").enabled()).isTrue();
        assertThat(rules.all()).singleElement().satisfies(rule -> {
            assertThat(rule.people()).isEqualTo(1);
            assertThat(rule.enabled()).isEqualTo(1);
        });

        rules.remove(LoginRule.Kind.GROUP, "r-managers", Wishes.administrator());
        sweep.sweep();
        assertThat(account("r-gosia").enabled()).isFalse();
    }

    @Test
    void whatAnAdministratorOrThePlatformSaidStands() {
        take("r-before", "r-top", PortalAccess.UNSET);
        take("r-since", "r-top", PortalAccess.UNSET);
        take("r-on", "r-top", PortalAccess.UNSET);
        take("r-off", "r-top", PortalAccess.OFF);
        take("r-shut", "r-top", PortalAccess.UNSET);
        var addresses = List.of("r-before@oriale.example", "r-since@oriale.example", "r-shut@oriale.example");
        enabling.enable(List.of(addresses.getFirst(), addresses.getLast()), Wishes.administrator(), false);
        accounts.disable(account("r-shut").person(), Wishes.administrator());

        var told = enabling.underRule(rules.people(LoginRule.Kind.ORGANISATION, "r-top"));
        rules.add(LoginRule.Kind.ORGANISATION, "r-top", Wishes.administrator());
        sweep.sweep();

        assertThat(told)
                .filteredOn(line -> line.outcome() == Enabling.Outcome.REFUSED)
                .extracting(line -> String.valueOf(line.account().platformId()))
                .contains("r-off", "r-shut");
        assertThat(account("r-off").enabled()).isFalse();
        assertThat(account("r-shut").enabled()).isFalse();
        assertThat(account("r-since").enabled()).isTrue();
        assertThat(account("r-on").enabled()).isTrue();
        enabling.enable(addresses.subList(1, 2), Wishes.administrator(), false);
        take("r-on", "r-top", PortalAccess.ON);

        rules.remove(LoginRule.Kind.ORGANISATION, "r-top", Wishes.administrator());
        sweep.sweep();

        assertThat(account("r-before").enabled()).isTrue();
        assertThat(account("r-since").enabled())
                .as("an administrator wanted it since")
                .isTrue();
        assertThat(account("r-on").enabled()).as("the platform wants it").isTrue();
        assertThat(work("r-since")).as("no second mail").containsExactly("login.enable");
    }

    @Test
    void whoComesBackToTheFirmComesInAgain() {
        take("r-back", "r-top", PortalAccess.UNSET);
        rules.add(LoginRule.Kind.ORGANISATION, "r-top", Wishes.administrator());
        sweep.sweep();
        take("r-back", "r-top", PortalAccess.UNSET, false);
        assertThat(account("r-back").enabled()).isFalse();

        take("r-back", "r-top", PortalAccess.UNSET, true);
        sweep.sweep();

        assertThat(account("r-back").enabled()).isTrue();
    }

    private void take(String id, String organisation, PortalAccess access) {
        take(id, organisation, access, true);
    }

    private void take(String id, String organisation, PortalAccess access, boolean active) {
        var person = new Person(
                id,
                Kind.EMPLOYEE,
                id,
                List.of(id + "@oriale.example"),
                organisation,
                access,
                null,
                "pl",
                null,
                active,
                ++version);
        portal.work(() -> portal.bean(PeopleIntake.class).take(List.of(), List.of(person)));
    }

    private Account account(String platformId) {
        return accounts.of(portal.inWork(() -> portal.jdbc()
                .sql("select id from person where platform_id = ?")
                .param(platformId)
                .query(Long.class)
                .single()));
    }

    private List<String> work(String platformId) {
        return portal.inWork(() -> portal.jdbc()
                .sql(
                        "select topic from outbox where lane = 'login:' || (select id from person where platform_id = ?) order by id")
                .param(platformId)
                .query(String.class)
                .list());
    }
}
