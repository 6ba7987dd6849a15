package org.clientportal.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.conversation.DayView;
import org.clientportal.portal.conversation.DeliveryView;
import org.clientportal.portal.conversation.EntryView;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.tickets.AroundView;
import org.clientportal.portal.tickets.MovePanel;
import org.clientportal.portal.tickets.MovePanel.Move;
import org.clientportal.portal.tickets.TicketDetails;
import org.clientportal.portal.tickets.TicketPage;
import org.jspecify.annotations.Nullable;

/** What was said in a sample ticket. */
abstract class SampleConversation extends SampleScene {

    SampleConversation(String language, Said said, String colour) {
        super(language, said, colour);
    }

    List<DayView> days() {
        var me = EntryView.Side.ME;
        var support = EntryView.Side.SUPPORT;
        var steps =
                "<p>To już postęp. Sprawdźmy, czy winne jest Wi-Fi:</p><ol><li>Proszę podłączyć laptop kablem do routera i popracować pół godziny.</li>"
                        + "<li>Jaki to model routera? Nazwa jest na naklejce pod spodem, np. <code>F680-0IlO</code>.</li></ol>"
                        + "<details class=\"quoted\" id=\"entry-e5-quote-1\"><summary>Pokaż cytowany tekst</summary>W dniu 24.11.2026 o 8:26, "
                        + escape(said.me())
                        + " pisze:<blockquote><p>Tryb zmieniony, dalej rozłącza.</p></blockquote></details>";
        return List.of(
                new DayView(
                        formats().day(LocalDate.of(2026, 11, 23)),
                        List.of(
                                entry("e1", me, said.me(), 1345, said.text(), DeliveryView.delivered(false), files()),
                                event("e2", StateView.State.IN_WORK),
                                entry(
                                        "e3",
                                        support,
                                        said.agent(),
                                        1320,
                                        "Dzień dobry! Dziękuję za zrzut, to sporo wyjaśnia.\nBłąd 809 oznacza zwykle, że domowy router przerywa połączenie.",
                                        null,
                                        List.of()))),
                new DayView(
                        formats().day(LocalDate.of(2026, 11, 24)),
                        List.of(
                                entry(
                                        "e4",
                                        me,
                                        said.me(),
                                        334,
                                        "Tryb zmieniony, dalej rozłącza.",
                                        DeliveryView.delivered(true),
                                        List.of()),
                                rich("e5", support, said.agent(), 293, steps),
                                entry(
                                        "e6",
                                        EntryView.Side.PERSON,
                                        "Marek Nowak",
                                        280,
                                        "U mnie to samo.",
                                        null,
                                        List.of()),
                                rich("e7", EntryView.Side.SYSTEM, "", 270, "<p>Zgłoszenie połączone z 48100.</p>"),
                                entry(
                                        "e8",
                                        me,
                                        said.me(),
                                        258,
                                        "Na kablu działa od 30 minut bez przerwy.",
                                        DeliveryView.notDelivered(
                                                ItsmRejected.Reason.TOO_LARGE, "/tickets/48213/replies", "k8"),
                                        List.of()),
                                entry("e9", me, said.me(), 200, "A tu drugi zrzut.", DeliveryView.unknown(), List.of()),
                                entry("e10", me, said.me(), 1, "I trzeci.", DeliveryView.sending(), List.of()))));
    }

    EntryView entry(
            String id,
            EntryView.Side side,
            String author,
            int minutesAgo,
            String text,
            @Nullable DeliveryView delivery,
            List<AttachmentView> files) {
        return new EntryView(
                id,
                side,
                author,
                side == EntryView.Side.PERSON ? said.me() : null,
                Frames.initials(author),
                formats().time(NOW.minusSeconds(60L * minutesAgo)),
                Templates.safe("<p>" + escape(text).replace("\n", "<br>") + "</p>"),
                true,
                null,
                files,
                delivery,
                side == EntryView.Side.PERSON);
    }

    EntryView rich(String id, EntryView.Side side, String author, int minutesAgo, String html) {
        return new EntryView(
                id,
                side,
                author,
                side == EntryView.Side.ME ? said.me() : null,
                Frames.initials(author),
                formats().time(NOW.minusSeconds(60L * minutesAgo)),
                Templates.safe(html),
                true,
                null,
                List.of(),
                null,
                false);
    }

    EntryView event(String id, StateView.State state) {
        return new EntryView(
                id,
                EntryView.Side.SUPPORT,
                said.agent(),
                said.me(),
                "PZ",
                formats().time(NOW.minusSeconds(60 * 1333)),
                Templates.safe(""),
                false,
                StateView.of(state),
                List.of(),
                null,
                false);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    TicketPage beingSent() {
        return new TicketPage(
                frame(Place.TICKETS).withFlash(Flash.done("flash.ticket-sent")),
                null,
                "n17",
                said.subject(),
                null,
                StateView.of(StateView.State.SENDING),
                MovePanel.of(Move.SENDING, List.of()),
                null,
                List.of(new DayView(
                        formats().day(LocalDate.of(2026, 11, 24)),
                        List.of(entry(
                                "e1",
                                EntryView.Side.ME,
                                said.me(),
                                0,
                                said.text(),
                                DeliveryView.sending(),
                                List.of())))),
                new TicketDetails(
                        null, null, null, null, when(0), when(0), List.of(), List.of(), List.of(), null, null),
                null,
                null,
                List.of(),
                null,
                AroundView.NOTHING);
    }
}
