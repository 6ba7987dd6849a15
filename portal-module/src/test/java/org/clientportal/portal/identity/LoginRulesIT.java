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
    private final LoginsUnderTest logins = new LoginsUnderTest(portal);
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
        assertThat(logins.account("r-ola").enabled()).isTrue();
        assertThat(logins.account("r-ela").enabled()).isFalse();
        assertThat(logins.work("r-ola")).as("one mail").containsExactly("login.enable");
        assertThat(logins.account("r-ola").login().orElseThrow().changedBy()).isEqualTo("organisation:r-top");

        take("r-ola", "r-other", PortalAccess.UNSET);
        sweep.sweep();
        assertThat(logins.account("r-ola").enabled()).isFalse();
        take("r-ola", "r-top", PortalAccess.UNSET);
        sweep.sweep();
        assertThat(logins.account("r-ola").enabled()).isTrue();
        assertThat(logins.work("r-ola")).containsExactly("login.enable", "login.disable", "login.enable");
    }

    @Test
    void aGroupDoesTheSame() {
        take("r-gosia", "r-other", PortalAccess.UNSET);
        rules.add(LoginRule.Kind.GROUP, "r-managers", Wishes.administrator());
        sweep.sweep();
        assertThat(logins.account("r-gosia").enabled()).isFalse();

        portal.work(() -> portal.jdbc()
                .sql("insert into person_group (person, name) values (?, 'r-managers')")
                .param(logins.account("r-gosia").person())
                .update());
        sweep.sweep();
        assertThat(logins.account("r-gosia").enabled()).isTrue();
        assertThat(rules.all()).singleElement().satisfies(rule -> {
            assertThat(rule.people()).isEqualTo(1);
            assertThat(rule.enabled()).isEqualTo(1);
        });

        rules.remove(LoginRule.Kind.GROUP, "r-managers", Wishes.administrator());
        sweep.sweep();
        assertThat(logins.account("r-gosia").enabled()).isFalse();
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
        accounts.disable(logins.account("r-shut").person(), Wishes.administrator());

        var told = enabling.underRule(rules.people(LoginRule.Kind.ORGANISATION, "r-top"));
        rules.add(LoginRule.Kind.ORGANISATION, "r-top", Wishes.administrator());
        sweep.sweep();

        assertThat(told)
                .filteredOn(line -> line.outcome() == Enabling.Outcome.REFUSED)
                .extracting(line -> String.valueOf(line.account().platformId()))
                .contains("r-off", "r-shut");
        assertThat(logins.account("r-off").enabled()).isFalse();
        assertThat(logins.account("r-shut").enabled()).isFalse();
        assertThat(logins.account("r-since").enabled()).isTrue();
        assertThat(logins.account("r-on").enabled()).isTrue();
        enabling.enable(addresses.subList(1, 2), Wishes.administrator(), false);
        take("r-on", "r-top", PortalAccess.ON);

        rules.remove(LoginRule.Kind.ORGANISATION, "r-top", Wishes.administrator());
        sweep.sweep();

        assertThat(logins.account("r-before").enabled()).isTrue();
        assertThat(logins.account("r-since").enabled())
                .as("an administrator wanted it since")
                .isTrue();
        assertThat(logins.account("r-on").enabled()).as("the platform wants it").isTrue();
        assertThat(logins.work("r-since")).as("no second mail").containsExactly("login.enable");
    }

    @Test
    void whoComesBackToTheFirmComesInAgain() {
        take("r-back", "r-top", PortalAccess.UNSET);
        rules.add(LoginRule.Kind.ORGANISATION, "r-top", Wishes.administrator());
        sweep.sweep();
        take("r-back", "r-top", PortalAccess.UNSET, false);
        assertThat(logins.account("r-back").enabled()).isFalse();

        take("r-back", "r-top", PortalAccess.UNSET, true);
        sweep.sweep();

        assertThat(logins.account("r-back").enabled()).isTrue();
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
}
