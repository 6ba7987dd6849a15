package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.sync.PlatformLists;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A list of tickets for a spreadsheet (RFC 4180): what the list shows with its filter, newest change first, up to {@value #MOST}.
 * Headings, states and times are the person's; Polish spreadsheets expect semicolons. A cell that a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
@Component
class TicketExport {

    static final int MOST = 10_000;
    private static final int AT_ONCE = 500;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String FORMULA_BEGINS = "=+-@\t\r";
    /** So that spreadsheets read UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> COLUMNS =
            List.of("number", "subject", "state", "requester", "agent", "category", "created", "changed");

    private final Tickets tickets;
    private final TicketSearch search;
    private final PlatformLists lists;
    private final Frames frames;

    TicketExport(Tickets tickets, TicketSearch search, PlatformLists lists, Frames frames) {
        this.tickets = tickets;
        this.search = search;
        this.lists = lists;
        this.frames = frames;
    }

    /** @param name of the file */
    record Sheet(String name, String csv) {}

    @PageTransaction
    Sheet of(HttpServletRequest request, Viewer viewer, TicketQuery query) {
        var frame = frames.frame(request, Place.TICKETS);
        var formats = frame.formats();
        var words = frame.words();
        var csv = new StringBuilder(BYTE_ORDER_MARK);
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(viewer.language().equals("pl") ? ';' : ',')
                .get();
        try (var sheet = new CSVPrinter(csv, format)) {
            sheet.printRecord(COLUMNS.stream().map(column -> words.text("tickets.export." + column)));
            var from = query.from(null);
            var hits = search.of(viewer, query.text());
            for (var left = MOST; left > 0; ) {
                var asked = Math.min(AT_ONCE, left);
                var found = tickets.page(viewer, from, hits, asked);
                for (var ticket : found.subList(0, Math.min(asked, found.size()))) {
                    sheet.printRecord(cells(ticket, viewer, formats).map(TicketExport::harmless));
                    from = query.from(TicketQuery.Place.of(ticket));
                }
                left = found.size() > asked ? left - asked : 0;
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return new Sheet(
                words.text("tickets.export.file") + "-" + formats.dayOf(formats.now()) + ".csv", csv.toString());
    }

    private Stream<@Nullable String> cells(ListedTicket ticket, Viewer viewer, Formats formats) {
        var category = ticket.category();
        return Stream.of(
                ticket.delivered() ? ticket.number() : null,
                ticket.subject(),
                formats.words()
                        .text("state." + TicketPages.state(ticket).state().key()),
                ticket.requester() == null ? viewer.name() : ticket.requester(),
                ticket.agent(),
                category == null
                        ? null
                        : lists.category(category)
                                .map(choice -> choice.name(viewer.language()))
                                .orElse(category),
                moment(ticket.createdAt(), formats),
                moment(ticket.changedAt(), formats));
    }

    private static String moment(Instant at, Formats formats) {
        return MOMENT.format(at.atZone(formats.zone()));
    }

    private static @Nullable String harmless(@Nullable String cell) {
        return cell == null || cell.isEmpty() || FORMULA_BEGINS.indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
