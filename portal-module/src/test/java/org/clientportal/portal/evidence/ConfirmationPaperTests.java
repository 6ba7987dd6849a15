package org.clientportal.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clientportal.portal.branding.BrandSettings;
import org.clientportal.portal.branding.Brands;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.evidence.Confirmed.Line;
import org.clientportal.portal.pdf.PdfRenderer;
import org.clientportal.portal.pdf.PdfSettings;
import org.clientportal.portal.web.Messages;
import org.clientportal.portal.web.Templates;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** Confirmations on paper, in both languages. Samples are kept in {@code target/documents} for a look by eye. */
class ConfirmationPaperTests {

    private static final String CODE = "K7QF-2M9X-TR4B-W8HD-5Z3N";

    private final ConfirmationPaper paper = new ConfirmationPaper(
            new PdfRenderer(new Templates(), new PdfSettings(1, Duration.ofSeconds(60), null)),
            new Messages(),
            new Brands(Binder.get(new org.springframework.mock.env.MockEnvironment())
                    .bindOrCreate("portal.brand", BrandSettings.class)),
            new PortalAddress(URI.create("https://pomoc.oriale.example")),
            Clock.fixed(SampleConfirmations.SIGNED, ZoneOffset.UTC));

    @Test
    void aPartialAcceptanceSaysWhatWasTakenAndWhatWasNot() throws IOException {
        var text = text("pl-issue-partial", sample("pl", false, true, twoLines(true, false)));
        assertThat(text)
                .contains("Potwierdzenie odbioru", "R-2026/17, wersja 2", "Piotr Zieliński")
                .contains("1 z 2", "przyjęte", "nieprzyjęte", "PF3O0IL1", "OR-00124")
                .contains("Potwierdzam odbiór rzeczy oznaczonych „przyjęte”.")
                .contains("Dobry, zarysowana obudowa", "Nie było jej w pudełku")
                .contains("Anna Wiśniewska", "anna@oriale.example", "24 listopada 2026, 14:05:12", "UTC+01:00")
                .contains(CODE, "pomoc.oriale.example/check", "strona 1 z 1")
                .doesNotContain("\u25a1");
        assertThat(text("en-issue-partial", sample("en", false, true, twoLines(true, false))))
                .contains("Confirmation of receipt", "1 of 2", "not accepted", "24 November 2026, 14:05:12", "Warsaw")
                .contains("I do not accept the items marked “not accepted”.", "page 1 of 1");
    }

    @Test
    void aReturnSpeaksOfGivingBack() throws IOException {
        assertThat(text("pl-return-all", sample("pl", true, false, twoLines(true, true))))
                .contains("Potwierdzenie zwrotu", "zwrócone", "Potwierdzam zwrot wszystkich wymienionych rzeczy.")
                .doesNotContain("przyjęte", "niezwrócone. ");
        assertThat(text("en-return-none", sample("en", true, false, twoLines(false, false))))
                .contains("Confirmation of return", "not returned", "I am returning none of the items listed.");
    }

    @Test
    void aLongListHasItsHeadOnEachPageAndTheSignatureInOnePiece() throws IOException {
        var pdf = draw("pl-issue-long", sample("pl", false, true, SampleConfirmations.many(70)));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page < document.getNumberOfPages(); page++) {
                assertThat(text(document, page)).contains("Stan i uwagi", CODE);
            }
            assertThat(text(document, document.getNumberOfPages()))
                    .contains("Podpis", "Potwierdzam odbiór rzeczy", "14:05:12", "Kod sprawdzający: " + CODE);
        }
    }

    @Test
    void aCommentLongerThanAPageIsPrintedWhole() throws IOException {
        var comment = "Zdanie o tym, w jakim stanie jest ta rzecz i co z nią jest nie tak. ".repeat(120) + "KONIEC";
        var line = new Line("l", "Laptop", null, null, 1, false, "Zły", comment);
        assertThat(text("pl-issue-comment", sample("pl", false, false, List.of(line))))
                .contains("KONIEC", "Podpis");
    }

    @Test
    void itIsTaggedAndBringsItsFonts() throws IOException {
        try (var document = Loader.loadPDF(draw("tags", sample("pl", false, true, twoLines(true, false))))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("pl");
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Potwierdzenie odbioru: Stanowisko do pracy w domu i w biurze");
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void noLineEndsAfterAWordOfOneLetterOrWithinADate() throws IOException {
        var comment =
                "Rysa z lewej i z prawej, a o tym w dniu 3 maja 2026 r. wie pan z biura i nikt o to u nas w firmie nie pyta. "
                        .repeat(12);
        var line = new Line("l", "Laptop", null, null, 1, true, "", comment);
        try (var document = Loader.loadPDF(draw("pl-typography", sample("pl", false, false, List.of(line))))) {
            var lines = new PDFTextStripper()
                    .getText(document)
                    .lines()
                    .map(String::strip)
                    .toList();
            assertThat(lines)
                    .noneMatch(each -> each.matches(".*[ \u00a0][aiouwzAIOUWZ]"))
                    .noneMatch(each -> each.matches("(maja|2026|r\\.) .*"));
        }
    }

    private static List<Line> twoLines(boolean laptop, boolean dock) {
        return List.of(SampleConfirmations.laptop(laptop), SampleConfirmations.dock(dock));
    }

    private static Confirmed sample(String language, boolean returned, boolean drawn, List<Line> lines) {
        return SampleConfirmations.of(
                1, 1, "R-2026/17", Locale.of(language), returned, drawn ? SampleConfirmations.drawn() : null, lines);
    }

    private byte[] draw(String name, Confirmed confirmed) throws IOException {
        var drawn = paper.draw(confirmed, CODE);
        assertThat(drawn.fileName()).matches("[a-z-]+-R-2026_17-2\\.pdf");
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve("confirmation-" + name + ".pdf"), drawn.pdf());
        return drawn.pdf();
    }

    private String text(String name, Confirmed confirmed) throws IOException {
        try (var document = Loader.loadPDF(draw(name, confirmed))) {
            return text(document, 0);
        }
    }

    /** @param page 0 for all */
    private static String text(PDDocument document, int page) throws IOException {
        var text = new PDFTextStripper();
        text.setSortByPosition(true);
        if (page > 0) {
            text.setStartPage(page);
            text.setEndPage(page);
        }
        return text.getText(document).replaceAll("[\\s\u00a0]+", " ");
    }
}
