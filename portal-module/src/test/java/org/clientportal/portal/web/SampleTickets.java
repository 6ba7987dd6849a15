package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.conversation.DayView;
import org.clientportal.portal.conversation.DraftRemovalPage;
import org.clientportal.portal.conversation.DraftsPage;
import org.clientportal.portal.conversation.OlderView;
import org.clientportal.portal.conversation.Solution;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.tickets.AfterView;
import org.clientportal.portal.tickets.AroundView;
import org.clientportal.portal.tickets.AssetsNamed;
import org.clientportal.portal.tickets.ClosurePage;
import org.clientportal.portal.tickets.MovePanel;
import org.clientportal.portal.tickets.MovePanel.Act;
import org.clientportal.portal.tickets.MovePanel.Action;
import org.clientportal.portal.tickets.MovePanel.Move;
import org.clientportal.portal.tickets.NewTicketPage;
import org.clientportal.portal.tickets.RatingPage;
import org.clientportal.portal.tickets.ReopeningPage;
import org.clientportal.portal.tickets.TicketDetails;
import org.clientportal.portal.tickets.TicketPage;
import org.jspecify.annotations.Nullable;

/** Samples of a ticket and of what is written about it. */
final class SampleTickets extends SampleConversation {

    SampleTickets(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("ticket", ticket(StateView.State.WAITING_FOR_PERSON, yours(), days(), reply()));
        for (var move : Move.values()) {
            pages.put("ticket-" + move.key(), ticket(state(move), panel(move), days(), reply()));
        }
        pages.put(
                "ticket-planned-date",
                ticket(StateView.State.PLANNED, MovePanel.planned("30 lis", List.of()), days(), null));
        pages.put("ticket-sending-first", beingSent());
        pages.put("ticket-wrong", ticket(StateView.State.WAITING_FOR_PERSON, yours(), days(), wrongReply()));
        pages.put("new", newTicket(Form.empty("/tickets", "k1", LIMITS)));
        pages.put("new-wrong", newTicket(wrongTicket()));
        pages.put(
                "closure",
                new ClosurePage(
                        frame(Place.TICKETS),
                        "48213",
                        said.subject(),
                        "/tickets/48213/closure",
                        "k2",
                        "/tickets/48213",
                        14));
        pages.put("reopening-solved", reopening(true, List.of()));
        pages.put("reopening-closed-wrong", reopening(false, List.of(ReopeningPage.textMissing())));
        pages.put(
                "drafts",
                new DraftsPage(frame(Place.TICKETS), List.of(draft("new", null), draft("reply", said.subject())), 14));
        pages.put("drafts-empty", new DraftsPage(frame(Place.TICKETS), List.of(), 14));
        pages.put("draft-removal", new DraftRemovalPage(frame(Place.TICKETS), draft("request", said.subject())));
        pages.put("rating", rating(List.of()));
        pages.put("rating-wrong", rating(List.of(RatingPage.scoreMissing(), RatingPage.commentTooLong())));
        return pages;
    }

    private DraftsPage.Row draft(String kind, @Nullable String subject) {
        return new DraftsPage.Row(
                Phrase.of("drafts.kind." + kind),
                subject,
                subject == null ? "" : said.text(),
                2,
                when(30),
                subject == null ? null : "/tickets/48213?draft=d1",
                "/drafts/d1/removal");
    }

    private MovePanel yours() {
        return MovePanel.yours(
                said.agent(),
                when(292).text(),
                List.of(new Action(Act.REPLY, "#reply", null), new Action(Act.CLOSE, "/tickets/48213/closure", "k4")));
    }

    private MovePanel panel(Move move) {
        return switch (move) {
            case YOURS -> yours();
            case APPROVE ->
                new MovePanel(
                        move,
                        Phrase.of("ticket.move.approve-sentence"),
                        List.of(new Action(Act.DECIDE, "/tickets/48213/approval", null)));
            case CHECK ->
                MovePanel.of(
                        move,
                        List.of(
                                new Action(Act.WORKS, "/tickets/48213/closure", "k5"),
                                new Action(Act.STILL_BROKEN, "/tickets/48213/reopening", null)));
            case ANOTHERS -> new MovePanel(move, Phrase.of("ticket.move.anothers-sentence", said.agent()), List.of());
            case OVER -> MovePanel.of(move, List.of(new Action(Act.REOPEN, "/tickets/48213/reopening", null)));
            default -> MovePanel.of(move, List.of());
        };
    }

    private AroundView around(StateView.State state) {
        return new AroundView(
                state == StateView.State.WAITING_FOR_OTHERS ? said.text() : null,
                List.of(
                        Phrase.of("outlook.answer-most", "2 godzin", "1 dnia"),
                        Phrase.of("outlook.solve-by", "30 lis, 15:00")),
                List.of(
                        new AroundView.LinkView(
                                "related",
                                "/tickets/48100",
                                "48100",
                                said.subject(),
                                StateView.of(StateView.State.CLOSED)),
                        new AroundView.LinkView(
                                "waits-for",
                                "/tickets/48101",
                                "48101",
                                said.subject(),
                                StateView.of(StateView.State.IN_WORK))));
    }

