package org.clientportal.portal.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.tickets.TicketListPage;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.clientportal.portal.tickets.TicketRow;
import org.jspecify.annotations.Nullable;

/** Samples of lists of tickets. */
final class SampleLists extends SampleScene {

    SampleLists(String language, Said said, String colour) {
        super(language, said, colour);
    }

    Map<String, Page> pages() {
        var pages = new LinkedHashMap<String, Page>();
        pages.put("list", list(TabName.OPEN, "", rows(), null, "/tickets?after=x"));
        pages.put("list-second", list(TabName.ALL, "", rows(), "/tickets?before=x", "/tickets?after=x"));
        pages.put("list-last", list(TabName.ALL, "", rows(), "/tickets?before=x", null));
        pages.put("list-nothing", list(TabName.ALL, said.query(), List.of(), null, null));
        pages.put("list-corrected", list(TabName.ALL, said.query(), rows(), null, null));
        for (var tab : TabName.values()) {
            pages.put("list-empty-" + tab.key(), list(tab, "", List.of(), null, null));
        }
        pages.put("list-no-such-state", listInState());
        return pages;
    }

    List<TicketRow> rows() {
        var states = StateView.State.values();
        return Arrays.stream(states)
                .map(state -> new TicketRow(
                        "/tickets/" + (48213 - state.ordinal() * 17),
                        state == StateView.State.SENDING ? null : String.valueOf(48213 - state.ordinal() * 17),
                        subject(state.ordinal()),
                        when(10 + state.ordinal() * state.ordinal() * 700),
                        new StateView(
                                state,
                                state == StateView.State.PLANNED ? formats().date(LocalDate.of(2026, 11, 30)) : null),
                        state.ordinal() % 3 == 0 ? null : said.agent(),
                        null))
                .toList();
    }

    String subject(int index) {
        var subjects = List.of(
                said.subject(),
                "Dostęp do raportów sprzedaży",
                "Drukarka na 3. piętrze nie skanuje",
                "Monitor 27″ do domu",
                "Instalacja programu AutoCAD LT",
                "Podpis w Outlooku według wzoru firmy, z tłumaczeniem na angielski i numerem wewnętrznym",
                "Nowy telefon",
                "Zgubiona karta do biura",
                "Rzeczpospolitadonaudycyjniepodległościowa-bardzo-długie-słowo-bez-spacji-0123456789");
        return subjects.get(index % subjects.size());
    }

    TicketListPage list(
            TabName current, String query, List<TicketRow> rows, @Nullable String newer, @Nullable String older) {
        var frame = frame(Place.TICKETS);
        return new TicketListPage(
                frame,
                rows.size(),
                List.of(),
                Arrays.stream(TabName.values())
                        .map(tab -> new TicketListPage.Tab(
                                tab,
                                Counted.upTo(99, List.of(5, 1, 99, 100).get(tab.ordinal())),
                                "/tickets?tab=" + tab.key(),
                                tab == current))
                        .toList(),
                query,
                query.isEmpty() || rows.isEmpty() ? null : query,
                List.of(
                        TicketListPage.anyState(frame, true),
                        new Choice("new", frame.words().text("state.new"), false)),
                rows,
                newer,
                older,
                rows.isEmpty() ? null : "/tickets/export?tab=" + current.key());
    }

    TicketListPage listInState() {
        var page = list(TabName.OPEN, "", List.of(), null, null);
        return new TicketListPage(
                page.frame(),
                0,
                List.of(),
                page.tabs(),
                "",
                null,
                List.of(new Choice("new", "Przyjęte", true)),
                List.of(),
                null,
                null,
                null);
    }
}
