package org.clientportal.portal.tickets;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list of tickets is narrowed to, and where it begins: exactly what stands in its address.
 *
 * @param organisation whether the tickets of the organisation are meant, not the viewer's own
 * @param state empty for any
 * @param text searched for in subject, number and entries; empty for any
 * @param after the list shows what comes after this place; null from the beginning
 * @param backwards whether it goes towards the newest
 */
record TicketQuery(
        boolean organisation,
        TabName tab,
        Optional<StatusMeaning> state,
        String text,
        @Nullable Place after,
        boolean backwards) {

    private static final int LONGEST_TEXT = 200;
    /** Value of the parameter {@code of}. */
    static final String ORGANISATION = "organisation";

    /** A place in the order by last change. */
    record Place(Instant changed, long ticket) {

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
                ORGANISATION.equals(of),
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

    private UriComponentsBuilder kept() {
        var address = address().queryParam("tab", tab.key());
        state.ifPresent(wanted -> address.queryParam("state", wanted.name().toLowerCase(java.util.Locale.ROOT)));
        return address;
    }

    private UriComponentsBuilder address() {
        var address = UriComponentsBuilder.fromPath("/tickets");
        if (organisation) {
            address.queryParam("of", ORGANISATION);
        }
        if (!text.isEmpty()) {
            address.queryParam("query", text);
        }
        return address;
    }
}
