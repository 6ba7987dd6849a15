package org.clientportal.portal.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.catalogue.SampleCatalogue.with;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientportal.portal.Browser;
import org.clientportal.portal.Browser.Chosen;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.Entitlements;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.catalogue.SampleCatalogue;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Anna asks for a laptop, with and without mistakes, while the form changes under her; Ewa of another firm has other forms. */
class RequestsIT {

    private static final String FIELDS = """
            - { id: model, type: choice, label: { pl: Jaki, en: Which }, options: [light, strong], required: true, platform-field: Model }
            - { id: why, type: long-text, label: { pl: Dlaczego, en: Why }, shown: { field: model, is: strong }, required: true, messages: { required: { pl: "Napisz, dlaczego.", en: Tell us why. } } }
            - { id: who, type: person, label: { pl: Dla kogo, en: For whom } }
            - { id: extras, type: choices, label: { pl: Dodatki, en: Extras }, options: [bag, mouse], default: bag }
            - { id: photo, type: file, label: { pl: Zdjęcie, en: Picture } }
            """;

    private static final String ROUTING = """
            subject: "Laptop {model}"
            routing:
              category: Sieć
              priority: normal
            """;

    private static final String LAPTOP = "/tickets/new/laptop";

    private final RunningPortal portal = RunningPortal.get();
    private final Browser anna = portal.browser(ANNA);
    private final Browser ewa = portal.browser(EWA);

    @BeforeEach
    void aCatalogue() {
        SampleCatalogue.forget(portal);
        SampleCatalogue.apply(portal, laptop(1, FIELDS));
    }

    @AfterEach
    void noCatalogue() {
        SampleCatalogue.forget(portal);
    }

    private static String laptop(int version, String fields) {
        return with("laptop", version, "organisation:oriale", fields, ROUTING);
    }

    @Test
    void aNewTicketBeginsWithTheChoiceAndThePlainOneIsAlwaysThere() {
        var choice = anna.page("/tickets/new");

        assertThat(choice.select(".kind a").eachAttr("href")).containsExactly(LAPTOP);
        assertThat(choice.select("a[href=/tickets/new/plain]")).isNotEmpty();
        assertThat(anna.page("/tickets/new/plain").select("form[action=/tickets]"))
                .hasSize(1);
        // Ewa has nothing to choose from
        assertThat(ewa.page("/tickets/new").select("form[action=/tickets]")).hasSize(1);
        assertThat(ewa.page("/tickets/new").text()).doesNotContain("laptop");
    }

