package org.clientportal.portal.tickets;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of tickets is narrowed to, and where it begins: exactly what stands in its address.
 *
 * @param whose the viewer's own, or which of other people's
 * @param state empty for any
 * @param text searched for in subject, number and entries; empty for any
 * @param after the list shows what comes after this place; null from the beginning
 * @param backwards whether it goes towards the newest
 */
record TicketQuery(
        Whose whose,
        TabName tab,
        Optional<StatusMeaning> state,
        String text,
        @Nullable Place after,
        boolean backwards) {

    private static final int LONGEST_TEXT = 200;

    /** Whose tickets; the value of the parameter {@code of}, which is left out for the viewer's own. */
    enum Whose {
        OWN,
        /** Of those who are away and for whom the viewer stands in. */
        STAND_IN,
        /** Shared with the viewer, to read. */
        SHARED,
        ORGANISATION;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        List<String> scopesOf(Viewer viewer) {
            return switch (this) {
                case OWN -> viewer.personalScopes();
                case STAND_IN -> viewer.standInScopes();
                case SHARED -> viewer.sharedScopes();
                case ORGANISATION -> viewer.organisationScopes();
            };
        }

        /** Whether a move can be the viewer's: other people's are theirs. */
        boolean isAnswered() {
            return this == OWN || this == STAND_IN;
        }

        String url() {
            return this == OWN ? "/tickets" : "/tickets?of=" + key();
        }
    }

    /** A place in the order by last change. */
    record Place(Instant changed, long ticket) {

        static Place of(ListedTicket ticket) {
            return new Place(ticket.changedAt(), ticket.id());
        }

        String written() {
            return changed + "_" + ticket;
        }

        static Optional<Place> read(String written) {
            var cut = written.lastIndexOf('_');
            try {
                return cut < 0
                        ? Optional.empty()
                        : Optional.of(new Place(
                                Instant.parse(written.substring(0, cut)), Long.parseLong(written.substring(cut + 1))));
            } catch (DateTimeParseException | NumberFormatException garbled) {
                return Optional.empty();
            }
        }
    }

    /** Reads an address; what is not understood counts as not said. */
    static TicketQuery of(
            @Nullable String of,
            @Nullable String tab,
            @Nullable String state,
            @Nullable String text,
            @Nullable String after,
            @Nullable String before) {
        var stripped = text == null ? "" : text.strip();
        var place = after != null ? after : before;
        return new TicketQuery(
                named(Whose.values(), of == null ? null : of.replace('-', '_')).orElse(Whose.OWN),
                named(TabName.values(), tab).orElse(stripped.isEmpty() ? TabName.OPEN : TabName.ALL),
                named(StatusMeaning.values(), state),
                stripped.length() <= LONGEST_TEXT ? stripped : stripped.substring(0, LONGEST_TEXT),
                place == null ? null : Place.read(place).orElse(null),
                after == null && before != null);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] among, @Nullable String name) {
        for (var each : among) {
            if (each.name().equalsIgnoreCase(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    String urlOf(TabName other) {
        return address().queryParam("tab", other.key()).build().encode().toUriString();
    }

    String olderThan(Place place) {
        return kept().queryParam("after", place.written()).build().encode().toUriString();
    }

    String newerThan(Place place) {
        return kept().queryParam("before", place.written()).build().encode().toUriString();
    }

    /** The same list for a spreadsheet, whole. */
    String exportUrl() {
        return kept().replacePath("/tickets/export").build().encode().toUriString();
    }

    /** The same, towards the oldest, from behind a place or from the beginning. */
    TicketQuery from(@Nullable Place place) {
        return new TicketQuery(whose, tab, state, text, place, false);
    }

    private UriComponentsBuilder kept() {
        var address = address().queryParam("tab", tab.key());
        state.ifPresent(wanted -> address.queryParam("state", wanted.name().toLowerCase(Locale.ROOT)));
        return address;
    }

    private UriComponentsBuilder address() {
        var address = UriComponentsBuilder.fromPath("/tickets");
        if (whose != Whose.OWN) {
            address.queryParam("of", whose.key());
        }
        if (!text.isEmpty()) {
            address.queryParam("query", text);
        }
        return address;
    }
}
