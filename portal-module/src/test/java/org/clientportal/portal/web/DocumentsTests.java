package org.clientportal.portal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clientportal.portal.pdf.Document;
import org.clientportal.portal.pdf.DocumentFrame;
import org.clientportal.portal.pdf.PdfRenderer;
import org.clientportal.portal.pdf.PdfSettings;
import org.clientportal.portal.pdf.PrintedHtml;
import org.clientportal.portal.pdf.TooManyDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents on paper, in both languages: whole, readable for machines that read aloud, and cut off from the world. */
class DocumentsTests {

    private static final String ATTACK = "<script>alert(1)</script>\"' onmouseover=x \u202e{0}${1}\u0000\u0008";
    private static final SampleScene.Said HOSTILE =
            new SampleScene.Said(ATTACK, ATTACK, ATTACK, ATTACK, ATTACK + ".png", ATTACK);

    private final PdfRenderer renderer =
            new PdfRenderer(new Templates(), new PdfSettings(1, Duration.ofSeconds(60), null));

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void aDocumentIsReadableByEyeAndByEar(String language) throws IOException {
        for (var sample : new SampleDocuments(language, SampleScene.FRIENDLY, "#0b5563")
                .documents()
                .entrySet()) {
            var bytes = renderer.render(sample.getValue(), SampleDocuments.pictures(9));
            keep(language + "-" + sample.getKey(), bytes);
            try (var pdf = Loader.loadPDF(bytes)) {
                assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(language);
                assertThat(pdf.getDocumentInformation().getTitle()).contains("VPN", "48213");
                assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                        .isTrue();
                assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
                assertThat(tags(pdf.getDocumentCatalog().getStructureTreeRoot()))
                        .contains("H1", "H2", "H3", "P", "Table", "TH", "TD", "Figure");
                assertThat(fonts(pdf))
                        .hasSizeGreaterThan(1)
                        .allSatisfy((name, embedded) ->
                                assertThat(embedded).as(name).isTrue());
                assertThat(pictures(pdf)).isGreaterThanOrEqualTo(2);
                assertThatTextIsWhole(pdf, language);
            }
        }
    }

