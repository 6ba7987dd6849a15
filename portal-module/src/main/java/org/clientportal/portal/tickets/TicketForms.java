package org.clientportal.portal.tickets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.conversation.SolutionRead;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.portal.sync.PlatformLists;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Messages;
import org.clientportal.portal.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person can do to tickets on a page: judged, and then done once, in one transaction. */
@Component
class TicketForms {

    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 1_000_000;

    private final Tickets tickets;
    private final TicketWriting writing;
    private final TicketSending sending;
    private final Forms forms;
    private final PlatformLists lists;
    private final OutboxRows outbox;
    private final SolutionRead solutionRead;
    private final JdbcClient jdbc;
    private final TicketBehalf behalf;
    private final AssetsNamed assets;
    private final Messages messages;

    TicketForms(
            Tickets tickets,
            TicketWriting writing,
            TicketSending sending,
            Forms forms,
            PlatformLists lists,
            OutboxRows outbox,
            SolutionRead solutionRead,
            JdbcClient jdbc,
            TicketBehalf behalf,
            AssetsNamed assets,
            Messages messages) {
        this.tickets = tickets;
        this.writing = writing;
        this.sending = sending;
        this.forms = forms;
        this.lists = lists;
        this.outbox = outbox;
        this.solutionRead = solutionRead;
        this.jdbc = jdbc;
        this.behalf = behalf;
        this.assets = assets;
        this.messages = messages;
    }

    /** What is wrong with a new ticket; empty when nothing. */
    List<Problem> problemsOfNew(Draft draft) {
        var problems = new ArrayList<Problem>();
        if (draft.value("subject").isBlank()) {
            problems.add(Problem.of("subject", "tickets.new.subject-missing"));
        } else if (draft.value("subject").strip().length() > LONGEST_SUBJECT) {
            problems.add(Problem.of("subject", "tickets.new.subject-long", LONGEST_SUBJECT));
        }
        if (draft.value("text").isBlank()) {
            problems.add(Problem.of("text", "tickets.new.text-missing"));
        } else if (draft.value("text").length() > LONGEST_TEXT) {
            problems.add(Problem.of("text", "tickets.new.text-long", LONGEST_TEXT));
        }
        if (draft.value("category").isEmpty()) {
            problems.add(Problem.of("category", "tickets.new.category-missing"));
        } else if (lists.category(draft.value("category")).isEmpty()) {
            problems.add(Problem.of("category", "tickets.new.choice-unknown"));
        }
        behalf.problem(draft).ifPresent(problems::add);
        if (!draft.value("priority").isEmpty()
                && lists.priority(draft.value("priority")).isEmpty()) {
            problems.add(Problem.of("priority", "tickets.new.choice-unknown"));
        }
        return problems;
    }

    /** @return where the ticket can be seen */
    @PageTransaction
    String open(Viewer viewer, Draft draft) {
        var priority = draft.value("priority");
        var follows = tickets.ownOf(viewer, draft.value("follows"));
        var asset = about(viewer, draft.value("asset"));
        var words = messages.in(viewer.language());
        var text = solutionRead.below(draft.value("text").strip(), viewer, draft)
                + asset.map(named -> "\n\n" + words.text("asset.line", named.text()))
                        .orElse("");
        return sending.open(
                viewer,
                draft,
                draft.value("subject").strip().replaceAll("\\s+", " "),
                follows.map(old -> text + "\n\n" + words.text("follows.line", old.number()))
                        .orElse(text),
                draft.value("category"),
                priority.isEmpty() ? null : priority,
                null,
                follows.map(ListedTicket::id).orElse(null),
                asset.map(AssetsNamed.Named::platformId).orElse(null));
    }

    /** What is not, or is somebody else's now, is not named; the ticket says what the person typed. */
    private Optional<AssetsNamed.Named> about(Viewer viewer, String asset) {
        return asset.isEmpty() ? Optional.empty() : assets.asset(viewer, asset);
    }

    List<Problem> problemsOfReply(Draft draft) {
        if (draft.value("text").isBlank() && draft.files().isEmpty()) {
            return List.of(Problem.of("text", "ticket.reply.text-missing"));
        }
        return draft.value("text").length() > LONGEST_TEXT
                ? List.of(Problem.of("text", "ticket.reply.text-long", LONGEST_TEXT))
                : List.of();
    }

    @PageTransaction
    String reply(Viewer viewer, String number, Draft draft) {
        var ticket = visible(viewer, number);
        var earlier = forms.resultOf(draft.formKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var entry = writing.reply(
                ticket.id(), behalf.writer(viewer, ticket), draft.value("text").strip(), TicketSending.files(draft));
        return sending.once(draft, ticket.url() + "#entry-" + entry);
    }

    /** Fulfils a wish once; a key used before, or a ticket that is so already, changes nothing. */
    @PageTransaction
    String wish(Viewer viewer, String number, Wish wish, String formKey) {
        var ticket = visible(viewer, number);
        var isSoAlready = (ticket.meaning() == StatusMeaning.CLOSED) == (wish == Wish.CLOSE)
                && ticket.meaning() != StatusMeaning.SOLVED;
        if (!isSoAlready && forms.use(viewer.person(), formKey, ticket.url())) {
            writing.wish(ticket.id(), behalf.writer(viewer, ticket), wish);
        }
        return ticket.url();
    }

    /** Sends an own entry again that was refused for good. */
    @PageTransaction
    String retry(Viewer viewer, String number, long entry, String formKey) {
        var ticket = visible(viewer, number);
        if (forms.use(viewer.person(), formKey, ticket.url())) {
            jdbc.sql("""
                            update entry set delivery = 'SENDING', failure = null
                            where id = ? and ticket = ? and author = ? and delivery = 'FAILED' returning request_key""")
                    .params(entry, ticket.id(), viewer.person())
                    .query(java.util.UUID.class)
                    .optional()
                    .ifPresent(outbox::retry);
        }
        return ticket.url() + "#entry-" + entry;
    }

    @PageTransaction
    void mustSee(Viewer viewer, String number) {
        visible(viewer, number);
    }

    private ListedTicket visible(Viewer viewer, String number) {
        return tickets.ownOf(viewer, number).orElseThrow(NotFound::new);
    }
}
