package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Needs;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.pdf.DocumentTooLong;
import org.clientportal.portal.pdf.PdfRenderer;
import org.clientportal.portal.pdf.TooManyDocuments;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A ticket as a document to keep. */
@Controller
@Needs(Feature.TICKETS)
class TicketDocumentController {

    private final TicketDocuments documents;
    private final PdfRenderer pdf;

    TicketDocumentController(TicketDocuments documents, PdfRenderer pdf) {
        this.documents = documents;
        this.pdf = pdf;
    }

    @GetMapping("/tickets/{number}/pdf")
    ResponseEntity<byte[]> pdf(HttpServletRequest request, Viewer viewer, @PathVariable String number) {
        var printed = documents.of(request, viewer, number);
        var document = printed.document();
        var name = document.frame().words().text("document.ticket-file") + "-" + number.replaceAll("[^\\w.-]", "_");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".pdf")
                                .build()
                                .toString())
                .body(pdf.render(document, printed.pictures()));
    }

    /** Others are being drawn: the person is asked to come again in a moment. */
    @ExceptionHandler(TooManyDocuments.class)
    void busy(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }

    @ExceptionHandler(DocumentTooLong.class)
    void tooLong(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    }
}