    private static void assertThatTextIsWhole(PDDocument pdf, String language) throws IOException {
        var text = text(pdf);
        assertThat(text.replaceAll("\\s+", " "))
                .contains(SampleDocuments.ALPHABET, "Anna Wiśniewska", "Piotr Zieliński", "Błąd 809", "(UTC+01:00)")
                .contains("vpn-dziennik.txt (")
                .contains(language.equals("pl") ? "Pracujemy nad tym" : "We’re working on it")
                .doesNotContain("\u25a1");
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            var one = new PDFTextStripper();
            one.setSortByPosition(true);
            one.setStartPage(page);
            one.setEndPage(page);
            assertThat(one.getText(pdf).replaceAll("\\s+", " "))
                    .contains(
                            language.equals("pl")
                                    ? "strona " + page + " z " + pdf.getNumberOfPages()
                                    : "page " + page + " of " + pdf.getNumberOfPages());
        }
    }

    @Test
    void aLongTableHasItsHeadOnEachPage() throws IOException {
        var sample = new SampleDocuments("pl", SampleScene.FRIENDLY, "#0b5563")
                .documents()
                .get("ticket-long");
        try (var pdf = Loader.loadPDF(renderer.render(sample, Map.of()))) {
            assertThat(text(pdf).split("Port Stan", -1).length - 1).isGreaterThan(9);
        }
    }

    @Test
    void whatPeopleWriteStaysText() throws IOException {
        for (var sample :
                new SampleDocuments("pl", HOSTILE, "#0b5563").documents().values()) {
            try (var pdf = Loader.loadPDF(renderer.render(sample, Map.of()))) {
                assertThat(text(pdf)).contains("<script>alert(1)</script>");
                assertThat(pdf.getDocumentCatalog().getNames())
                        .satisfiesAnyOf(
                                none -> assertThat(none).isNull(),
                                names -> assertThat(names.getJavaScript()).isNull());
                assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            }
        }
    }

    @Test
    void nothingIsFetchedWhateverADocumentNames() throws IOException {
        var asked = new AtomicInteger();
        try (var server = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                while (true) {
                    try (var call = server.accept()) {
                        asked.incrementAndGet();
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
            var secret = Files.writeString(Files.createTempFile("secret", ".css"), "h1:after{content:'GEHEIM'}");
            var hostile = new Hostile(
                    DocumentFrame.of(
                            new SampleDocuments("pl", SampleScene.FRIENDLY, "#0b5563").frame(Place.TICKETS), "x"),
                    "http://localhost:" + server.getLocalPort(),
                    secret.toUri().toString());
            try (var pdf = Loader.loadPDF(renderer.render(hostile, Map.of()))) {
                assertThat(text(pdf)).contains("Nagłówek").doesNotContain("GEHEIM");
                assertThat(pictures(pdf)).isZero();
            }
            assertThat(asked).hasValue(0);
        }
    }

    /** A document of the worst: {@code documents/hostile.ftlh} names everything that can be named. */
    public record Hostile(DocumentFrame frame, String http, String file) implements Document {

        @Override
        public String template() {
            return "documents/hostile";
        }
    }

    @Test
    void tablesInTablesInTablesAreDrawnInTime() throws IOException {
        var deep = "<table><tr><td>".repeat(60) + "w środku" + "</td></tr></table>".repeat(60)
                + "<blockquote>".repeat(400) + "głęboko" + "</blockquote>".repeat(400);
        var began = System.nanoTime();
        var sample = new SampleDocuments("pl", SampleScene.FRIENDLY, "#0b5563").ticket(1, deep);
        try (var pdf = Loader.loadPDF(renderer.render(sample, Map.of()))) {
            assertThat(text(pdf)).contains("w środku", "głęboko");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void whatCanBeFoldedIsOpenAndLinksSayWhereTheyLead() {
        var printed = PrintedHtml.of(
                "<details><summary>Cytat</summary><p>treść</p></details><a href=\"https://a.example/b\">tu</a>"
                        + "<a href=\"/tickets/1\">tam</a><img src=\"/attachments/1\"><a href=\"javascript:x\">x</a><p style=\"a\" onclick=\"b\">y</p>",
                address -> Optional.empty());
        assertThat(printed)
                .contains("<div>Cytat</div>", "title=\"https://a.example/b\"", "<span>tam</span>", "<p>y</p>")
                .doesNotContain("<img", "javascript", "details");
    }

    @Test
    void aVeryLongTicketIsDrawnBesideOtherWork() throws IOException {
        var sample = new SampleDocuments("pl", SampleScene.FRIENDLY, "#0b5563").ticket(200, "");
        System.gc();
        var began = System.nanoTime();
        var bytes = renderer.render(sample, SampleDocuments.pictures(50));
        var took = Duration.ofNanos(System.nanoTime() - began);
        try (var pdf = Loader.loadPDF(bytes)) {
            System.out.printf(
                    "2,000 entries, 50 pictures: %d ms, %d pages, %d kB%n",
                    took.toMillis(), pdf.getNumberOfPages(), bytes.length / 1000);
            assertThat(pdf.getNumberOfPages()).isGreaterThan(100);
        }
        assertThat(took).isLessThan(Duration.ofSeconds(90));
    }

    @Test
    void whoeverComesWhileAnotherIsDrawnWaitsAndThenIsAskedToComeAgain() throws InterruptedException {
        var impatient = new PdfRenderer(new Templates(), new PdfSettings(1, Duration.ofMillis(50), null));
        var sample = new SampleDocuments("pl", SampleScene.FRIENDLY, "#0b5563")
                .documents()
                .get("ticket-short");
        var drawing = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = Thread.ofVirtual().start(() -> impatient.render(new Slow(sample, drawing, goOn), Map.of()));
        drawing.await();
        assertThatThrownBy(() -> impatient.render(sample, Map.of())).isInstanceOf(TooManyDocuments.class);
        goOn.countDown();
        first.join();
        assertThat(impatient.render(sample, Map.of())).isNotEmpty();
    }

    /** A document that is being drawn until it is told to go on. */
    private record Slow(Document document, CountDownLatch drawing, CountDownLatch goOn) implements Document {

        @Override
        public DocumentFrame frame() {
            return document.frame();
        }

        @Override
        public String template() {
            drawing.countDown();
            try {
                goOn.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            throw new IllegalStateException("never drawn");
        }
    }

    private static String text(PDDocument pdf) throws IOException {
        var text = new PDFTextStripper();
        text.setSortByPosition(true);
        return text.getText(pdf).replace('\u00a0', ' ');
    }

    private static ArrayList<String> tags(PDStructureNode node) {
        var tags = new ArrayList<String>();
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                tags.add(element.getStructureType());
                tags.addAll(tags(element));
            }
        }
        return tags;
    }

    private static Map<String, Boolean> fonts(PDDocument pdf) throws IOException {
        var fonts = new java.util.TreeMap<String, Boolean>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                var font = page.getResources().getFont(name);
                fonts.put(font.getName(), font.isEmbedded());
            }
        }
        return fonts;
    }

    private static int pictures(PDDocument pdf) throws IOException {
        var pictures = 0;
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getXObjectNames()) {
                pictures += page.getResources().isImageXObject(name) ? 1 : 0;
            }
        }
        return pictures;
    }

    /** For a look by eye: {@code target/documents}. */
    private static void keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target", "documents"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }
}
