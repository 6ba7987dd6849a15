package org.clientportal.portal.evidence;

import java.time.Clock;
import java.util.Map;
import org.clientportal.portal.branding.Brands;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.evidence.ConfirmationDocument.Check;
import org.clientportal.portal.evidence.ConfirmationDocument.Line;
import org.clientportal.portal.evidence.ConfirmationDocument.Signature;
import org.clientportal.portal.pdf.DocumentFrame;
import org.clientportal.portal.pdf.PdfRenderer;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Messages;
import org.springframework.stereotype.Component;

/** Draws confirmations. */
@Component
class ConfirmationPaper {

    private static final String PICTURE = "signature";

    private final PdfRenderer pdf;
    private final Messages messages;
    private final Brands brands;
    private final PortalAddress address;
    private final Clock clock;

    ConfirmationPaper(PdfRenderer pdf, Messages messages, Brands brands, PortalAddress address, Clock clock) {
        this.pdf = pdf;
        this.messages = messages;
        this.brands = brands;
        this.address = address;
        this.clock = clock;
    }

    /** A PDF and how its file is called. */
    @SuppressWarnings("ArrayRecordComponent")
    record Drawn(byte[] pdf, String fileName) {}

    Drawn draw(Confirmed what, String code) {
        var drawn = what.drawnSignature();
        var document = document(what, code);
        return new Drawn(
                pdf.render(document, drawn == null ? Map.of() : Map.of(PICTURE, drawn)), fileName(what, document));
    }

    private ConfirmationDocument document(Confirmed what, String code) {
        var language = what.language().getLanguage();
        var words = messages.in(language);
        var formats = Formats.of(words, language, what.zone(), clock.instant());
        var check = check(code);
        var title = words.text(what.returned() ? "confirmation.return.title" : "confirmation.issue.title");
        return new ConfirmationDocument(
                new DocumentFrame(
                        language,
                        words,
                        brands.brand(language),
                        title + ": " + what.title(),
                        words.text(
                                "confirmation.foot",
                                words.text("confirmation.number-version", what.receipt(), what.version()),
                                code,
                                check.address())),
                what.returned(),
                what.title(),
                what.receipt(),
                what.version(),
                what.issuedBy(),
                formats.exact(what.issuedAt()),
                what.lines().stream().map(ConfirmationPaper::line).toList(),
                (int) what.lines().stream().filter(Confirmed.Line::accepted).count(),
                new Signature(
                        what.signedName(),
                        what.login(),
                        formats.toTheSecond(what.signedAt()),
                        what.drawnSignature() == null ? null : PdfRenderer.pictureUrl(PICTURE)),
                check);
    }

    private Check check(String code) {
        var page = address.url() + "/check";
        return new Check(code, page.replaceFirst("^https?://", ""), page + "/" + code);
    }

    private static Line line(Confirmed.Line line) {
        return new Line(
                line.name(),
                line.code(),
                line.serial(),
                line.quantity(),
                line.accepted(),
                line.condition(),
                line.comment());
    }

    private static String fileName(Confirmed what, ConfirmationDocument document) {
        var kind =
                document.frame().words().text(what.returned() ? "confirmation.return.file" : "confirmation.issue.file");
        var number = what.receipt().replaceAll("[^A-Za-z0-9._-]", "_");
        return kind + "-" + number.substring(0, Math.min(number.length(), 60)) + "-" + what.version() + ".pdf";
    }
}
