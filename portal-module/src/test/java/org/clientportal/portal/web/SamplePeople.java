package org.clientportal.portal.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.standins.StandInPage;
import org.clientportal.portal.tickets.ApprovalPage;
import org.clientportal.portal.tickets.ApprovalsPage;
import org.clientportal.portal.tickets.LeavingPage;
import org.clientportal.portal.tickets.TicketPeoplePage;
import org.jspecify.annotations.Nullable;

/** Samples of people on a ticket, approvals and stand-ins. */
final class SamplePeople extends SampleScene {

    SamplePeople(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put(
                "approvals",
                new ApprovalsPage(frame(Place.TICKETS), approvals("waiting", "attn"), approvals("refused", "bad")));
        pages.put("approvals-none", new ApprovalsPage(frame(Place.TICKETS), List.of(), List.of()));
        pages.put("approval", approval(Form.empty("/tickets/48213/approval", "k2", null), "waiting"));
        pages.put(
                "approval-wrong",
                approval(
                        new Form(
                                "/tickets/48213/approval",
                                "k2",
                                null,
                                Map.of(),
                                List.of(
                                        Form.Problem.of("decision", "approval.decision-missing"),
                                        Form.Problem.of("text", "approval.text-missing")),
                                List.of(),
                                null),
                        "waiting"));
        pages.put("approval-over", approval(null, "refused"));
        var adding = Form.empty("/tickets/48213/people", "k2", null);
        pages.put("people", people(adding));
        pages.put(
                "people-wrong",
                people(new Form(
                        adding.action(),
                        "k2",
                        null,
                        Map.of("who", said.text()),
                        List.of(
                                Form.Problem.of("who", "people.unknown"),
                                Form.Problem.of("until", "people.until-wrong")),
                        List.of(),
                        null)));
        pages.put("people-read", people(null));
        pages.put(
                "leaving",
                new LeavingPage(frame(Place.TICKETS), "48213", said.subject(), "/tickets/48213/people", "k2", false));
        pages.put(
                "leaving-shared",
                new LeavingPage(frame(Place.TICKETS), "48213", said.subject(), "/tickets/48213/people", "k2", true));
        var period = new StandInPage.Period(said.me(), "24 lis", "30 lis", true);
        pages.put(
                "stand-in",
                new StandInPage(
                        frame(Place.PROFILE),
                        period,
                        List.of(period, new StandInPage.Period(said.agent(), "1 gru", "24 gru", false)),
                        Form.empty("/profile/stand-in", "k2", null),
                        "2026-11-24"));
        pages.put(
                "stand-in-wrong",
                new StandInPage(
                        frame(Place.PROFILE),
                        null,
                        List.of(),
                        new Form(
                                "/profile/stand-in",
                                "k2",
                                null,
                                Map.of("who", said.text()),
                                List.of(
                                        Form.Problem.of("who", "people.missing"),
                                        Form.Problem.of("from", "stand-in.from-wrong"),
                                        Form.Problem.of("to", "stand-in.to-wrong")),
                                List.of(),
                                null),
                        "2026-11-24"));
        return pages;
    }

    private List<ApprovalsPage.Row> approvals(String state, String tone) {
        return List.of(new ApprovalsPage.Row(
                "/tickets/48213/approval",
                "48213",
                said.subject(),
                Phrase.of("approval.state." + state),
                tone,
                when(40)));
    }

    private ApprovalPage approval(@Nullable Form form, String state) {
        var words = frame(Place.TICKETS).words();
        return new ApprovalPage(
                frame(Place.TICKETS).withFlash(form == null ? Flash.note("flash.approval-over") : null),
                "48213",
                said.subject(),
                "/tickets/48213",
                said.text(),
                when(40),
                form == null ? null : when(0).title(),
                Phrase.of("approval.said." + state),
                form == null ? "x" : "clock",
                form == null ? "bad" : "attn",
                form == null ? said.text() : "",
                form,
                7,
                List.of("approve", "refuse", "comment").stream()
                        .map(key -> new Choice(key, words.text("approval.decision." + key), key.equals("refuse")))
                        .toList());
    }

    private TicketPeoplePage people(@Nullable Form form) {
        var words = frame(Place.TICKETS).words();
        return new TicketPeoplePage(
                frame(Place.TICKETS).withFlash(Flash.done("flash.people-coming")),
                said.subject(),
                "48213",
                "/tickets/48213",
                List.of(
                        seer(said.me(), true, Phrase.of("people.why.requester"), null, false),
                        seer("Marek Nowak", false, Phrase.of("people.why.participant"), null, false),
                        seer(
                                said.agent(),
                                false,
                                Phrase.of("people.why.participant"),
                                Phrase.of("people.coming.sending"),
                                false),
                        seer(
                                said.agent(),
                                false,
                                Phrase.of("people.why.participant"),
                                Phrase.of("people.coming.failed"),
                                true),
                        seer(said.me(), false, Phrase.of("people.why.stand-in", said.agent(), "30 lis"), null, false),
                        seer(said.agent(), false, Phrase.of("people.why.shared", said.me(), "7 gru"), null, false)),
                form,
                List.of(
                        new Choice("copy", words.text("people.how.copy"), true),
                        new Choice("shared", words.text("people.how.shared"), false)),
                "2026-11-24",
                "k2",
                form == null);
    }

    private static TicketPeoplePage.Row seer(String name, boolean you, Phrase why, @Nullable Phrase note, boolean bad) {
        return new TicketPeoplePage.Row(7, name, you, why, note, bad, !you && note == null);
    }
}
