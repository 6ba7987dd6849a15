package org.clientportal.portal.tickets;

import java.util.List;
import java.util.Locale;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Counted;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * The viewer's tickets.
 *
 * @param drafts how many texts the viewer has not sent
 * @param lists the viewer's own and other people's; empty when there is only the viewer's own
 * @param tabs in their order
 * @param query what was searched for; empty when nothing
 * @param corrected what was looked for instead, because what was asked for is nowhere; null when it was not
 * @param states the filter by state: the first choice has the empty value and means any; empty where no filter is offered
 * @param newerUrl null on the first page
 * @param olderUrl null on the last page
 * @param exportUrl the list as a spreadsheet; null when it is empty
 */
public record TicketListPage(
        Frame frame,
        int drafts,
        List<ListName> lists,
        List<Tab> tabs,
        String query,
        @Nullable String corrected,
        List<Choice> states,
        List<TicketRow> rows,
        @Nullable String newerUrl,
        @Nullable String olderUrl,
        @Nullable String exportUrl)
        implements Page {

    public TicketListPage {
        lists = List.copyOf(lists);
        tabs = List.copyOf(tabs);
        states = List.copyOf(states);
        rows = List.copyOf(rows);
    }

    /** What a list can be narrowed to; the value of the parameter {@code tab}. */
    public enum TabName {
        OPEN,
        YOURS,
        CLOSED,
        ALL;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One of several lists; {@code key} is the last part of its message key. */
    public record ListName(String key, String url, boolean current) {}

    /** Which of the lists this is, by its key; {@code own} for the viewer's own. */
    public String whose() {
        return lists.stream()
                .filter(ListName::current)
                .map(ListName::key)
                .findFirst()
                .orElse("own");
    }

    /** One tab; {@code count} is of all the viewer's tickets, whatever is searched. */
    public record Tab(TabName name, Counted count, String url, boolean current) {}

    public TabName current() {
        return tabs.stream().filter(Tab::current).map(Tab::name).findFirst().orElse(TabName.OPEN);
    }

    /** Whether rows are missing because of a search or filter, not because there are none. */
    public boolean narrowed() {
        return !query.isEmpty()
                || states.stream()
                        .anyMatch(choice -> choice.selected() && !choice.value().isEmpty());
    }

    /** The first choice of the filter: any state. */
    public static Choice anyState(Frame frame, boolean selected) {
        return new Choice("", frame.words().text("tickets.state-any"), selected);
    }

    @Override
    public String template() {
        return "pages/tickets/list";
    }
}
