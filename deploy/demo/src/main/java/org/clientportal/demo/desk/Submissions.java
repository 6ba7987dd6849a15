package org.clientportal.demo.desk;

import static org.clientportal.itsm.StatusMeaning.CLOSED;
import static org.clientportal.itsm.StatusMeaning.SOLVED;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.demo.desk.Register.Step;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Entry.Role;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.ReceiptAnswer;
import org.clientportal.itsm.Submission.Decision;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.itsm.Submission.Writer;
import org.clientportal.itsm.TicketLink;
import org.jspecify.annotations.Nullable;

/** What comes from the portal becomes a ticket, a reply, a change of state or a verdict: once per request key, wholly. */
final class Submissions {

    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_HTML = 4_000_000;
    private static final Set<String> TEXTS = Set.of("NEW_TICKET", "REPLY");

    private final Register register;
    private final DeskFiles files;

    Submissions(Register register, DeskFiles files) {
        this.register = register;
        this.files = files;
    }

    /** A submission as the contract sends it. */
    record Body(
            String kind,
            Writer writer,
            Instant writtenAt,
            @Nullable String ticketId,
            @Nullable String subject,
            @Nullable String text,
            @Nullable String categoryId,
            @Nullable String priorityId,
            @Nullable Wish wish,
            @Nullable String articleId,
            @Nullable Boolean helped,
            @Nullable List<BodyFile> files,
            @Nullable Map<String, List<String>> fields,
            @Nullable String requesterId,
            @Nullable String personId,
            @Nullable Boolean takesPart,
            @Nullable String follows,
            @Nullable Boolean automatic,
            @Nullable Integer score,
            @Nullable String approvalId,
            @Nullable Decision decision,
            @Nullable String assetId,
            @Nullable String html,
            @Nullable ReceiptPart receipt,
            @Nullable BodyNote note) {}

    /** Which note was read, and which of its editions. */
    record BodyNote(String id, long edition) {}

    /** What is said of a receipt. */
    record ReceiptPart(String id, int edition, String signedName, List<ReceiptAnswer.Line> lines) {}

    /** A file that was put aside before. */
    record BodyFile(int index, String name, String contentType, long size, String sha256) {}

    Optional<Delivered> find(String requestKey) {
        return register.read(view -> view.submission(requestKey));
    }

    Delivered take(String requestKey, Body body) {
        var before = find(requestKey);
        if (before.isPresent()) {
            return before.get();
        }
        check(body);
        var refs = refs(requestKey, body);
        return register.act(step -> step.submission(requestKey).orElseGet(() -> act(step, requestKey, body, refs)));
    }

    /** Acts whether or not it was asked before: what crash tests want to catch. */
    Delivered takeAnyway(String requestKey, Body body) {
        check(body);
        var refs = refs(requestKey, body);
        return register.act(step -> act(step, requestKey, body, refs));
    }

    private static Delivered act(Step step, String requestKey, Body body, List<FileRef> refs) {
        var delivered = perform(step, requestKey, body, refs);
        step.happened(requestKey, delivered);
        return delivered;
    }

