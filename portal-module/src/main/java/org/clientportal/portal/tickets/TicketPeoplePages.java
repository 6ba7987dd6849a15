package org.clientportal.portal.tickets;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.FormKeys;
import org.clientportal.portal.tickets.TicketPeople.Somebody;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages about a ticket's people show, each in one transaction with the viewer's eyes. */
@Component
class TicketPeoplePages {

    static final String FORM = "/people";
    private static final int SHARED_FOR_DAYS = 14;
    private static final Set<String> SAID = Set.of("coming", "shared", "removed");

    /** As what somebody is added; the value of the field {@code how}. */
    enum How {
        COPY,
        SHARED;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Frames frames;
    private final Tickets tickets;
    private final TicketPeople people;
    private final FormKeys keys;

    TicketPeoplePages(Frames frames, Tickets tickets, TicketPeople people, FormKeys keys) {
        this.frames = frames;
        this.tickets = tickets;
        this.people = people;
        this.keys = keys;
    }

    /** @param typed what the form held, with its problems; empty for a fresh one */
    @PageTransaction
    TicketPeoplePage page(
            HttpServletRequest request,
            Viewer viewer,
            String number,
            Map<String, String> typed,
            List<Problem> problems) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        var said = request.getParameter("said");
        var frame = frames.frame(request, Place.TICKETS)
                .withFlash(said != null && SAID.contains(said) ? Flash.done("flash.people-" + said) : null);
        var formats = frame.formats();
        var today = formats.dayOf(formats.now());
        var values = typed.isEmpty()
                ? Map.of(
                        "how",
                        How.COPY.key(),
                        "until",
                        today.plusDays(SHARED_FOR_DAYS).toString())
                : typed;
        var all = people.of(ticket);
        var owner = people.isOwner(ticket);
        return new TicketPeoplePage(
                frame,
                ticket.subject(),
                ticket.delivered() ? ticket.number() : null,
                ticket.url(),
                all.stream()
                        .map(somebody -> row(somebody, viewer, ticket.own(), owner, formats))
                        .toList(),
                ticket.own()
                        ? new Form(ticket.url() + FORM, keys.issue(viewer), null, values, problems, List.of(), null)
                        : null,
                Arrays.stream(How.values())
                        .map(how -> new Choice(
                                how.key(),
                                frame.words().text("people.how." + how.key()),
                                how.key().equals(values.get("how"))))
                        .toList(),
                today.toString(),
                keys.issue(viewer),
                all.stream().anyMatch(somebody -> canLeave(somebody, viewer)));
    }

    static boolean canLeave(Somebody somebody, Viewer viewer) {
        return somebody.person() == viewer.person()
                && Set.of("participant", "shared").contains(somebody.reason());
    }

    private static TicketPeoplePage.Row row(
            Somebody somebody, Viewer viewer, boolean writes, boolean owner, Formats formats) {
        var you = somebody.person() == viewer.person();
        return new TicketPeoplePage.Row(
                somebody.person(),
                somebody.name(),
                you,
                why(somebody, formats),
                note(somebody),
                "FAILED".equals(somebody.delivery()),
                !you
                        && switch (somebody.reason()) {
                            case "participant" -> owner;
                            case "shared" -> writes;
                            default -> false;
                        });
    }

    private static Phrase why(Somebody somebody, Formats formats) {
        var until = somebody.until();
        // the last day on which it still holds
        var day = until == null ? "" : formats.date(formats.dayOf(until.minusSeconds(1)));
        return switch (somebody.reason()) {
            case "shared" -> Phrase.of("people.why.shared", Objects.requireNonNullElse(somebody.ofName(), ""), day);
            case "stand-in" -> Phrase.of("people.why.stand-in", Objects.requireNonNullElse(somebody.ofName(), ""), day);
            case "requester" -> Phrase.of("people.why.requester");
            default -> Phrase.of("people.why.participant");
        };
    }

    private static @Nullable Phrase note(Somebody somebody) {
        var delivery = somebody.delivery();
        return delivery == null ? null : Phrase.of("people.coming." + delivery.toLowerCase(Locale.ROOT));
    }

    @PageTransaction
    LeavingPage leaving(HttpServletRequest request, Viewer viewer, String number) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        var mine = people.of(ticket).stream()
                .filter(somebody -> canLeave(somebody, viewer))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new LeavingPage(
                frames.frame(request, Place.TICKETS),
                ticket.number(),
                ticket.subject(),
                ticket.url() + FORM,
                keys.issue(viewer),
                mine.reason().equals("shared"));
    }
}