    /** Asked of what is closed, answered of what was solved. */
    private @org.jspecify.annotations.Nullable AfterView rated(StateView.State state) {
        return switch (state) {
            case CLOSED ->
                new AfterView(
                        RatingPage.SCORES.stream()
                                .map(score -> new AfterView.Answer(score, "/tickets/48213/rating?score=" + score))
                                .toList(),
                        null);
            case SOLVED ->
                new AfterView(List.of(), new AfterView.Given(4, said.text(), "not-delivered", "/tickets/48213/rating"));
            default -> null;
        };
    }

    private ReopeningPage reopening(boolean solved, List<Form.Problem> problems) {
        return new ReopeningPage(
                frame(Place.TICKETS),
                "48213",
                said.subject(),
                solved,
                new Form("/tickets/48213/reopening", "k6", null, Map.of(), problems, List.of(), LIMITS),
                "/tickets/48213");
    }

    private RatingPage rating(List<Form.Problem> problems) {
        return new RatingPage(
                frame(Place.TICKETS),
                "48213",
                said.subject(),
                new Form("/tickets/48213/rating", "k7", null, Map.of("score", "4"), problems, List.of(), null),
                "/tickets/48213");
    }

    private static StateView.State state(Move move) {
        return switch (move) {
            case YOURS, APPROVE -> StateView.State.WAITING_FOR_PERSON;
            case CHECK -> StateView.State.SOLVED;
            case OTHERS -> StateView.State.WAITING_FOR_OTHERS;
            case PLANNED -> StateView.State.PLANNED;
            case SENDING -> StateView.State.SENDING;
            case NOT_SENT -> StateView.State.NOT_SENT;
            case OVER -> StateView.State.CLOSED;
            case OURS, ANOTHERS -> StateView.State.IN_WORK;
        };
    }

    private TicketPage ticket(StateView.State state, MovePanel move, List<DayView> days, @Nullable Form reply) {
        return new TicketPage(
                frame(Place.TICKETS),
                "48213",
                "48213",
                said.subject(),
                state == StateView.State.WAITING_FOR_PERSON ? said.me() : null,
                StateView.of(state),
                move,
                new OlderView(2, "/tickets/48213?all"),
                days,
                new TicketDetails(
                        said.agent(),
                        "Praca zdalna i VPN",
                        "Zwykła",
                        "Oriale sp. z o.o.",
                        when(1345),
                        when(218),
                        List.of("Marek Nowak", said.agent()),
                        files(),
                        List.of(
                                new AssetsNamed.Named("d1", said.subject(), "OR-004217", "/equipment/d1"),
                                new AssetsNamed.Named("d2", "Monitor", null, "/equipment/d2")),
                        "/tickets/48213/closure",
                        new TicketDetails.Mute(state == StateView.State.CLOSED, "/tickets/48213/mute")),
                reply,
                reply == null ? null : Templates.safe("<p><b>" + escape(said.text()) + "</b></p>"),
                reply == null ? List.of() : List.of("Sprawdzę i dam znać.", said.agent()),
                rated(state),
                around(state));
    }

    private static Form reply() {
        return Form.empty("/tickets/48213/replies", "k9", LIMITS);
    }

    private Form wrongReply() {
        return new Form(
                "/tickets/48213/replies",
                "k9",
                "d1",
                Map.of("text", ""),
                List.of(TicketPage.replyMissing(), TicketPage.replyTooLong(100_000)),
                drafts(),
                LIMITS);
    }

    private Form wrongTicket() {
        return new Form(
                "/tickets",
                "k3",
                "d2",
                Map.of("subject", said.subject(), "text", said.text()),
                List.of(
                        NewTicketPage.subjectMissing(),
                        NewTicketPage.subjectTooLong(200),
                        NewTicketPage.textMissing(),
                        NewTicketPage.textTooLong(100_000),
                        NewTicketPage.categoryMissing(),
                        NewTicketPage.choiceUnknown("priority"),
                        LIMITS.tooBig(said.file(), "48\u00a0MB"),
                        LIMITS.tooMany(),
                        Form.UploadLimits.forbidden(said.file()),
                        Form.UploadLimits.empty(said.file())),
                drafts(),
                LIMITS);
    }

    private NewTicketPage newTicket(Form form) {
        var frame = frame(Place.TICKETS);
        return new NewTicketPage(
                frame,
                form.draftId() == null ? null : Templates.safe("<p>" + escape(said.text()) + "</p>"),
                form,
                List.of(
                        NewTicketPage.nothingChosen(frame, true),
                        new Choice("1", "Konto i hasło", false),
                        new Choice("2", "Praca zdalna i VPN", false)),
                List.of(
                        new Choice("1", "Niska", false),
                        new Choice("2", "Zwykła", true),
                        new Choice("3", "Wysoka: praca stoi", false)),
                100_000,
                form.draftId() == null,
                form.draftId() == null ? null : new Solution("A-1", said.subject(), "/knowledge/A-1"),
                form.draftId() == null ? null : new NewTicketPage.Follows("48213", said.subject(), "/tickets/48213"),
                form.draftId() == null
                        ? null
                        : new AssetsNamed.Named("d1", said.subject(), "OR-004217", "/equipment/d1"));
    }
}
