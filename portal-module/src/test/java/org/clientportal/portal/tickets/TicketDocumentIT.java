package org.clientportal.portal.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.RunningPortal.ANNA;
import static org.clientportal.portal.RunningPortal.EWA;
import static org.clientportal.portal.RunningPortal.entry;
import static org.clientportal.portal.RunningPortal.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.clientportal.itsm.Entry;
import org.clientportal.portal.RunningPortal;
import org.clientportal.portal.conversation.Contents;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A ticket as a document: what its page says, for those who see the page. */
class TicketDocumentIT {

    private static final RunningPortal PORTAL = RunningPortal.get();

    @BeforeAll
    static void aTicketWithAPicture() {
        PORTAL.platformSays(PORTAL.ticket(
                "8300",
                "Żółty ekran",
                "open",
                ANNA,
                entry("8300-e1", 1, Entry.Kind.REPLY, support(), "Proszę o zrzut ekranu.")));
        attach("ekran.png", "image/png", png());
        attach("zepsuty.png", "image/png", "not a picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        attach("umowa.pdf", "application/pdf", "%PDF".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void attach(String name, String type, byte[] bytes) {
        PORTAL.work(() -> {
            try {
                var stored = PORTAL.bean(Contents.class).store(new ByteArrayInputStream(bytes));
                PORTAL.jdbc()
                        .sql("""
                                insert into attachment (ticket, entry, position, name, content_type, size, sha256)
                                select ticket, id, 0, ?, ?, ?, ? from entry where platform_id = '8300-e0'""")
                        .params(name, type, stored.size(), stored.sha256())
                        .update();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void itSaysWhatThePageSays() throws IOException {
        var anna = PORTAL.browser(ANNA);
        assertThat(anna.page("/tickets/8300").select("a[href=/tickets/8300/pdf]"))
                .hasSize(1);
        var answer = anna.download("/tickets/8300/pdf");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment", "zgloszenie-8300.pdf");
        try (var pdf = Loader.loadPDF(answer.body())) {
            assertThat(new PDFTextStripper().getText(pdf).replace('\u00a0', ' '))
                    .contains(
                            "Żółty ekran",
                            "8300",
                            "Pracujemy nad tym",
                            "Opis: Żółty ekran",
                            "Proszę o zrzut ekranu.",
                            "Piotr Zieliński",
                            "Sprzęt",
                            "20 listopada 2026, 09:00",
                            "ekran.png",
                            "zepsuty.png",
                            "umowa.pdf");
            // the logo and the one picture that is one
            assertThat(pictures(pdf)).isEqualTo(2);
        }
    }

    /** A rating is its author's alone, on paper too. */
    @Test
    void theRatingIsInTheDocumentOfWhoeverGaveIt() throws IOException {
        PORTAL.platformSays(PORTAL.ticket("8301", "Cichy głośnik", "closed", ANNA));
        PORTAL.work(() -> PORTAL.jdbc().sql("""
                        insert into ticket_rating (ticket, person, score, comment, at, request_key, delivery)
                        select id, requester, 4, 'Szybko poszło.', now(), gen_random_uuid(), 'DELIVERED' from ticket
                        where number = '8301'""").update());
        try (var pdf = Loader.loadPDF(
                PORTAL.browser(ANNA).download("/tickets/8301/pdf").body())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Dobrze. Szybko poszło.");
        }
    }

    @Test
    void whoDoesNotSeeThePageHasNoDocument() {
        assertThat(PORTAL.browser(EWA).download("/tickets/8300/pdf").statusCode())
                .isEqualTo(404);
        assertThat(PORTAL.browser(ANNA).download("/tickets/83000/pdf").statusCode())
                .isEqualTo(404);
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

    private static byte[] png() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(2400, 1200, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
