package org.clientportal.portal.web;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.clientportal.portal.conversation.EntryView;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.pdf.Document;
import org.clientportal.portal.pdf.DocumentFrame;
import org.clientportal.portal.pdf.PdfRenderer;
import org.clientportal.portal.pdf.PrintedHtml;
import org.clientportal.portal.tickets.AroundView;
import org.clientportal.portal.tickets.TicketDocument;
import org.clientportal.portal.tickets.TicketDocument.Day;
import org.clientportal.portal.tickets.TicketDocument.Fact;
import org.clientportal.portal.tickets.TicketDocument.Line;
import org.clientportal.portal.tickets.TicketDocument.Picture;

/** Samples of documents on paper. */
final class SampleDocuments extends SampleConversation {

    static final String ALPHABET = "Zażółć gęślą jaźń ŻÓŁĆ Il1 O0 – Ωμέγα, Київ";

    SampleDocuments(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Document> documents() {
        var documents = new LinkedHashMap<String, Document>();
        documents.put("ticket-short", ticket(1, ""));
        documents.put("ticket-long", ticket(9, rich()));
        return documents;
    }

    static Map<String, byte[]> pictures(int count) {
        var pictures = new LinkedHashMap<String, byte[]>();
        for (int at = 0; at < count; at++) {
            pictures.put("p" + at, picture(at));
        }
        return pictures;
    }

    /** So many times the sample's conversation, each time with what an agent has written. */
    TicketDocument ticket(int times, String agents) {
        var days = new ArrayList<Day>();
        for (int time = 0; time < times; time++) {
            var picture = new Picture(PdfRenderer.pictureUrl("p" + time), said.file());
            days().forEach(day -> days.add(new Day(
                    day.label(),
                    day.entries().stream()
                            .map(entry -> new Line(
                                    entry,
                                    formats().exact(NOW),
                                    entry.id().equals("e1") ? List.of(picture) : List.of()))
                            .toList())));
            if (!agents.isEmpty()) {
                days.add(new Day(
                        "24",
                        List.of(new Line(
                                rich(
                                        "r",
                                        EntryView.Side.SUPPORT,
                                        said.agent(),
                                        3,
                                        PrintedHtml.of(agents, address -> Optional.empty())),
                                formats().exact(NOW),
                                List.of()))));
            }
        }
        return new TicketDocument(
                DocumentFrame.of(frame(Place.TICKETS), "48213: " + said.subject()),
                "48213",
                said.subject(),
                StateView.of(StateView.State.IN_WORK),
                List.of(
                        fact("document.requester", said.me()),
                        fact("document.people", said.me() + ", Marek Nowak"),
                        fact("ticket.fact.agent", said.agent()),
                        fact("ticket.fact.created", formats().exact(NOW)),
                        fact("ticket.fact.category", ALPHABET)),
                times > 5 ? 12 : 0,
                days,
                List.of(new AroundView.LinkView(
                        "related", "/tickets/48100", "48100", said.subject(), StateView.of(StateView.State.CLOSED))));
    }

    private static Fact fact(String key, String value) {
        return new Fact(Phrase.of(key), value);
    }

    private static String rich() {
        var rows = new StringBuilder("<table><thead><tr><th>Port</th><th>Stan</th></tr></thead><tbody>");
        for (int row = 1; row <= 40; row++) {
            rows.append("<tr><td>").append(row).append("</td><td>otwarty, łącze działa</td></tr>");
        }
        return "<h3>Co ustaliliśmy</h3><p>Zgłoszenie <b>ważne</b>, zob. <a href=\"https://pomoc.oriale.example/a?b=1\">opis</a>.</p>"
                + "<ul><li>pierwsze<ul><li>zagnieżdżone</li></ul></li><li>drugie</li></ul><pre>ping 10.0.0.1\n  64 bytes</pre>"
                + "<blockquote>Cytat z maila</blockquote>" + rows + "</tbody></table>";
    }

    private static byte[] picture(int seed) {
        var picture = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
        var paint = picture.createGraphics();
        paint.setPaint(new GradientPaint(0, 0, new Color(seed * 37 % 256, 90, 160), 800, 500, Color.WHITE));
        paint.fillRect(0, 0, 800, 500);
        paint.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
