package org.clientportal.itsm.rt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.itsm.Submission.NewDecision;
import org.clientportal.itsm.Submission.NewNoteRead;
import org.clientportal.itsm.Submission.NewParticipation;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.NewReceiptAnswer;
import org.clientportal.itsm.Submission.NewReply;
import org.clientportal.itsm.Submission.NewState;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.Submission.NewVerdict;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.clientportal.itsm.rt.RtFields.Word;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;

/**
 * Carries what a person wrote into RT. RT has no idempotency key, so each delivery asks first whether it has happened; and
 * RT refuses with a success status, so each looks afterwards whether it did.
 */
class RtDelivery {

    private static final Logger log = LoggerFactory.getLogger(RtDelivery.class);

    private final RtClient rt;
    private final RtSettings settings;
    private final RtPeople people;
    private final RtTickets tickets;
    private final RtVerdicts verdicts;
    private final RtCopies copies;
    private final RtAfterwards afterwards;
    private final RtDecisions decisions;
    private final RtNotes notes;

    RtDelivery(
            RtClient rt,
            RtSettings settings,
            RtPeople people,
            RtTickets tickets,
            RtVerdicts verdicts,
            RtAfterwards afterwards,
            RtNotes notes) {
        this.rt = rt;
        this.settings = settings;
        this.people = people;
        this.tickets = tickets;
        this.verdicts = verdicts;
        this.copies = new RtCopies(rt, people);
        this.afterwards = afterwards;
        this.notes = notes;
        this.decisions = new RtDecisions(rt, people);
    }

    Delivered deliver(Submission submission) {
        return switch (submission) {
            case NewTicket ticket ->
                afterwards.linked(ticket, made(ticket.key()).orElseGet(() -> make(ticket)));
            case NewReply reply -> said(reply.key()).orElseGet(() -> say(reply));
            case NewState state -> set(state);
            case NewRating rating -> afterwards.rate(rating, present(rating.ticketId()));
            case NewVerdict verdict -> made(verdict.key()).orElseGet(() -> keep(verdict));
            case NewParticipation participation -> copies.set(participation);
            case NewDecision decision -> answer(decision);
            case NewNoteRead read -> notes.mark(read);
            case NewReceiptAnswer answer -> throw new ItsmRejected(Reason.GONE, "receipt " + answer.receiptId());
        };
    }

    Optional<Delivered> find(Submission submission) {
        return switch (submission) {
            case NewTicket ticket -> made(ticket.key()).filter(there -> afterwards.isLinked(ticket, there));
            case NewReply reply -> said(reply.key()).or(() -> told(reply.ticketId(), reply.key()));
            case NewState state -> told(state.ticketId(), state.key());
            case NewRating rating -> afterwards.rated(rating);
            case NewVerdict verdict -> made(verdict.key());
            case NewParticipation participation -> copies.find(participation);
            case NewDecision decision ->
                decision.decision() == Decision.COMMENT ? said(decision.key()) : decisions.find(decision);
            case NewNoteRead read -> notes.find(read);
            case NewReceiptAnswer ignored -> Optional.empty();
        };
    }

    private Optional<Delivered> made(RequestKey key) {
        // "EffectiveId" makes RT look at merged tickets as well
        var query = "'CF.{" + RtFields.REQUEST_KEY + "}' = '" + value(key) + "' AND EffectiveId > 0";
        return rt.page("/tickets?query={query}&fields=EffectiveId,CustomFields", query).stream()
                .filter(ticket -> ticket.customField(RtFields.REQUEST_KEY).equals(key.value()))
                .findFirst()
                .map(ticket -> delivered(ticket.text("EffectiveId"), null));
    }

    private Optional<Delivered> said(RequestKey key) {
        var limit = Limit.is("CF.{" + RtFields.ENTRY_KEY + "}", value(key));
        // RT ignores a condition whose field it does not know, so the value is looked at here too
        return rt.search("/transactions?fields=ObjectId,CustomFields", List.of(limit)).stream()
                .filter(said -> said.customField(RtFields.ENTRY_KEY).equals(key.value()))
                .findFirst()
                .flatMap(said ->
                        rt.get("/ticket/{id}", said.text("ObjectId")).map(ticket -> delivered(ticket.id(), said.id())));
    }

    /** Whether the ticket's story has it: also what RT recorded before it could add the portal's fields. */
    private Optional<Delivered> told(String ticketId, RequestKey key) {
        return tickets.ticket(ticketId)
                .flatMap(ticket -> ticket.entries().stream()
                        .filter(entry -> key.value().equals(entry.requestKey()))
                        .findFirst()
                        .map(entry -> delivered(ticket.id(), entry.id())));
    }

    private Delivered make(NewTicket written) {
        var writer = written.writer();
        var author = login(writer.personId());
        var requester = written.requesterId() == null ? author : login(written.requesterId());
        var queue = rt.get("/queue/{id}", number(written.categoryId(), "queue"));
        if (queue.filter(open -> open.number("Disabled") == 0).isEmpty()) {
            throw new ItsmRejected(Reason.GONE, "queue " + written.categoryId());
        }
        tickets.requireFields();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("Queue", written.categoryId());
        fields.put("Subject", RtMessage.subject(written.subject()));
        fields.put("Requestor", requester);
        if (!requester.equals(author)) {
            fields.put("Cc", author);
        }
        if (written.priorityId() != null) {
            fields.put("Priority", written.priorityId());
        }
        var html = written.html();
        fields.put(
                "Content",
                RtMessage.text(
                        html == null
                                ? RtMessage.textUnder(written.subject(), written.text())
                                : RtMessage.htmlUnder(written.subject(), html)));
        fields.put("ContentType", RtFields.contentType(written.key(), writer, html != null));
        fields.put("CustomFields", customFields(written, queue.orElseThrow()));
        var id = new RtItem(rt.write(new RtMessage(fields, written.files()), "/ticket")
                        .body())
                .id();
        return kept(written.key(), id);
    }

