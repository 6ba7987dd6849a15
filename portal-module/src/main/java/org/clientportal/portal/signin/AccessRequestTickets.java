package org.clientportal.portal.signin;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.identity.AccountRefused;
import org.clientportal.portal.identity.People;
import org.clientportal.portal.sync.PlatformLists;
import org.clientportal.portal.tickets.TicketWriting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Requests for access as tickets, where agents see them. Their requester is a person of the register whom the administrator
 * chose: the platform knows nobody who asks, and must neither make them known nor write to them.
 */
@Component
class AccessRequestTickets {

    private static final Logger LOG = LoggerFactory.getLogger(AccessRequestTickets.class);

    private final AccessRequestSettings settings;
    private final People people;
    private final PlatformLists lists;
    private final TicketWriting writing;

    AccessRequestTickets(AccessRequestSettings settings, People people, PlatformLists lists, TicketWriting writing) {
        this.settings = settings;
        this.people = people;
        this.lists = lists;
        this.writing = writing;
    }

    /** False when it has to go another way: the platform's lists are not read yet. */
    @WorkTransaction
    boolean open(People.Named requester, AccessRequestMail request) {
        var category = category();
        if (category.isEmpty()) {
            return false;
        }
        writing.open(
                new TicketWriting.Writer(requester.id(), requester.name(), Channel.PORTAL, false),
                request.subjectLine(),
                text(request),
                category.get(),
                null,
                List.of());
        return true;
    }

    /** In whose name; empty when nobody was chosen, or whoever was is not there. Asked outside the transaction of the ticket. */
    Optional<People.Named> requester() {
        if (settings.requester() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(people.named(settings.requester()));
        } catch (AccountRefused nobody) {
            LOG.warn("portal.access-request.requester names nobody: {}", nobody.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> category() {
        var wanted = settings.category();
        return wanted != null && lists.category(wanted).isPresent()
                ? Optional.of(wanted)
                : lists.now().categories().stream().map(Catalogue.Choice::id).findFirst();
    }

    private static String text(AccessRequestMail request) {
        var words = request.frame().words();
        return Stream.of(
                        words.text("mail.access-request.lead"),
                        words.text("access-request.name") + ": " + request.name() + "\n"
                                + words.text("access-request.email") + ": " + request.email(),
                        request.note(),
                        words.text("access-request.unproven"))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
