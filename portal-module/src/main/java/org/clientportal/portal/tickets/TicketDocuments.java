package org.clientportal.portal.tickets;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.DayView;
import org.clientportal.portal.conversation.Entries;
import org.clientportal.portal.conversation.Entries.Said;
import org.clientportal.portal.conversation.EntryView;
import org.clientportal.portal.conversation.Thumbnails;
import org.clientportal.portal.pdf.DocumentFrame;
import org.clientportal.portal.pdf.PdfRenderer;
import org.clientportal.portal.pdf.PrintedHtml;
import org.clientportal.portal.tickets.TicketDocument.Day;
import org.clientportal.portal.tickets.TicketDocument.Fact;
import org.clientportal.portal.tickets.TicketDocument.Line;
import org.clientportal.portal.tickets.TicketDocument.Picture;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Place;
import org.clientportal.portal.web.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a ticket shows on paper: from the page that the viewer has, so that paper never tells more. */
@Component
class TicketDocuments {

    /** So many entries and characters of them are printed, the newest; what is older stays in the portal. */
    private static final int MOST_ENTRIES = 2_000;

    private static final int MOST_CHARACTERS = 1_500_000;
    /** So many pictures are drawn; of further files there are the names. */
    private static final int MOST_PICTURES = 50;

    private final Frames frames;
    private final Tickets tickets;
    private final Entries entries;
    private final TicketPages pages;
    private final Thumbnails thumbnails;

    TicketDocuments(Frames frames, Tickets tickets, Entries entries, TicketPages pages, Thumbnails thumbnails) {
        this.frames = frames;
        this.tickets = tickets;
        this.entries = entries;
        this.pages = pages;
        this.thumbnails = thumbnails;
    }

    /** A document with the pictures that are drawn in it. */
    record Printed(TicketDocument document, Map<String, byte[]> pictures) {}

    @PageTransaction
    Printed of(HttpServletRequest request, Viewer viewer, String number) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        var frame = frames.frame(request, Place.TICKETS);
        var everything = entries.of(ticket.id());
        var said = newest(everything);
        var pictures = pictures(viewer, said);
        var facts = new Facts(pages.details(ticket, said, viewer, frame.formats()), frame);
        var around = AroundView.of(ticket, said, frame.formats());
        return new Printed(
                new TicketDocument(
                        DocumentFrame.of(frame, title(ticket, frame)),
                        ticket.delivered() ? ticket.number() : null,
                        ticket.subject(),
                        TicketPages.state(ticket),
                        facts.of(ticket, viewer, around),
                        everything.size() - said.size(),
                        days(
                                said,
                                pages.conversation(ticket, said, viewer, frame.formats()),
                                pictures,
                                frame.formats()),
                        around.links()),
                pictures);
    }

    private static String title(ListedTicket ticket, Frame frame) {
        return ticket.delivered()
                ? frame.words().text("ticket.number") + " " + ticket.number() + ": " + ticket.subject()
                : ticket.subject();
    }

    private static List<Said> newest(List<Said> said) {
        var characters = 0L;
        var from = said.size();
        while (from > 0
                && said.size() - from < MOST_ENTRIES
                && characters + said.get(from - 1).body().length() <= MOST_CHARACTERS) {
            characters += said.get(--from).body().length();
        }
        return said.subList(from, said.size());
    }

    private Map<String, byte[]> pictures(Viewer viewer, List<Said> said) {
        var pictures = new HashMap<String, byte[]>();
        said.stream()
                .flatMap(entry -> entry.files().stream())
                .filter(Thumbnails::isDrawn)
                .limit(MOST_PICTURES)
                .forEach(file -> thumbnails
                        .of(viewer, file.id())
                        .ifPresent(picture -> pictures.put(file.id().toString(), picture)));
        return pictures;
    }

    private static List<Day> days(List<Said> said, List<DayView> shown, Map<String, byte[]> pictures, Formats formats) {
        var next = said.iterator();
        var days = new ArrayList<Day>();
        for (var day : shown) {
            var at = new ArrayList<Instant>();
            var lines = new ArrayList<Line>();
            for (var entry : day.entries()) {
                var of = next.next();
                at.add(of.at());
                lines.add(line(of, entry, pictures, formats));
            }
            days.add(new Day(formats.exactDay(formats.dayOf(at.getFirst())), lines));
        }
        return days;
    }

    private static Line line(Said said, EntryView entry, Map<String, byte[]> pictures, Formats formats) {
        var body = PrintedHtml.of(markup(entry), address -> inText(address, pictures));
        return new Line(
                new EntryView(
                        entry.id(),
                        entry.side(),
                        entry.author(),
                        entry.onBehalfOf(),
                        entry.initials(),
                        entry.at(),
                        Templates.safe(body),
                        entry.hasBody(),
                        entry.change(),
                        entry.files(),
                        entry.delivery(),
                        entry.unverified()),
                formats.exact(said.at()),
                said.files().stream()
                        .filter(file -> pictures.containsKey(file.id().toString())
                                && !body.contains(file.id().toString()))
                        .map(file ->
                                new Picture(PdfRenderer.pictureUrl(file.id().toString()), file.name()))
                        .toList());
    }

    /** A picture in the text is one of the entry's files. */
    private static Optional<String> inText(String address, Map<String, byte[]> pictures) {
        var id = address.substring(address.lastIndexOf('/') + 1);
        return isId(id) && pictures.containsKey(id) ? Optional.of(PdfRenderer.pictureUrl(id)) : Optional.empty();
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    private static String markup(EntryView entry) {
        try {
            return HTMLOutputFormat.INSTANCE.getMarkupString(entry.body());
        } catch (TemplateModelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is known of a ticket, line by line. */
    private record Facts(TicketDetails details, Frame frame) {

        List<Fact> of(ListedTicket ticket, Viewer viewer, AroundView around) {
            var facts = new ArrayList<Fact>();
            add(facts, "document.requester", ticket.requester() == null ? viewer.name() : ticket.requester());
            add(facts, "document.people", String.join(", ", details.participants()));
            add(facts, "ticket.fact.agent", details.agent());
            add(facts, "ticket.fact.category", details.category());
            add(facts, "ticket.fact.priority", details.priority());
            add(facts, "document.waiting-for", around.waitingFor());
            add(facts, "ticket.fact.created", frame.formats().exact(ticket.createdAt()));
            add(facts, "ticket.fact.changed", frame.formats().exact(ticket.changedAt()));
            add(facts, "rating.score", rating(ticket));
            return facts;
        }

        private @Nullable String rating(ListedTicket ticket) {
            var shown = AfterView.of(ticket, false);
            if (shown == null || shown.given() == null) {
                return null;
            }
            var words = frame.words().text("rating." + shown.given().score());
            return shown.given().comment().isEmpty()
                    ? words
                    : words + ". " + shown.given().comment();
        }

        private static void add(List<Fact> facts, String name, @Nullable String value) {
            if (value != null && !value.isBlank()) {
                facts.add(new Fact(Phrase.of(name), value));
            }
        }
    }
}
