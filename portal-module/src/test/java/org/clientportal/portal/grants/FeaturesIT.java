package org.clientportal.portal.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.security.Principal;
import java.util.List;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.grants.AccessController.Grant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not granted is not there: in the menu, at its address, as a file, in the organisation's list. */
class FeaturesIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final Principal EWA_OF_IT = () -> "ewa@it.example";
    private static final String ANNAS = ANNA + "@oriale.example";
    private static final String MAREKS = MAREK + "@oriale.example";

    private final AccessController access = PORTAL.bean(AccessController.class);

    @BeforeAll
    static void aTicketOfAnna() {
        PORTAL.platformSays(PORTAL.ticket("7100", "Rachunek za prąd", "open", ANNA));
    }

    @BeforeEach
    @AfterEach
    void onlyTicketsForEverybody() {
        PORTAL.work(() -> {
            PORTAL.jdbc()
                    .sql("delete from access_line where level <> 'INSTALLATION' or feature <> 'tickets'")
                    .update();
            PORTAL.jdbc().sql("delete from person_group").update();
            PORTAL.jdbc().sql("delete from confidential_category").update();
        });
    }

    private void grant(String subject, String feature) {
        access.grant(new Grant(subject, List.of(feature), null, null, null, null), EWA_OF_IT);
    }

    private void deny(String subject, String feature) {
        access.grant(new Grant(subject, List.of(feature), null, true, null, null), EWA_OF_IT);
    }

    @Test
    void aFeatureTakenAwayIsGoneAtOnceAndAnswersAsIfItNeverWas() {
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.get("/tickets/7100").statusCode()).isEqualTo(200);

        deny(ANNAS, "tickets");

        for (var path :
                List.of("/tickets", "/tickets/new", "/tickets/7100", "/tickets/7100/closure", "/tickets?query=prąd")) {
            var answer = anna.get(path.replace("ą", "%C4%85"));
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).as(path).doesNotContain("Rachunek");
        }
        var home = anna.get("/");
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body()).doesNotContain("/tickets").doesNotContain("Rachunek");
        assertThat(anna.get("/profile").body()).doesNotContain("href=\"/tickets");
        assertThat(PORTAL.browser(MAREK).get("/tickets").statusCode()).isEqualTo(200);
    }

    @Test
    void theNearestLevelThatSpeaksDecides() {
        deny("organisation:oriale", "tickets");
        assertThat(PORTAL.browser(ANNA).get("/tickets").statusCode()).isEqualTo(404);
        assertThat(PORTAL.browser(EWA).get("/tickets").statusCode()).isEqualTo(200);

        access.join("pilot", ANNAS, EWA_OF_IT);
        grant("group:pilot", "tickets");
        assertThat(PORTAL.browser(ANNA).get("/tickets").statusCode()).isEqualTo(200);

        // among groups a denial is the stronger word
        access.join("paused", ANNAS, EWA_OF_IT);
        deny("group:paused", "tickets");
        assertThat(PORTAL.browser(ANNA).get("/tickets").statusCode()).isEqualTo(404);

        grant(ANNAS, "tickets");
        assertThat(PORTAL.browser(ANNA).get("/tickets").statusCode()).isEqualTo(200);

        // a line whose time is over says nothing
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("update access_line set until = now() - interval '1 second' where level = 'PERSON'")
                .update());
        assertThat(PORTAL.browser(ANNA).get("/tickets").statusCode()).isEqualTo(404);
    }

    @Test
    void theOrganisationsTicketsAreReadByWhomeverTheyAreGranted() {
        var marek = PORTAL.browser(MAREK);
        assertThat(marek.get("/tickets/7100").statusCode()).isEqualTo(404);
        assertThat(marek.get("/tickets?of=organisation&tab=all").body()).doesNotContain("Rachunek");

        grant("organisation:oriale", "organisation-tickets");

        assertThat(marek.get("/tickets?of=organisation&tab=all").body()).contains("Rachunek", "Anna Wiśniewska");
        assertThat(marek.get("/tickets?tab=all").body()).doesNotContain("Rachunek");
        var page = marek.page("/tickets/7100");
        assertThat(page.select("form[action$=/replies], form[action$=/closure], a[href$=/closure]"))
                .isEmpty();
        assertThat(page.select("#move").text()).contains("Anna Wiśniewska");
        var csrf = page.selectFirst("input[name=_csrf]").attr("value");
        for (var action : List.of("replies", "closure", "reopening")) {
            assertThat(marek.send("POST", "/tickets/7100/" + action + "?_csrf=" + csrf + "&text=x")
                            .statusCode())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(PORTAL.browser(EWA).get("/tickets/7100").statusCode()).isEqualTo(404);
    }

    @Test
    void confidentialCategoriesStayWithThePeopleOnThem() {
        grant("organisation:oriale", "organisation-tickets");
        access.hide("hardware", EWA_OF_IT);
        assertThat(PORTAL.browser(MAREK).get("/tickets/7100").statusCode()).isEqualTo(404);
        assertThat(PORTAL.browser(ANNA).get("/tickets/7100").statusCode()).isEqualTo(200);
        access.show("hardware", EWA_OF_IT);
        assertThat(PORTAL.browser(MAREK).get("/tickets/7100").statusCode()).isEqualTo(200);
    }

    @Test
    void aBranchIsSeenFromAboveAndNotFromBeside() {
        PORTAL.work(() -> {
            PORTAL.jdbc().sql("""
                    insert into organisation (platform_id, name, parent_platform_id, active, version) values
                      ('oriale-gd', 'Oriale Gdańsk', 'oriale', true, 1), ('oriale-waw', 'Oriale Warszawa', 'oriale', true, 1)
                    on conflict do nothing""").update();
            PORTAL.jdbc()
                    .sql("update ticket set organisation_platform_id = 'oriale-gd' where number = '7100'")
                    .update();
        });
        try {
            access.grant(
                    new Grant(
                            EWA + "@oriale.example",
                            List.of("organisation-tickets"),
                            null,
                            null,
                            null,
                            "Oriale Warszawa"),
                    EWA_OF_IT);
            assertThat(PORTAL.browser(EWA).get("/tickets/7100").statusCode()).isEqualTo(404);
            access.grant(
                    new Grant(EWA + "@oriale.example", List.of("organisation-tickets"), null, null, null, "oriale"),
                    EWA_OF_IT);
            assertThat(PORTAL.browser(EWA).get("/tickets/7100").statusCode()).isEqualTo(200);
            // the branch moves elsewhere in the tree
            PORTAL.work(() -> PORTAL.jdbc()
                    .sql("update organisation set parent_platform_id = 'brzozow' where platform_id = 'oriale-gd'")
                    .update());
            assertThat(PORTAL.browser(EWA).get("/tickets/7100").statusCode()).isEqualTo(404);
        } finally {
            PORTAL.work(() -> PORTAL.jdbc()
                    .sql("update ticket set organisation_platform_id = 'oriale' where number = '7100'")
                    .update());
        }
    }

    @Test
    void anExplanationNamesTheRowThatOpensOrTheOneThatIsMissing() {
        var annas = access.explain(ANNAS, "/tickets/7100");
        assertThat(annas.visible()).isTrue();
        assertThat(annas.steps().toString()).contains("granted to everybody", "reader row p:", "requester");

        assertThat(access.explain(ANNAS, "/tickets/7100?all#reply").visible()).isTrue();
        assertThat(access.explain(ANNAS, "/tickets?tab=all").visible()).isTrue();
        assertThatThrownBy(() -> access.explain(ANNAS, "/attachments/------------------------------------"))
                .isInstanceOf(AdminProblem.class);

        var mareks = access.explain(MAREKS, "https://help.example.com/tickets/7100");
        assertThat(mareks.visible()).isFalse();
        assertThat(mareks.steps().toString()).contains("no reader row for p:");

        grant(MAREKS, "organisation-tickets");
        assertThat(access.explain(MAREKS, "/tickets/7100").steps().toString())
                .contains("reader row o:oriale, organisation");

        deny("installation", "tickets");
        try {
            assertThat(access.explain(ANNAS, "tickets").visible()).isFalse();
            assertThat(access.explain(ANNAS, "/tickets/7100").steps().toString())
                    .contains("denied to everybody by ewa@it.example");
        } finally {
            grant("installation", "tickets");
        }
    }

    @Test
    void aProfileIsABundleOfLines() {
        access.grant(new Grant(ANNAS, null, "restricted", null, null, null), EWA_OF_IT);
        var lines = access.lines(ANNAS).items();
        assertThat(lines).filteredOn(line -> line.feature().equals("receipts")).allMatch(LineView::granted);
        assertThat(lines)
                .filteredOn(line -> line.feature().equals("knowledge"))
                .hasSize(1)
                .noneMatch(LineView::granted)
                .allMatch(line -> "restricted".equals(line.profile()));
    }

    @Test
    void aProfileWithASecondFactorDemandsItAndTheOneWithoutLeavesTheDemand() {
        access.grant(new Grant(ANNAS, null, "employee-second-factor", null, null, null), EWA_OF_IT);
        assertThat(access.explain(ANNAS, "second-factor").visible()).isTrue();
        assertThat(access.explain(ANNAS, "knowledge").visible()).isTrue();
        assertThatThrownBy(() -> access.grant(
                        new Grant(ANNAS, List.of("second-factor"), "employee-second-factor", null, null, null),
                        EWA_OF_IT))
                .isInstanceOf(AdminProblem.class)
                .hasMessageContaining("organisation-tickets");

        access.grant(new Grant(ANNAS, List.of("organisation-tickets"), "external-client", null, null, null), EWA_OF_IT);
        assertThat(access.explain(ANNAS, "chat").visible()).isFalse();
        assertThat(access.explain(ANNAS, "second-factor").visible())
                .as("a demand ends by its name only")
                .isTrue();

        access.revoke(ANNAS, List.of("second-factor"), EWA_OF_IT);
        assertThat(access.explain(ANNAS, "second-factor").visible()).isFalse();
    }
}
