package org.clientportal.portal.tickets;

import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.DraftedForm;
import org.clientportal.portal.web.Phrase;
import org.springframework.stereotype.Component;

/** The forms of tickets whose input is kept: a new ticket, a reply, what still does not work, how it was. */
@Component
class TicketDrafts implements DraftedForm {

    /** The page of a plain ticket. */
    static final String PLAIN = "/tickets/new/plain";

    private static final Pattern REPLY = Pattern.compile("(/tickets/[A-Za-z0-9-]{1,40})/replies");
    private static final Pattern APPROVAL = Pattern.compile("/tickets/[A-Za-z0-9-]{1,40}/approval");

    private static final Pattern OWN_PAGE = Pattern.compile("/tickets/[A-Za-z0-9-]{1,40}/(reopening|rating)");

    private static final Pattern TICKET =
            Pattern.compile("/tickets/([A-Za-z0-9-]{1,40})(?:/(reopening|rating|approval))?");

    private final Tickets tickets;

    TicketDrafts(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public Optional<Name> nameOf(Viewer viewer, String page) {
        if (page.equals(PLAIN)) {
            return Optional.of(new Name(Phrase.of("drafts.kind.new"), null));
        }
        var ticket = TICKET.matcher(page);
        if (!ticket.matches()) {
            return Optional.empty();
        }
        var kind = ticket.group(2) == null ? "reply" : ticket.group(2);
        return tickets.visibleTo(viewer, ticket.group(1))
                .map(found -> new Name(Phrase.of("drafts.kind." + kind), found.subject()));
    }

    @Override
    public Optional<String> pageFor(String postPath) {
        if (postPath.equals("/tickets")) {
            return Optional.of(PLAIN);
        }
        if (OWN_PAGE.matcher(postPath).matches() || APPROVAL.matcher(postPath).matches()) {
            return Optional.of(postPath);
        }
        var reply = REPLY.matcher(postPath);
        return reply.matches() ? Optional.of(reply.group(1)) : Optional.empty();
    }
}
