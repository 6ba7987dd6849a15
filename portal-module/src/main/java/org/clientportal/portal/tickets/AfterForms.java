package org.clientportal.portal.tickets;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.NotFound;
import org.clientportal.ports.Outbox.Destination;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person does after an answer: opens it again and says why, says how it was. Done once, in one transaction. */
@Component
class AfterForms {

    private final Tickets tickets;
    private final AfterPages pages;
    private final TicketWriting writing;
    private final TicketSending sending;
    private final TicketBehalf behalf;
    private final Forms forms;
    private final OutboxRows outbox;
    private final Hints hints;
    private final JdbcClient jdbc;
    private final Clock clock;

    AfterForms(
            Tickets tickets,
            AfterPages pages,
            TicketWriting writing,
            TicketSending sending,
            TicketBehalf behalf,
            Forms forms,
            OutboxRows outbox,
            Hints hints,
            JdbcClient jdbc,
            Clock clock) {
        this.tickets = tickets;
        this.pages = pages;
        this.writing = writing;
        this.sending = sending;
        this.behalf = behalf;
        this.forms = forms;
        this.outbox = outbox;
        this.hints = hints;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Problem> problemsOfReopening(Draft draft) {
        return draft.value("text").isBlank()
                ? List.of(ReopeningPage.textMissing())
                : draft.value("text").length() > TicketForms.LONGEST_TEXT
                        ? List.of(TicketPage.replyTooLong(TicketForms.LONGEST_TEXT))
                        : List.of();
    }

    /**
     * The wish first, so that a platform that takes no words in what is over takes them; one that is open takes only the words.
     * What was over for good in the meantime becomes a new ticket's draft with everything that was typed.
     *
     * @return where to go on
     */
    @PageTransaction
    String reopen(Viewer viewer, String number, Draft draft) {
        var ticket = tickets.ownOf(viewer, number).orElseThrow(NotFound::new);
        var earlier = forms.resultOf(draft.formKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        if (pages.isOverForGood(ticket)) {
            var values = new HashMap<>(followed(ticket));
            values.put("text", draft.value("text"));
            return TicketDrafts.PLAIN + "?draft="
                    + forms.rewrite(draft, TicketDrafts.PLAIN, values).getId();
        }
        var writer = behalf.writer(viewer, ticket);
        if (ticket.meaning() == StatusMeaning.CLOSED || ticket.meaning() == StatusMeaning.SOLVED) {
            writing.wish(ticket.id(), writer, Wish.REOPEN);
        }
        var entry = writing.reply(ticket.id(), writer, draft.value("text").strip(), TicketSending.files(draft));
        return sending.once(draft, ticket.url() + "?said=reopened#entry-" + entry);
    }

    /** What the form of a new ticket begins with that takes up an old one. */
    static Map<String, String> followed(ListedTicket ticket) {
        var values = new HashMap<>(Map.of("follows", ticket.number(), "subject", ticket.subject()));
        Optional.ofNullable(ticket.category()).ifPresent(category -> values.put("category", category));
        return values;
    }

    List<Problem> problemsOfRating(Draft draft) {
        var problems = new ArrayList<Problem>();
        if (!draft.value("score").matches("[" + Rating.LOWEST + "-" + Rating.HIGHEST + "]")) {
            problems.add(RatingPage.scoreMissing());
        }
        if (draft.value("comment").length() > RatingPage.LONGEST_COMMENT) {
            problems.add(RatingPage.commentTooLong());
        }
        return problems;
    }

    /** @return where the rating can be seen */
    @PageTransaction
    String rate(Viewer viewer, String number, Draft draft) {
        var ticket = pages.rateable(viewer, number).orElseThrow(NotFound::new);
        var earlier = forms.resultOf(draft.formKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var key = UUID.randomUUID();
        outbox.enter("ticket:" + ticket.id(), Destination.PLATFORM);
        var rating = jdbc.sql("""
                        insert into ticket_rating (ticket, person, score, comment, at, request_key, delivery)
                        values (:ticket, :person, :score, :comment, :at, :key, 'SENDING') returning id""")
                .param("ticket", ticket.id())
                .param("person", viewer.person())
                .param("score", Integer.parseInt(draft.value("score")), Types.SMALLINT)
                .param("comment", draft.value("comment").strip())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("key", key)
                .query(Long.class)
                .single();
        outbox.add(new OutboxRows.Row(
                "ticket:" + ticket.id(),
                Destination.PLATFORM,
                TicketRatingTopic.TOPIC,
                rating,
                key,
                null,
                viewer.person(),
                viewer.name()));
        hints.ticketsChanged(List.of(ticket.id()));
        return sending.once(draft, ticket.url() + "?said=rated#rating");
    }
}