    @Test
    void aKindThatIsNotForSomebodyDoesNotExist() {
        assertThat(anna.get(LAPTOP).statusCode()).isEqualTo(200);
        assertThat(ewa.get(LAPTOP).statusCode()).isEqualTo(404);
        for (var path : List.of("/search?q=laptop", "/search/suggestions?q=lapt", "/tickets/new?q=laptop")) {
            assertThat(anna.get(path).body()).as(path).contains(LAPTOP);
            assertThat(ewa.get(path).body()).as(path).doesNotContain(LAPTOP);
        }
        SampleCatalogue.apply(portal, with("laptop", 2, "kind:external", FIELDS, ROUTING));
        assertThat(anna.get(LAPTOP).statusCode()).isEqualTo(404);
        SampleCatalogue.apply(portal, with("laptop", 3, "kind:employee", FIELDS, ROUTING));
        assertThat(ewa.get(LAPTOP).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsSentBecomesOneTicketWithFilesAndItsForm() {
        var form = anna.page(LAPTOP);
        var values = Map.of(
                "q-model", "strong", "q-why", "Kompiluję.\nDużo.", "q-who", "marek nowak", "q-extras", "\nmouse");
        var file = new Chosen("files", "biurko.png", "image/png", new byte[] {1, 2, 3});

        var first = anna.submit(form, LAPTOP, values, file);
        var second = anna.submit(form, LAPTOP, values, file);

        assertThat(first.statusCode()).isEqualTo(302);
        var url = location(first).replace("?said=ticket-sent", "");
        assertThat(location(second)).isEqualTo(url);
        var page = anna.page(url);
        assertThat(page.text())
                .contains("Laptop strong", "Kompiluję.", "biurko.png", "Formularz: Nowy laptop, wersja 1");
        assertThat(page.select(".prose").text())
                .contains("Dla kogo: Marek Nowak <marek@oriale.example>", "Dodatki: mouse");
        assertThat(
                        query(
                                "select category || ' ' || priority from ticket where subject = 'Laptop strong' order by id desc limit 1"))
                .containsExactly("network normal");
        assertThat(query(
                        "select k.name || ' ' || r.version from ticket_request r join request_kind k on k.id = r.kind"))
                .containsExactly("laptop 1");
        assertThat(ewa.get(url).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndNothingIsLost() {
        var answer = anna.submit(
                anna.page(LAPTOP),
                LAPTOP,
                Map.of("q-model", "strong", "q-who", "Nikt Taki", "q-extras", ""),
                new Chosen("files", "biurko.png", "image/png", new byte[] {1, 2, 3}));

        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Jsoup.parse(answer.body());
        assertThat(page.select(".summary a").eachText())
                .containsExactly(
                        "Napisz, dlaczego.",
                        "Nie znajdujemy osoby „Nikt Taki” w Twojej organizacji. Sprawdź pisownię albo podaj adres e-mail.");
        assertThat(page.select(".summary a").eachAttr("href")).containsExactly("#f-q-why", "#f-q-who");
        assertThat(page.selectFirst("#f-q-why-wrong").text()).isEqualTo("Napisz, dlaczego.");
        assertThat(page.selectFirst("input[name=q-who]").attr("value")).isEqualTo("Nikt Taki");
        assertThat(page.select("input[name=q-model][value=strong]").hasAttr("checked"))
                .isTrue();
        // unticked is an answer, so the default does not come back
        assertThat(page.select("input[name=q-extras][checked]")).isEmpty();
        assertThat(page.text()).contains("biurko.png");

        var sent =
                anna.submit(page, LAPTOP, Map.of("q-model", "strong", "q-why", "Bo tak", "q-who", "", "q-extras", ""));
        assertThat(anna.page(location(sent)).text()).contains("biurko.png", "Bo tak");
    }

    @Test
    void withoutJavaScriptAConditionIsToldAndTheServerDecides() {
        var why = anna.page(LAPTOP).selectFirst("[data-question=q-why]");
        assertThat(why.hasAttr("data-off")).isTrue();
        assertThat(why.selectFirst(".when").text()).isEqualTo("Tylko gdy „Jaki” to: strong.");

        var sent = anna.submit(anna.page(LAPTOP), LAPTOP, Map.of("q-model", "light", "q-why", "Zbędne słowa"));

        assertThat(anna.page(location(sent)).text()).contains("Laptop light").doesNotContain("Zbędne słowa");
    }

    @Test
    void aFormThatChangedMeanwhileKeepsEverythingAndTellsWhat() {
        var begun = anna.page(LAPTOP);
        SampleCatalogue.apply(
                portal,
                laptop(
                        2,
                        FIELDS.replace("- { id: who, type: person, label: { pl: Dla kogo, en: For whom } }", "")
                                + "- { id: colour, type: text, label: { pl: Kolor, en: Colour }, required: true }\n"));

        var told =
                anna.submit(begun, LAPTOP, Map.of("q-model", "strong", "q-why", "Kompiluję", "q-who", "Marek Nowak"));

        assertThat(told.statusCode()).isEqualTo(409);
        var page = Jsoup.parse(told.body());
        assertThat(page.selectFirst("#changes").text())
                .contains(
                        "Ten formularz jest teraz trochę inny",
                        "Nowe pytanie: Kolor",
                        "Nie pytamy już o: Dla kogo (wpisane: Marek Nowak)");
        assertThat(page.selectFirst("textarea[name=q-why]").text()).isEqualTo("Kompiluję");
        assertThat(query("select subject from ticket where subject like 'Laptop strong%'"))
                .isEmpty();

        var sent = anna.submit(page, LAPTOP, Map.of("q-model", "strong", "q-why", "Kompiluję", "q-colour", "szary"));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(anna.page(location(sent)).text()).contains("szary", "wersja 2");
        assertThat(query("select version from ticket_request")).containsExactly("2");
    }

    @Test
    void aChangeNobodySeesAsksNobodyAgain() {
        var begun = anna.page(LAPTOP);
        SampleCatalogue.apply(
                portal, with("laptop", 2, "organisation:oriale", FIELDS, ROUTING.replace("Sieć", "hardware")));

        assertThat(anna.submit(begun, LAPTOP, Map.of("q-model", "light")).statusCode())
                .isEqualTo(302);
        assertThat(query("select t.category || r.version from ticket_request r join ticket t on t.id = r.ticket"))
                .containsExactly("hardware2");
    }

    @Test
    void aFormThatIsGoneMeanwhileBecomesAPlainTicket() {
        var begun = anna.page(LAPTOP);
        SampleCatalogue.apply(portal, with("phone", 1, "everyone", FIELDS, ROUTING));

        var moved = anna.submit(
                begun,
                LAPTOP,
                Map.of("q-model", "strong", "q-why", "Tego nie oddam"),
                new Chosen("files", "biurko.png", "image/png", new byte[] {1, 2, 3}));

        var plain = anna.page(location(moved));
        assertThat(plain.selectFirst("textarea[name=text]").text()).contains("Tego nie oddam");
        assertThat(plain.text()).contains("biurko.png", "Tego formularza już nie ma");
        assertThat(anna.submit(
                                plain,
                                "/tickets",
                                Map.of("subject", "Laptop", "text", "Tego nie oddam", "category", "hardware"))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void anEndedSessionKeepsAFormOfTheCatalogueToo() {
        var form = anna.page(LAPTOP);
        anna.forget("portal_session");
        anna.submit(form, LAPTOP, Map.of("q-model", "strong", "q-why", "Czeka na mnie"));
        anna.take("portal_session", portal.browser(ANNA).cookie("portal_session"));

        var again = location(anna.get("/drafts/rescued"));

        assertThat(again).startsWith(LAPTOP + "?draft=");
        assertThat(anna.page(again).selectFirst("textarea[name=q-why]").text()).isEqualTo("Czeka na mnie");
    }

    @Test
    void colleaguesAreThoseOfTheOwnOrganisation() {
        assertThat(suggested(anna, "mar")).containsExactly("Marek Nowak");
        assertThat(suggested(anna, "nowak ma")).containsExactly("Marek Nowak");
        assertThat(suggested(anna, "wisn")).containsExactly("Anna Wiśniewska");
        for (var typed : List.of("ma", "ewa", "lis", "%", "___", "")) {
            assertThat(suggested(anna, typed)).as(typed).isEmpty();
        }
        assertThat(suggested(ewa, "ewa")).containsExactly("Ewa Lis");
        assertThat(suggested(ewa, "mar")).isEmpty();
        // an address of another firm is as unknown as one that is nobody's
        var wrong = anna.submit(anna.page(LAPTOP), LAPTOP, Map.of("q-model", "light", "q-who", "ewa@oriale.example"));
        assertThat(wrong.statusCode()).isEqualTo(422);
    }

    @Test
    void aPictureIsForThoseWhoHaveTheKind() {
        SampleCatalogue.apply(
                portal,
                with("laptop", 2, "organisation:oriale", FIELDS, ROUTING + "picture: laptop.png"),
                "laptop.png");
        var picture = anna.page("/tickets/new").selectFirst(".tile img").attr("src");

        assertThat(anna.get(picture).headers().firstValue("Content-Type")).contains("image/png");
        assertThat(ewa.get(picture).statusCode()).isEqualTo(404);
    }

    @Test
    void theFrequentOnesComeFirst() {
        var many = new StringBuilder(laptop(1, FIELDS));
        for (int i = 0; i < 8; i++) {
            many.append(SampleCatalogue.kind("kind-" + i, 1, "everyone", FIELDS, ROUTING));
        }
        SampleCatalogue.apply(portal, many.toString());
        assertThat(anna.page("/tickets/new").select("[data-frequent]")).isEmpty();

        anna.submit(anna.page("/tickets/new/kind-5"), "/tickets/new/kind-5", Map.of("q-model", "light"));
        SampleCatalogue.rank(portal);

        assertThat(anna.page("/tickets/new").select("[data-frequent] .kind a").eachAttr("href"))
                .containsExactly("/tickets/new/kind-5");
    }

    /** Behind the pages stands the database, with the role of pages. */
    @Test
    void theSecondWallHidesKindsTheirQuestionsAndTheirPictures() {
        SampleCatalogue.apply(
                portal,
                with("laptop", 2, "organisation:oriale", FIELDS, ROUTING + "picture: laptop.png"),
                "laptop.png");
        for (var table : List.of("request_kind", "request_kind_version", "request_kind_reader", "catalogue_picture")) {
            assertThat(seen(ANNA, table)).as(table).isPositive();
            assertThat(seen(EWA, table)).as(table).isZero();
        }
        assertThatThrownBy(() -> seen(ANNA, "catalogue")).hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> seen(ANNA, "ticket_request")).hasStackTraceContaining("permission denied");
    }

    private long seen(String person, String table) {
        var viewer = portal.inWork(() -> portal.jdbc()
                .sql("select id, audiences_of(id) as audiences from person where platform_id = ?")
                .param(person)
                .query((row, number) -> Viewer.of(
                        row.getLong("id"),
                        person,
                        person,
                        person,
                        "pl",
                        null,
                        new Entitlements(
                                Set.of(Feature.TICKETS),
                                List.of(),
                                List.of(),
                                false,
                                false,
                                List.of((String[]) row.getArray("audiences").getArray()),
                                null),
                        portal.bean(ViewerDefaults.class)))
                .single());
        var page =
                new TransactionTemplate(portal.context().getBean("pageTransactions", PlatformTransactionManager.class));
        return CurrentViewer.with(
                viewer,
                () -> page.execute(status -> portal.jdbc()
                        .sql("select count(*) from " + table)
                        .query(Long.class)
                        .single()));
    }

    private static List<String> suggested(Browser browser, String typed) {
        return Jsoup.parse(browser.get("/colleagues?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                        .body())
                .select("[role=option] .text")
                .eachText();
    }

    private List<String> query(String sql) {
        return portal.inWork(() -> portal.jdbc().sql(sql).query(String.class).list());
    }

    private static String location(HttpResponse<String> answer) {
        var uri = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }
}
