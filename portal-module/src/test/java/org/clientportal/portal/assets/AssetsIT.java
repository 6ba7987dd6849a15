package org.clientportal.portal.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Asset.Field;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Asset.State;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.portal.Browser;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.TicketCopy;
import org.clientportal.portal.catalogue.SampleCatalogue;
import org.clientportal.ports.ChangeIntake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An asset on its way from hand to hand, and what its holders see of it and say of it. */
class AssetsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final Holders ANNAS = Holders.person(ANNA);
    private static final Holders MAREKS = Holders.person(MAREK);
    private static final Instant HANDED_OUT = Instant.parse("2026-02-03T09:00:00Z");
    private static int cursor;

    @BeforeAll
    static void everybodyHasAssets() {
        PORTAL.grantToAll("assets");
        PORTAL.grantToAll("tickets");
    }

    @AfterAll
    static void nobodyHasAssets() {
        PORTAL.work(() -> {
            PORTAL.jdbc()
                    .sql("delete from access_line where feature in ('assets', 'organisation-assets')")
                    .update();
            PORTAL.jdbc().sql("delete from asset").update();
        });
    }

    private static void says(Asset... assets) {
        says(List.of(), assets);
    }

    private static void says(List<Person> people, Asset... assets) {
        var intake = PORTAL.bean(ChangeIntake.class);
        intake.take(
                intake.cursor().orElse(null),
                new ChangePage(
                        List.of(), people, List.of(), List.of(), List.of(), List.of(assets), "a" + ++cursor, false));
    }

    private static Asset asset(String id, String name, Holders holders, State state, long version) {
        return new Asset(
                id,
                Asset.Kind.DEVICE,
                name,
                "Latitude 5450",
                "Dell",
                "OR-" + id,
                "SN-" + id,
                state,
                "Running",
                holders,
                LocalDate.parse("2026-02-03"),
                null,
                LocalDate.parse("2029-02-02"),
                "Gdańsk, pokój 214",
                List.of(new Field("Pamięć", "32 GB")),
                List.of(new FileRef(id + "-f", "Karta gwarancyjna.pdf", "application/pdf", 10)),
                HANDED_OUT.plusSeconds(86_400 * version),
                false,
                version);
    }

    private static Asset gone(String id, long version) {
        return new Asset(
                id,
                Asset.Kind.DEVICE,
                "",
                "",
                "",
                null,
                null,
                State.RETIRED,
                "",
                Holders.NOBODY,
                null,
                null,
                null,
                "",
                List.of(),
                List.of(),
                HANDED_OUT.plusSeconds(86_400 * version),
                true,
                version);
    }

    @Test
    void aHolderSeesEverythingAndOthersNothing() {
        says(asset("1001", "Laptop Anny", ANNAS, State.IN_USE, 1));
        var anna = PORTAL.browser(ANNA);

        var page = anna.page("/equipment/1001");

        assertThat(page.select("h1").text()).isEqualTo("Laptop Anny");
        assertThat(page.text())
                .contains(
                        "OR-1001", "SN-1001", "Dell Latitude 5450", "Gdańsk, pokój 214", "32 GB", "Karta gwarancyjna");
        assertThat(anna.page("/equipment").text()).contains("Laptop Anny");
        assertThat(anna.page("/").text()).contains("Laptop Anny");
        assertThat(anna.page("/search?q=latitude").text()).contains("Laptop Anny");
        assertThat(anna.page("/search?q=SN-1001").text()).contains("Laptop Anny");
        var marek = PORTAL.browser(MAREK);
        assertThat(marek.get("/equipment/1001").statusCode()).isEqualTo(404);
        for (var path :
                List.of("/", "/equipment", "/equipment?tab=returned", "/search?q=latitude", "/search?q=OR-1001")) {
            assertThat(marek.get(path).body()).as(path).doesNotContain("Laptop Anny");
        }
    }

    @Test
    void whoeverGaveItBackKeepsNameCodeAndDatesAndLearnsNothingLater() {
        says(asset("1002", "Telefon w rękach Anny", ANNAS, State.IN_USE, 1));
        var anna = PORTAL.browser(ANNA);
        var file = anna.page("/equipment/1002").select("a.chip").attr("href");
        assertThat(file).startsWith("/equipment/1002/files/");

        says(asset("1002", "Telefon po zmianie nazwy", MAREKS, State.IN_USE, 20));

        var page = anna.page("/equipment/1002");
        assertThat(page.select("h1").text()).isEqualTo("Telefon w rękach Anny");
        assertThat(page.text()).contains("OR-1002", "3 lut", "23 lut");
        assertThat(page.text()).doesNotContain("SN-1002", "Gdańsk", "32 GB", "Karta", "Telefon po zmianie");
        assertThat(anna.get(file).statusCode()).isEqualTo(404);
        assertThat(anna.page("/equipment").text()).doesNotContain("Telefon");
        assertThat(anna.page("/equipment?tab=returned").text())
                .contains("Telefon w rękach Anny")
                .doesNotContain("Telefon po zmianie");
        assertThat(anna.get("/a/OR-1002").statusCode()).isEqualTo(404);
        assertThat(anna.page("/search?q=OR-1002").text()).doesNotContain("Telefon w rękach");
        var marek = PORTAL.browser(MAREK).page("/equipment/1002");
        assertThat(marek.text()).contains("Telefon po zmianie nazwy", "SN-1002", "ktoś inny");
        assertThat(marek.text()).doesNotContain("Anna", "Telefon w rękach");

        says(gone("1002", 40));
        assertThat(PORTAL.browser(MAREK).page("/equipment/1002").text()).doesNotContain("SN-1002");
        assertThat(anna.page("/equipment/1002").text()).contains("Telefon w rękach Anny", "23 lut");
    }

    @Test
    void whatComesBackIsSeenAgainAndTheOldTimeStaysInItsHistory() {
        says(asset("1003", "Torba", ANNAS, State.IN_USE, 1));
        says(asset("1003", "Torba", Holders.NOBODY, State.IN_STOCK, 10));
        assertThat(PORTAL.browser(ANNA).page("/equipment?tab=returned").text()).contains("Torba");

        says(asset("1003", "Torba", ANNAS, State.IN_USE, 30));

        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/equipment?tab=returned").text()).doesNotContain("Torba");
        assertThat(anna.page("/equipment/1003").select(".history li")).hasSize(2);
        says(asset("1003", "Torba, dawna wersja", MAREKS, State.IN_USE, 29));
        assertThat(anna.page("/equipment/1003").text()).doesNotContain("dawna");
    }

    @Test
    void whatIsReturnedByItsStateIsNobodysEvenIfSomebodyIsStillNamed() {
        says(asset("1004", "Stary monitor", ANNAS, State.RETURNED, 1));

        assertThat(PORTAL.browser(ANNA).get("/equipment/1004").statusCode()).isEqualTo(404);
    }

    @Test
    void aGroupSharesAndAnOrganisationSharesOnlyWhereThatIsGranted() {
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("insert into person_group (person, name) select id, 'projektor' from person where platform_id = ?"
                        + " on conflict do nothing")
                .param(ANNA)
                .update());
        says(
                asset("1005", "Projektor", new Holders(List.of(), List.of("projektor"), List.of()), State.IN_USE, 1),
                asset("1006", "Drukarka", new Holders(List.of(), List.of(), List.of("oriale")), State.IN_USE, 1));
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/equipment").text())
                .contains("Projektor", "projektor")
                .doesNotContain("Drukarka");
        assertThat(anna.get("/equipment/1006").statusCode()).isEqualTo(404);
        assertThat(anna.page("/search?q=drukarka").select("main").text()).doesNotContain("OR-1006");
        assertThat(PORTAL.browser(MAREK).get("/equipment/1005").statusCode()).isEqualTo(404);

        PORTAL.grantToAll("organisation-assets");

        assertThat(anna.page("/equipment").text()).contains("Drukarka", "Oriale");
        assertThat(anna.page("/equipment/1006").select("a[href$=/correction]")).isEmpty();
        assertThat(PORTAL.browser(EWA).get("/equipment/1006").statusCode()).isEqualTo(404);
    }

    @Test
    void aLabelLeadsItsHolderToTheAssetAndNobodyElse() {
        says(asset("1007", "Z etykietą", ANNAS, State.IN_USE, 1));

        var answer = PORTAL.browser(ANNA).get("/a/or-1007");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/equipment/1007");
        var marek = PORTAL.browser(MAREK);
        var foreign = marek.get("/a/OR-1007");
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(marek.get("/a/OR-9999").statusCode()).isEqualTo(404);
        assertThat(PORTAL.stranger().get("/a/OR-1007").statusCode()).isEqualTo(302);
    }

    @Test
    void whoeverArrivesLaterSeesWhatWasHandedOutToThem() {
        says(asset("1008", "Dla nowej osoby", new Holders(List.of("p-nowa"), List.of(), List.of()), State.IN_USE, 1));
        says(List.of(new Person(
                "p-nowa",
                Person.Kind.EMPLOYEE,
                "Nowa Osoba",
                List.of("nowa@oriale.example"),
                "oriale",
                Person.PortalAccess.UNSET,
                null,
                "pl",
                "Europe/Warsaw",
                true,
                1)));

        var rows = PORTAL.inWork(() -> PORTAL.jdbc().sql("""
                        select count(*) from asset_reader r join asset a on a.id = r.asset
                          join person p on r.scope = 'a:p:' || p.id
                          join asset_holding h on h.asset = a.id and h.scope = r.scope and h.until is null
                        where a.platform_id = '1008' and p.platform_id = 'p-nowa'""").query(Long.class).single());
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void aProblemIsReportedWithTheAssetNamed() {
        says(asset("1009", "Zepsuty laptop", ANNAS, State.IN_USE, 1));
        var anna = PORTAL.browser(ANNA);
        var form = anna.page(anna.page("/equipment/1009")
                .selectFirst("main a[href^=/tickets/new/plain]")
                .attr("href"));
        assertThat(form.select("input[name=subject]").attr("value")).isEqualTo("Problem: Zepsuty laptop");

        anna.submit(
                form,
                "/tickets",
                Map.of("subject", "Problem: Zepsuty laptop", "text", "Nie wstaje.", "category", "hardware"));

        assertThat(anna.page("/equipment/1009").text()).contains("Problem: Zepsuty laptop");
        var sent = PORTAL.platformTakes().stream()
                .filter(NewTicket.class::isInstance)
                .map(NewTicket.class::cast)
                .filter(ticket -> ticket.subject().equals("Problem: Zepsuty laptop"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.assetId()).isEqualTo("1009");
        assertThat(sent.text()).isEqualTo("Nie wstaje.\n\nDotyczy: Zepsuty laptop (OR-1009)");
        PORTAL.platformSays(TicketCopy.of(PORTAL.ticket("9009", "Drugi o tym samym", "open", ANNA))
                .about("1009", "no-such")
                .ticket());
        assertThat(anna.page("/equipment/1009").text()).contains("Drugi o tym samym");
        assertThat(anna.page("/tickets/9009").select("a[href=/equipment/1009]").text())
                .isEqualTo("Zepsuty laptop");
        PORTAL.platformSays(TicketCopy.of(PORTAL.ticket("9009", "Drugi o tym samym", "open", ANNA))
                .ticket());
        assertThat(anna.page("/equipment/1009").text()).doesNotContain("Drugi o tym samym");
    }

    @Test
    void anotherPersonsAssetIsNotNamedInATicket() {
        says(asset("1010", "Laptop Marka", MAREKS, State.IN_USE, 1));
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.get("/tickets/new/plain?asset=1010").body()).doesNotContain("Laptop Marka");

        anna.submit(
                anna.page("/tickets/new/plain"),
                "/tickets",
                Map.of("subject", "Cudze", "text", "Tekst", "category", "hardware", "asset", "1010"));

        var sent = PORTAL.platformTakes().stream()
                .filter(NewTicket.class::isInstance)
                .map(NewTicket.class::cast)
                .filter(ticket -> ticket.subject().equals("Cudze"))
                .findFirst()
                .orElseThrow();
        assertThat(sent.assetId()).isNull();
        assertThat(sent.text()).isEqualTo("Tekst");
    }

    @Test
    void whatAFormOfTheCatalogueNamesIsLinkedWhenItIsTheirs() {
        says(
                asset("1031", "Laptop z formularza", ANNAS, State.IN_USE, 1),
                asset("1032", "Cudzy", MAREKS, State.IN_USE, 1));
        SampleCatalogue.apply(
                PORTAL,
                SampleCatalogue.with(
                        "naprawa", 1, "everyone", "- { id: rzecz, type: asset, label: { pl: Rzecz, en: Thing } }", ""));
        try {
            var anna = PORTAL.browser(ANNA);
            PORTAL.platformTakes();
            for (var code : List.of("OR-1031", "OR-1032")) {
                anna.submit(anna.page("/tickets/new/naprawa"), "/tickets/new/naprawa", Map.of("q-rzecz", code));
            }
            assertThat(PORTAL.platformTakes().stream()
                            .filter(NewTicket.class::isInstance)
                            .map(sent -> Optional.ofNullable(((NewTicket) sent).assetId())))
                    .containsExactlyInAnyOrder(Optional.of("1031"), Optional.empty());
        } finally {
            SampleCatalogue.forget(PORTAL);
        }
    }

    @Test
    void notHavingSomethingIsSaidOnceAtATime() throws Exception {
        says(asset("1011", "Czego nie mam", ANNAS, State.IN_USE, 1));
        var anna = PORTAL.browser(ANNA);
        var forms = List.of(anna.page("/equipment/1011/correction"), anna.page("/equipment/1011/correction"));
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = forms.stream()
                    .map(form -> (Callable<Integer>)
                            () -> anna.submit(form, "/equipment/1011/correction", Map.of("text", "Oddane w maju."))
                                    .statusCode())
                    .toList();
            for (var answer : threads.invokeAll(both)) {
                assertThat(answer.get()).isEqualTo(302);
            }
        }

        var page = anna.page("/equipment/1011");
        assertThat(page.select("a[href$=/correction]")).isEmpty();
        assertThat(page.text()).contains("Sprawdzamy, czy to masz.");
        assertThat(anna.get("/equipment/1011/correction").statusCode()).isEqualTo(302);
        var sent = PORTAL.platformTakes().stream()
                .filter(NewTicket.class::isInstance)
                .map(NewTicket.class::cast)
                .filter(ticket -> ticket.subject().contains("Czego nie mam"))
                .toList();
        assertThat(sent).singleElement().satisfies(ticket -> {
            assertThat(ticket.text()).contains("OR-1011", "SN-1011", "Nie mam tej rzeczy", "Oddane w maju.");
            assertThat(ticket.assetId()).isEqualTo("1011");
            assertThat(ticket.categoryId()).isEqualTo("hardware");
        });

        var number = "p" + sent.getFirst().key().value().substring(0, 8);
        PORTAL.platformSays(PORTAL.ticket(number, "Nie mam tego", "closed", ANNA));
        assertThat(anna.page("/equipment/1011").select("a[href$=/correction]")).hasSize(1);
    }

    @Test
    void whatMovedOnWhileTheFormWasOpenIsSaidAndNothingIsSent() {
        says(asset("1012", "Oddane w trakcie", ANNAS, State.IN_USE, 1));
        var anna = PORTAL.browser(ANNA);
        var form = anna.page("/equipment/1012/correction");
        says(asset("1012", "Oddane w trakcie", MAREKS, State.IN_USE, 5));

        var answer = anna.submit(form, "/equipment/1012/correction", Map.of("text", "x"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/equipment/1012");
        assertThat(anna.page("/equipment/1012").text()).contains("Już tego nie masz");
        assertThat(PORTAL.platformTakes())
                .noneMatch(sent ->
                        sent instanceof NewTicket ticket && ticket.subject().contains("Oddane w trakcie"));
    }

    @Test
    void withoutTheFeatureThereIsNothing() {
        says(asset("1013", "Bez uprawnienia", Holders.person(EWA), State.IN_USE, 1));
        PORTAL.work(() -> PORTAL.jdbc().sql("""
                        insert into access_line (level, person, feature, granted, changed_at, changed_by)
                        select 'PERSON', id, 'assets', false, now(), 'test' from person where platform_id = ?""").param(EWA).update());

        Browser ewa = PORTAL.browser(EWA);

        for (var path : List.of("/equipment", "/equipment/1013", "/equipment/1013/correction", "/a/OR-1013")) {
            assertThat(ewa.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(ewa.get("/").body()).doesNotContain("Bez uprawnienia").doesNotContain("/equipment");
        assertThat(ewa.get("/search?q=OR-1013").body()).doesNotContain("Bez uprawnienia");
        PORTAL.work(() -> PORTAL.jdbc()
                .sql("delete from access_line where level = 'PERSON' and feature = 'assets'")
                .update());
    }
}
