package org.clientportal.portal.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import org.clientportal.itsm.Person;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.grants.AccessController.Grant;
import org.clientportal.ports.PeopleIntake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group of the platform counts like one of the portal's own, and each of the two takes away only what it gave. */
class PlatformGroupsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final Principal EWA_OF_IT = () -> "ewa@it.example";
    private static final String GOSIA = "pg-gosia";
    private static final String GOSIAS = GOSIA + "@oriale.example";
    private static long version = 1;

    private final AccessController access = PORTAL.bean(AccessController.class);

    @BeforeEach
    void gosiaMaySignIn() {
        platformSays();
        PORTAL.work(() -> PORTAL.jdbc().sql("""
                        insert into login (person, keycloak_id, enabled, email, changed_at, changed_by)
                        select id, 'kc-' || platform_id, true, platform_id || '@oriale.example', now(), 'test'
                        from person where platform_id = ? on conflict (person) do nothing""").param(GOSIA).update());
    }

    @AfterEach
    void noGroups() {
        platformSays();
        PORTAL.work(() -> {
            PORTAL.jdbc().sql("delete from access_line where level = 'GROUP'").update();
            PORTAL.jdbc().sql("delete from person_group").update();
        });
    }

    @Test
    void linesAndAudiencesOfAGroupSpeakOfThePlatformsPeople() {
        access.grant(new Grant("group:pg-heads", List.of("tickets"), null, true, null, null), EWA_OF_IT);
        var gosia = PORTAL.browser(GOSIA);
        assertThat(gosia.get("/tickets").statusCode()).isEqualTo(200);

        platformSays(" pg-heads ", "pg-readers", "", "x".repeat(101));
        assertThat(gosia.get("/tickets").statusCode()).isEqualTo(404);
        assertThat(audiences()).contains("a:g:pg-heads", "a:g:pg-readers");
        assertThat(by("pg-heads")).isEqualTo("platform");
        assertThat(access.explain(GOSIAS, "tickets").steps().toString()).contains("pg-heads");

        platformSays("pg-readers");
        assertThat(gosia.get("/tickets").statusCode()).isEqualTo(200);
        assertThat(audiences()).contains("a:g:pg-readers").doesNotContain("a:g:pg-heads");
        assertThat(deeds()).containsSubsequence("group.joined pg-heads", "group.left pg-heads");
    }

    @Test
    void whoIsInAGroupByBothStaysUntilBothTakeThemOut() {
        platformSays("pg-both");
        access.join("pg-both", GOSIAS, EWA_OF_IT);
        assertThat(by("pg-both")).isEqualTo("both");
        access.grant(new Grant("group:pg-both", List.of("chat"), null, null, null, null), EWA_OF_IT);
        assertThat(access.lines(GOSIAS).items())
                .as("one line, not two")
                .filteredOn(line -> line.feature().equals("chat"))
                .hasSize(1);

        access.leave("pg-both", GOSIAS, EWA_OF_IT);
        assertThat(by("pg-both")).isEqualTo("platform");
        assertThatThrownBy(() -> access.leave("pg-both", GOSIAS, EWA_OF_IT))
                .isInstanceOfSatisfying(
                        AdminProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(Reason.WRONG_STATE));

        access.join("pg-both", GOSIAS, EWA_OF_IT);
        platformSays();
        assertThat(by("pg-both")).isEqualTo("portal");
        access.leave("pg-both", GOSIAS, EWA_OF_IT);
        assertThatThrownBy(() -> access.leave("pg-both", GOSIAS, EWA_OF_IT))
                .isInstanceOfSatisfying(
                        AdminProblem.class,
                        problem -> assertThat(problem.reason()).isEqualTo(Reason.NOT_FOUND));
    }

    private static void platformSays(String... groups) {
        var gosia = new Person(
                GOSIA,
                Person.Kind.EMPLOYEE,
                "Gosia Grupowa",
                List.of(GOSIAS),
                "oriale",
                Person.PortalAccess.UNSET,
                null,
                "pl",
                null,
                true,
                ++version,
                List.of(groups));
        PORTAL.work(() -> PORTAL.bean(PeopleIntake.class).take(List.of(), List.of(gosia)));
    }

    private String by(String group) {
        var members = access.groups(group).items();
        assertThat(members).hasSize(1);
        return members.getFirst().by();
    }

    private static List<String> audiences() {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql("select audiences_of(id) as audiences from person where platform_id = ?")
                .param(GOSIA)
                .query((row, number) ->
                        Arrays.asList((String[]) row.getArray("audiences").getArray()))
                .single());
    }

    private static List<String> deeds() {
        return PORTAL.inWork(() -> PORTAL.jdbc()
                .sql(
                        "select act || ' ' || (after ->> 'group') as deed from audit where act like 'group.%' and subject_name = 'Gosia Grupowa' order by id")
                .query(String.class)
                .list());
    }
}
