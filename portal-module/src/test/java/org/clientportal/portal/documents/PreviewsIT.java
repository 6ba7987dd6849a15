package org.clientportal.portal.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.MAREK;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.clientportal.portal.RunningPortal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages become pictures in a process of their own, and what was made to break it breaks that process only. */
class PreviewsIT {

    private static final RunningPortal PORTAL = RunningPortal.get();
    private static final PublishedDocuments DOCUMENTS = new PublishedDocuments(PORTAL);

    @BeforeAll
    static void everybodyHasDocuments() {
        PORTAL.grantToAll("documents");
    }

    @AfterAll
    static void nobodyHasDocuments() {
        PORTAL.work(() -> {
            PORTAL.jdbc()
                    .sql("delete from access_line where feature = 'documents'")
                    .update();
            PORTAL.jdbc().sql("delete from document").update();
        });
    }

    private static byte[] pdf(int pages, PDRectangle size, String text) throws IOException {
        try (var document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                var page = new PDPage(size);
                document.addPage(page);
                try (var paint = new PDPageContentStream(document, page)) {
                    paint.beginText();
                    paint.setFont(new PDType1Font(FontName.HELVETICA), 24);
                    paint.newLineAtOffset(60, 60);
                    paint.showText(text + " " + number);
                    paint.endText();
                }
            }
            return bytes(document);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Test
    void pagesArePicturesForWhoeverMayReadThemAndTheirWordsAreFound() throws IOException {
        DOCUMENTS.publish("3001", "Premie", ANNA, "application/pdf", pdf(3, PDRectangle.A4, "kwartalnik premiowy"));
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/documents/3001").text()).contains("Przygotowujemy podgląd");

        DOCUMENTS.tend();

        var page = anna.page("/documents/3001");
        assertThat(page.select(".paper img")).hasSize(3);
        assertThat(page.select(".paper img").attr("alt")).isEqualTo("Strona 1 z\u00a03");
        assertThat(page.text()).doesNotContain("Przygotowujemy");
        var answer = anna.download("/documents/3001/versions/1/pages/2");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        var picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth()).isEqualTo(1240);
        assertThat(page.select(".paper img").attr("width")).isEqualTo("1240");
        assertThat(isWritten(picture)).isTrue();
        assertThat(anna.get("/documents/3001/versions/1/pages/4").statusCode()).isEqualTo(404);
        assertThat(PORTAL.browser(MAREK)
                        .get("/documents/3001/versions/1/pages/2")
                        .statusCode())
                .isEqualTo(404);
        assertThat(anna.page("/search?q=kwartalnik").select("main").text()).contains("Premie");
        assertThat(PORTAL.browser(MAREK)
                        .page("/search?q=kwartalnik")
                        .select("main")
                        .text())
                .doesNotContain("Premie");
    }

    private static boolean isWritten(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xff) < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void ofManyPagesTheFirstAreShownAndThatIsSaid() throws IOException {
        DOCUMENTS.publish("3002", "Gruby", ANNA, "application/pdf", pdf(33, PDRectangle.A6, "x"));

        DOCUMENTS.tend();

        var page = PORTAL.browser(ANNA).page("/documents/3002");
        assertThat(page.select(".paper img")).hasSize(30);
        assertThat(page.text()).contains("Podgląd ma 30 stron z 33");
    }

    @Test
    void aPasswordAndABrokenFileAreSaidInPlainWords() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            DOCUMENTS.publish("3003", "Z hasłem", ANNA, "application/pdf", bytes(document));
        }
        DOCUMENTS.publish("3004", "HTML", ANNA, "application/pdf", ascii("<html><script>alert(1)</script>"));
        DOCUMENTS.publish("3005", "Arkusz", ANNA, "application/vnd.ms-excel", ascii("x"));

        DOCUMENTS.tend();

        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/documents/3003").text()).contains("Ten plik ma hasło");
        assertThat(anna.page("/documents/3004").text()).contains("nie da się zrobić");
        assertThat(anna.page("/documents/3005").text()).contains("nie pokazujemy tutaj");
        assertThat(anna.get("/documents/3004/versions/1/pages/1").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasMadeToBreakItBreaksNothing() throws IOException {
        DOCUMENTS.publish("3006", "Ogromna strona", ANNA, "application/pdf", pdf(1, new PDRectangle(1e6f, 10), "x"));
        DOCUMENTS.publish("3007", "Bomba w PDF", ANNA, "application/pdf", pictureBomb());
        DOCUMENTS.publish("3008", "Bomba PNG", ANNA, "image/png", pngBomb());
        DOCUMENTS.publish(
                "3009", "Zagnieżdżone", ANNA, "application/pdf", ascii("%PDF-1.7\n1 0 obj\n" + "[".repeat(2_000_000)));
        DOCUMENTS.publish("3010", "Po bombach", ANNA, "application/pdf", pdf(1, PDRectangle.A4, "zyjemy"));

        DOCUMENTS.tend();

        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/documents/3006").select(".paper img")).hasSize(1);
        for (var bomb : new String[] {"3008", "3009"}) {
            assertThat(anna.page("/documents/" + bomb).text()).as(bomb).contains("nie da się zrobić");
        }
        assertThat(anna.page("/documents/3010").select(".paper img")).hasSize(1);
        assertThat(anna.get("/documents/3007").statusCode()).isEqualTo(200);
    }

    /** A page whose picture has 40,000 × 40,000 pixels in a few kilobytes, packed twice. */
    private static byte[] pictureBomb() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var picture = new PDImageXObject(
                    document,
                    new ByteArrayInputStream(zeros(1_600_000_000L)),
                    COSName.FLATE_DECODE,
                    40_000,
                    40_000,
                    8,
                    PDDeviceGray.INSTANCE);
            try (var paint = new PDPageContentStream(document, page)) {
                paint.drawImage(picture, 0, 0, 500, 500);
            }
            return bytes(document);
        }
    }

    private static byte[] zeros(long count) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            var piece = new byte[1_000_000];
            for (long left = count; left > 0; left -= piece.length) {
                packed.write(piece);
            }
        }
        return bytes.toByteArray();
    }

    /** A header that promises 60,000 × 60,000 pixels. */
    private static byte[] pngBomb() throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                out,
                "IHDR",
                java.nio.ByteBuffer.allocate(13)
                        .putInt(60_000)
                        .putInt(60_000)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(out, "IDAT", zeros(1_000_000));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var named = java.nio.ByteBuffer.allocate(content.length + 4)
                .put(ascii(type))
                .put(content);
        var crc = new CRC32();
        crc.update(named.array());
        out.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(named.array());
        out.writeBytes(
                java.nio.ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