    /** The portal's own by name, the further ones by id; RT answers with a fault when one is no field at all. */
    private static Map<String, Object> customFields(NewTicket written, RtItem queue) {
        var known = queue.objects("TicketCustomFields").stream().map(RtItem::id).toList();
        var fields = new LinkedHashMap<String, Object>();
        written.fields().forEach((id, values) -> {
            if (known.contains(id)) {
                fields.put(id, values);
            }
        });
        fields.put(RtFields.REQUEST_KEY, written.key().value());
        fields.put(RtFields.AUTHOR, RtFields.author(written.writer()));
        fields.put(RtFields.SENDER, RtFields.sender(written.writer()));
        return fields;
    }

    private Delivered keep(NewVerdict verdict) {
        tickets.requireFields();
        return kept(verdict.key(), verdicts.keep(verdict));
    }

    /** A ticket that RT has made; without the portal's fields its key could not be found again. */
    private Delivered kept(RequestKey key, String id) {
        if (made(key).isEmpty()) {
            log.error("RT made ticket {} without the portal's fields: grant ModifyCustomField on them", id);
        }
        return delivered(id, null);
    }

    private Delivered answer(NewDecision decision) {
        if (decision.decision() == Decision.COMMENT) {
            return said(decision.key()).orElseGet(() -> say(words(decision)));
        }
        var decided = decisions.decide(decision);
        if (!RtDecisions.fits(decision) && said(decision.key()).isEmpty()) {
            say(words(decision));
        }
        return decided;
    }

    private static NewReply words(NewDecision decision) {
        return new NewReply(
                decision.key(),
                decision.writer(),
                decision.writtenAt(),
                decision.ticketId(),
                decision.text(),
                List.of());
    }

    private Delivered say(NewReply written) {
        var ticket = present(written.ticketId());
        tickets.requireFields();
        var writer = written.writer();
        var html = written.html();
        var fields = Map.<String, Object>of(
                "Content", RtMessage.text(html == null ? written.text() : html),
                "ContentType", RtFields.contentType(written.key(), writer, html != null),
                "TxnCustomFields",
                        Map.of(
                                RtFields.ENTRY_KEY, written.key().value(),
                                RtFields.ENTRY_AUTHOR, RtFields.author(writer),
                                RtFields.ENTRY_SENDER, RtFields.sender(writer)));
        var answer = rt.write(new RtMessage(fields, written.files()), "/ticket/{id}/correspond", ticket.id());
        var location = answer.location();
        return delivered(ticket.id(), location.substring(location.lastIndexOf('/') + 1));
    }

    /**
     * In two steps, each without effect when repeated: what the person said, then the status. A crash in between leaves a
     * word without effect, which {@link #told} does not take for one.
     */
    private Delivered set(NewState state) {
        var before = present(state.ticketId());
        tickets.requireFields();
        if (state.automatic() && settings.meaning(before.text("Status")) != StatusMeaning.SOLVED) {
            return delivered(before.id(), null); // somebody was quicker
        }
        var word = Word.of(state);
        if (before.customField(RtFields.LAST_WORD).equals(word)) {
            var already = told(before.id(), state.key());
            if (already.isPresent()) {
                return already.get(); // an agent may have opened it again since
            }
        }
        var answer = rt.write(
                HttpMethod.PUT, Map.of("CustomFields", Map.of(RtFields.LAST_WORD, word)), "/ticket/{id}", before.id());
        if (!fulfilled(state.wish(), before)) {
            var status = state.wish() == Wish.CLOSE ? settings.resolvedStatus() : settings.openStatus();
            answer = rt.write(HttpMethod.PUT, Map.of("Status", status), "/ticket/{id}", before.id());
        }
        var after = present(state.ticketId());
        if (!fulfilled(state.wish(), after)
                || !after.customField(RtFields.LAST_WORD).equals(word)) {
            throw new ItsmRejected(Reason.INVALID, answer.words()); // the sentence inside a 200
        }
        return delivered(after.id(), null);
    }

    private boolean fulfilled(Wish wish, RtItem ticket) {
        return RtStory.isOver(settings.meaning(ticket.text("Status"))) == (wish == Wish.CLOSE);
    }

    /** The ticket, or the one it was merged into: RT answers the old number with it. */
    private RtItem present(String ticketId) {
        return rt.get("/ticket/{id}", number(ticketId, "ticket"))
                .filter(ticket -> !ticket.text("Status").equals("deleted"))
                .orElseThrow(() -> new ItsmRejected(Reason.GONE, "ticket " + ticketId));
    }

    private String login(String personId) {
        return people.user(personId)
                .orElseThrow(() -> new ItsmRejected(Reason.GONE, "user " + personId))
                .text("Name");
    }

    private static Delivered delivered(String ticketId, @org.jspecify.annotations.Nullable String entryId) {
        return new Delivered(ticketId, ticketId, entryId == null || entryId.isEmpty() ? null : entryId);
    }

    private static String number(String id, String what) {
        if (!id.matches("\\d{1,15}")) {
            throw new ItsmRejected(Reason.GONE, what + " " + id);
        }
        return id;
    }

    private static String value(RequestKey key) {
        if (!key.value().matches("[0-9A-Za-z-]{1,64}")) {
            throw new ItsmRejected(Reason.INVALID, "request key");
        }
        return key.value();
    }
}
