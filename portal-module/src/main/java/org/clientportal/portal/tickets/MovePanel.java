package org.clientportal.portal.tickets;

import java.util.List;
import org.clientportal.itsm.Entry;
import org.clientportal.portal.conversation.Entries.Said;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Sign;
import org.jspecify.annotations.Nullable;

/**
 * Whose move it is, in words, and what can be done about it.
 *
 * @param sentence what happens next; null when the heading says it all
 * @param actions the first one is the primary button
 */
public record MovePanel(Move move, @Nullable Phrase sentence, List<Action> actions) {

    public MovePanel {
        actions = List.copyOf(actions);
    }

    /** Support asked and waits; {@code when} is ready to be shown. */
    public static MovePanel yours(String lastAuthor, String when, List<Action> actions) {
        return new MovePanel(Move.YOURS, Phrase.of("ticket.move.yours-sentence", lastAuthor, when), actions);
    }

    /** Work is planned; {@code date} is ready to be shown, null when the platform does not say. */
    public static MovePanel planned(@Nullable String date, List<Action> actions) {
        var sentence = date == null
                ? Phrase.of("ticket.move.planned-undated")
                : Phrase.of("ticket.move.planned-sentence", date);
        return new MovePanel(Move.PLANNED, sentence, actions);
    }

    /** Every other move tells by itself what happens next. */
    public static MovePanel of(Move move, List<Action> actions) {
        return switch (move) {
            case PLANNED -> planned(null, actions);
            case YOURS -> new MovePanel(move, null, actions);
            default -> new MovePanel(move, Phrase.of("ticket.move." + move.key() + "-sentence"), actions);
        };
    }

    /** The viewer is asked to approve what the ticket is about. */
    static MovePanel toApprove(ListedTicket ticket) {
        return new MovePanel(
                Move.APPROVE,
                Phrase.of("ticket.move.approve-sentence"),
                List.of(new Action(Act.DECIDE, ticket.url() + ApprovalPages.PAGE, null)));
    }

    /** Of somebody else's ticket: nothing can be done about it. */
    static MovePanel ofAnothers(ListedTicket ticket) {
        var requester = ticket.requester();
        return new MovePanel(
                Move.ANOTHERS,
                requester == null
                        ? Phrase.of("ticket.move.anothers-nobody")
                        : Phrase.of("ticket.move.anothers-sentence", requester),
                List.of());
    }

    /** Whose move; the heading is the message {@code ticket.move.<key>}. */
    public enum Move implements Sign {
        YOURS("yours", "reply", "attn"),
        /** The viewer is asked to approve something. */
        APPROVE("approve", "check", "attn"),
        /** Support thinks it is solved. */
        CHECK("check", "check", "ok"),
        OURS("ours", "clock", "plain"),
        OTHERS("others", "pause", "plain"),
        PLANNED("planned", "calendar", "plain"),
        /** Something of the person's is still on its way to the platform. */
        SENDING("sending", "send", "plain"),
        /** Something of the person's was refused by the platform. */
        NOT_SENT("not-sent", "alert", "bad"),
        OVER("over", "closed", "plain"),
        /** Somebody else's ticket, seen because it is the organisation's. */
        ANOTHERS("anothers", "profile", "plain");

        private final Look look;

        Move(String key, String icon, String tone) {
            look = new Look(key, icon, tone);
        }

        @Override
        public Look look() {
            return look;
        }
    }

    /**
     * One button.
     *
     * @param url where a link leads, else where it is posted
     * @param formKey one-time key; null for a link
     */
    public record Action(Act act, String url, @Nullable String formKey) {}

    /** What a button does; its label is the message {@code ticket.act.<key>}. */
    public enum Act {
        /** To the reply box. */
        REPLY("reply"),
        /** To the question that the viewer is asked. */
        DECIDE("decide"),
        /** "Yes, it works": close what support solved. */
        WORKS("works"),
        /** To the page that asks what is still broken. */
        STILL_BROKEN("still-broken"),
        /** Close what is not solved yet. */
        CLOSE("close"),
        /** To the page that opens again what was closed. */
        REOPEN("reopen"),
        /** To a new ticket that takes up what is closed for good. */
        FOLLOW("follow");

        private final String key;

        Act(String key) {
            this.key = key;
        }

        public String key() {
            return key;
        }

        public boolean link() {
            return this != WORKS && this != CLOSE;
        }
    }

    /**
     * The panel of a ticket.
     *
     * @param url of the ticket
     * @param formKey one-time key, for whichever of the actions is taken
     * @param end what becomes of it at its end
     */
    static MovePanel of(
            ListedTicket ticket, List<Said> said, Formats formats, String url, String formKey, TicketEnd end) {
        var answer = new Action(Act.REPLY, "#reply", null);
        if (ticket.refused() && !ticket.onItsWay()) {
            return new MovePanel(Move.NOT_SENT, Phrase.of("ticket.move.not-sent-sentence"), List.of());
        }
        return switch (ticket.move()) {
            case ON_ITS_WAY -> new MovePanel(Move.SENDING, Phrase.of("ticket.move.sending-sentence"), List.of());
            case OURS -> new MovePanel(Move.OURS, Phrase.of("ticket.move.ours-sentence"), List.of());
            case OTHERS -> new MovePanel(Move.OTHERS, Phrase.of("ticket.move.others-sentence"), List.of());
            case PLANNED -> new MovePanel(Move.PLANNED, Phrase.of("ticket.move.planned-undated"), List.of());
            case YOURS_ANSWER ->
                new MovePanel(
                        Move.YOURS,
                        last(said, formats),
                        List.of(answer, new Action(Act.CLOSE, url + "/closure", formKey)));
            case YOURS_CHECK ->
                new MovePanel(
                        Move.CHECK,
                        end.ofSolved(),
                        List.of(
                                new Action(Act.WORKS, url + "/closure", formKey),
                                new Action(Act.STILL_BROKEN, url + "/reopening", null)));
            case NOBODY ->
                new MovePanel(
                        Move.OVER,
                        end.ofClosed(),
                        List.of(
                                end.forGood()
                                        ? new Action(
                                                Act.FOLLOW, TicketDrafts.PLAIN + "?follows=" + ticket.number(), null)
                                        : new Action(Act.REOPEN, url + "/reopening", null)));
        };
    }

    private static @Nullable Phrase last(List<Said> said, Formats formats) {
        return said.stream()
                .filter(entry -> entry.kind() != Entry.Kind.STATUS_CHANGE)
                .reduce((earlier, later) -> later)
                .map(entry -> Phrase.of(
                        "ticket.move.yours-sentence",
                        entry.authorName(),
                        formats.when(entry.at()).text()))
                .orElse(null);
    }
}