    private static void check(Body body) {
        if (body.writer() == null || body.writtenAt() == null || body.kind() == null) {
            throw invalid("kind, writer and writtenAt are needed");
        }
        var text = body.text();
        var html = body.html();
        if ((text != null && text.length() > LONGEST_TEXT) || (html != null && html.length() > LONGEST_HTML)) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "The desk takes texts to 1,000,000 characters.");
        }
        if (TEXTS.contains(body.kind()) && text == null) {
            throw invalid("text is needed");
        }
        for (var file : filesOf(body)) {
            if (file.name().length() > 300) {
                throw invalid("a file name is longer than 300 characters");
            }
        }
    }

    private static List<BodyFile> filesOf(Body body) {
        return body.files() == null ? List.of() : body.files();
    }

    private List<FileRef> refs(String requestKey, Body body) {
        return filesOf(body).stream()
                .map(file -> {
                    var id = DeskFiles.id(requestKey, file.index());
                    if (!files.has(id, file.size(), file.sha256())) {
                        throw new Refusal(Refusal.Kind.FILES_MISSING, "File " + file.index() + " is not here.");
                    }
                    return new FileRef(id, file.name(), file.contentType(), file.size());
                })
                .toList();
    }

    private static Delivered perform(Step step, String key, Body body, List<FileRef> refs) {
        var writer = step.person(body.writer().personId())
                .orElseThrow(() -> gone("person " + body.writer().personId()));
        if (!writer.active()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "Person " + writer.id() + " is disabled.");
        }
        return switch (body.kind()) {
            case "NEW_TICKET" -> open(step, key, body, writer, refs);
            case "REPLY" -> reply(step, key, body, writer, refs);
            case "STATE" -> state(step, key, body, writer);
            case "PARTICIPATION" -> takePart(step, body);
            case "RATING" -> rate(step, key, body, writer);
            case "DECISION" -> Approvals.decide(step, key, body);
            case "RECEIPT_ANSWER" -> ReceiptBook.answer(step, key, body, refs);
            case "NOTE_READ" -> Notes.read(step, key, body);
            case "VERDICT" -> judge(step, key, body, writer);
            default -> throw invalid("unknown kind " + body.kind());
        };
    }

    private static Delivered open(Step step, String key, Body body, Person writer, List<FileRef> refs) {
        var subject = body.subject();
        if (subject == null || subject.isBlank() || subject.length() > 255) {
            throw invalid("the subject has 1 to 255 characters");
        }
        var category = body.categoryId();
        if (category == null || !DeskCatalogue.hasCategory(category)) {
            throw gone("category " + category);
        }
        var priority = body.priorityId() == null ? DeskCatalogue.NORMAL : body.priorityId();
        if (!DeskCatalogue.hasPriority(priority)) {
            throw invalid("unknown priority " + priority);
        }
        var requester = body.requesterId() == null
                ? writer
                : step.person(body.requesterId()).orElseThrow(() -> gone("person " + body.requesterId()));
        var number = Long.toString(step.newNumber());
        var now = step.now();
        var entry = entry(1, Kind.DESCRIPTION, body, now, null, key, refs);
        step.save(new DeskTicket(
                "t" + number,
                number,
                subject,
                DeskCatalogue.NEW,
                category,
                priority,
                requester.id(),
                requester.id().equals(writer.id()) ? List.of() : List.of(writer.id()),
                requester.organisationId(),
                null,
                key,
                now,
                now,
                null,
                false,
                false,
                0,
                List.of(entry),
                DeskCatalogue.taken(body.fields(), category),
                about(step, body.assetId(), follow(step, "t" + number, body.follows())),
                List.of()));
        return new Delivered("t" + number, number, entry.published("t" + number).id());
    }

    /** Both tickets name each other; one that is not there is named by the text only. */
    private static DeskMargin follow(Step step, String id, @Nullable String follows) {
        var old = follows == null
                ? Optional.<DeskTicket>empty()
                : step.ticket(follows).filter(ticket -> !ticket.gone());
        if (old.isEmpty()) {
            return DeskMargin.EMPTY;
        }
        var before = old.get();
        step.save(before.change()
                .margin(before.margin().linked(new TicketLink(id, TicketLink.Kind.RELATED)))
                .made());
        return DeskMargin.EMPTY.linked(new TicketLink(before.id(), TicketLink.Kind.RELATED));
    }

    /** An asset that is not on the books is named by the text only. */
    private static DeskMargin about(Step step, @Nullable String assetId, DeskMargin margin) {
        return step.asset(assetId)
                .filter(asset -> !asset.gone())
                .map(asset -> margin.about(asset.id()))
                .orElse(margin);
    }

    private static Delivered rate(Step step, String key, Body body, Person writer) {
        var score = body.score();
        if (score == null || score < Rating.LOWEST || score > Rating.HIGHEST) {
            throw invalid("the score is 1 to 5");
        }
        var ticket = step.ticket(body.ticketId()).orElseThrow(() -> gone("ticket " + body.ticketId()));
        var comment = body.text() == null ? "" : body.text();
        step.save(ticket.change()
                .margin(ticket.margin().rated(new Rating(score, comment, writer.id(), step.now(), key)))
                .made());
        return new Delivered(ticket.id(), ticket.number(), null);
    }

    private static Delivered reply(Step step, String key, Body body, Person writer, List<FileRef> refs) {
        var ticket = ticketFor(step, body, writer);
        var over = Set.of(SOLVED, CLOSED).contains(DeskCatalogue.meaning(ticket.statusId()))
                || ticket.statusId().equals(DeskCatalogue.PENDING);
        var entry =
                entry(ticket.nextOrder(), Kind.REPLY, body, step.now(), over ? DeskCatalogue.OPEN : null, key, refs);
        step.save(ticket.with(entry));
        return new Delivered(
                ticket.id(), ticket.number(), entry.published(ticket.id()).id());
    }

    private static Delivered state(Step step, String key, Body body, Person writer) {
        if (body.wish() == null) {
            throw invalid("wish is needed");
        }
        var ticket = ticketFor(step, body, writer);
        var meaning = DeskCatalogue.meaning(ticket.statusId());
        var there = switch (body.wish()) {
            case CLOSE -> meaning == CLOSED;
            case REOPEN -> meaning != CLOSED && meaning != SOLVED;
        };
        var automatic = Boolean.TRUE.equals(body.automatic());
        if (there || automatic && meaning != SOLVED) {
            return new Delivered(ticket.id(), ticket.number(), null);
        }
        var status = body.wish() == Wish.CLOSE ? DeskCatalogue.CLOSED : DeskCatalogue.OPEN;
        var said = entry(ticket.nextOrder(), Kind.STATUS_CHANGE, body, step.now(), status, key, List.of());
        var entry = automatic ? said.by(new Author(null, "", Role.AUTOMATIC)) : said;
        step.save(ticket.with(entry));
        return new Delivered(
                ticket.id(), ticket.number(), entry.published(ticket.id()).id());
    }

    /** Also of a ticket that takes no more answers: being in copy is no answer. */
    private static Delivered takePart(Step step, Body body) {
        var ticket = step.ticket(body.ticketId()).orElseThrow(() -> gone("ticket " + body.ticketId()));
        if (body.takesPart() == null) {
            throw invalid("takesPart is needed");
        }
        var person = step.person(body.personId()).orElseThrow(() -> gone("person " + body.personId()));
        if (ticket.participantIds().contains(person.id()) != body.takesPart()) {
            var others = ticket.participantIds().stream().filter(id -> !id.equals(person.id()));
            step.save(ticket.change()
                    .participants(Stream.concat(others, body.takesPart() ? Stream.of(person.id()) : Stream.empty())
                            .toList())
                    .made());
        }
        return new Delivered(ticket.id(), ticket.number(), null);
    }

    /** Kept with the article, also one that is no longer published; the article itself does not change. */
    private static Delivered judge(Step step, String key, Body body, Person writer) {
        var article = step.article(body.articleId()).orElseThrow(() -> gone("article " + body.articleId()));
        if (body.helped() == null) {
            throw invalid("helped is needed");
        }
        var id = "v" + (step.verdicts().size() + 1);
        var reason = body.text() == null ? "" : body.text();
        step.save(new DeskVerdict(
                id, article.id(), writer.id(), body.writer().name(), body.helped(), reason, step.now(), key));
        return new Delivered(article.id(), article.id(), id);
    }

    private static DeskTicket ticketFor(Step step, Body body, Person writer) {
        var ticket = step.ticket(body.ticketId()).orElseThrow(() -> gone("ticket " + body.ticketId()));
        if (ticket.locked()) {
            throw new Refusal(Refusal.Kind.CLOSED, "Ticket " + ticket.number() + " is locked.");
        }
        var onTicket = ticket.requesterId().equals(writer.id())
                || ticket.participantIds().contains(writer.id());
        if (!onTicket && !top(step, ticket.organisationId()).equals(top(step, writer.organisationId()))) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "Person " + writer.id() + " is of another firm than ticket " + ticket.number() + ".");
        }
        return ticket;
    }

    /** The firm at the top of the tree, empty when there is none. */
    private static Optional<String> top(Step step, @Nullable String organisationId) {
        var at = step.organisation(organisationId);
        while (at.isPresent() && at.get().parentId() != null) {
            at = step.organisation(at.get().parentId());
        }
        return at.map(organisation -> organisation.id());
    }

    private static DeskEntry entry(
            long order, Kind kind, Body body, Instant at, @Nullable String status, String key, List<FileRef> refs) {
        var writer = body.writer();
        return new DeskEntry(
                order,
                kind,
                false,
                new Author(writer.personId(), writer.name(), Role.PERSON, writer.onBehalfOf()),
                at,
                body.html() != null ? body.html() : body.text() == null ? "" : body.text(),
                body.html() != null,
                status,
                key,
                writer.channel(),
                writer.verified(),
                refs);
    }

    static Refusal gone(String what) {
        return new Refusal(Refusal.Kind.GONE, what + " does not exist");
    }

    static Refusal invalid(String why) {
        return new Refusal(Refusal.Kind.INVALID, why);
    }
}
