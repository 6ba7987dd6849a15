package org.clientportal.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.conversation.ClamdDouble;
import org.clientportal.portal.conversation.ClamdDouble.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a scanner nobody gets a file that was not found clean. */
class ScannedFilesIT {

    private static ClamdDouble scanner;
    private static RunningPortal portal;
    private static PublishedDocuments documents;

    @BeforeAll
    static void aPortalWithAScanner() throws IOException {
        scanner = new ClamdDouble();
        portal = RunningPortal.scannedBy(scanner.address());
        portal.grantToAll("documents");
        documents = new PublishedDocuments(portal);
    }

    @AfterAll
    static void close() throws IOException {
        portal.close();
        scanner.close();
    }

    @BeforeEach
    void itWorks() {
        scanner.is(Mood.WORKING);
    }

    private static void publish(String id, String text) {
        documents.publish(id, "Dokument " + id, ANNA, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static int file(String id) {
        return portal.browser(ANNA).get("/documents/" + id + "/versions/1/file").statusCode();
    }

    private static String page(String id) {
        return portal.browser(ANNA).page("/documents/" + id).select("main").text();
    }

    @Test
    void itIsGivenAwayWhenItWasFoundCleanAndNotBefore() {
        publish("4001", "czysty tekst");
        assertThat(file("4001")).isEqualTo(425);
        assertThat(page("4001"))
                .contains("Sprawdzamy, czy ten plik jest bezpieczny")
                .doesNotContain("Pobierz");
        assertThat(portal.browser(ANNA).get("/documents/4001/versions/1/file").body())
                .contains("Sprawdzamy ten plik")
                .doesNotContain("czysty tekst");

        documents.tend();

        assertThat(scanner.seen()).contains("czysty tekst");
        assertThat(file("4001")).isEqualTo(200);
        assertThat(page("4001")).contains("Pobierz").doesNotContain("Sprawdzamy");
    }

    @Test
    void whatWasFoundIsHeldForGoodAndAdministratorsAreTold() {
        publish("4002", "zły VIRUS");

        documents.tend();

        assertThat(file("4002")).isEqualTo(423);
        assertThat(page("4002")).contains("Zatrzymaliśmy ten plik").doesNotContain("Pobierz");
        assertThat(portal.inWork(() -> portal.jdbc()
                        .sql("select cast(after as text) from audit where act = 'file.held'")
                        .query(String.class)
                        .single()))
                .contains("Test.Virus-1");
        documents.tend();
        assertThat(scanner.seen().stream().filter("zły VIRUS"::equals)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whileTheScannerIsSilentEverythingWaits() {
        for (var mood : new Mood[] {Mood.SLAMMING, Mood.FAILING}) {
            var id = "41" + (10 + mood.ordinal());
            scanner.is(mood);
            publish(id, "czeka " + id);

            documents.tend();

            assertThat(file(id)).as(mood.name()).isEqualTo(425);
            assertThat(page(id)).contains("Sprawdzamy");
        }
        scanner.is(Mood.WORKING);
        portal.work(() -> portal.jdbc()
                .sql("update content_scan set retry_at = now() where state = 'WAITING'")
                .update());
        documents.tend();
        assertThat(file("41" + (10 + Mood.SLAMMING.ordinal()))).isEqualTo(200);
        assertThat(file("41" + (10 + Mood.FAILING.ordinal()))).isEqualTo(200);
    }

    @Test
    void whatTheScannerDoesNotTakeIsHeld() {
        scanner.is(Mood.TOO_LARGE);
        publish("4003", "x".repeat(200_000));

        documents.tend();

        assertThat(file("4003")).isEqualTo(423);
    }
}
