package org.clientportal.portal.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.DeliveryView.State;
import org.clientportal.portal.conversation.Entries.Said;
import org.clientportal.portal.conversation.EntryView.Side;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Templates;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as its page shows it: by days, the last entries open, the rest behind a link.
 *
 * @param older null when everything is shown
 */
public record ConversationView(@Nullable OlderView older, List<DayView> days) {

    /** So many are shown without asking. */
    static final int OPEN = 10;

    /** What a page knows about the entries that they do not know themselves. */
    public interface Surroundings {

        /** What a status of the platform means. */
        StatusMeaning meaningOf(String status);

        /** Where an entry that was refused is sent again. */
        String retryUrl(long entry);

        /** A one-time key for the retry. */
        String formKey();

        /** Address of the page with everything shown. */
        String everythingUrl();
    }

    public static ConversationView of(
            List<Said> said, boolean everything, Viewer viewer, Formats formats, Surroundings surroundings) {
        var hidden = everything ? 0 : Math.max(0, said.size() - OPEN);
        var days = new LinkedHashMap<LocalDate, List<EntryView>>();
        said.stream()
                .skip(hidden)
                .forEach(entry -> days.computeIfAbsent(formats.dayOf(entry.at()), day -> new ArrayList<>())
                        .add(view(entry, viewer, formats, surroundings)));
        return new ConversationView(
                hidden == 0 ? null : new OlderView(hidden, surroundings.everythingUrl()),
                days.entrySet().stream()
                        .map(day -> new DayView(formats.day(day.getKey()), day.getValue()))
                        .toList());
    }

    private static EntryView view(Said entry, Viewer viewer, Formats formats, Surroundings surroundings) {
        var side = side(entry, viewer);
        var id = "entry-" + entry.id();
        var quotes = new FoldedQuotes(id, formats.words());
        var body = entry.html() ? quotes.inHtml(entry.body()) : quotes.inText(entry.body());
        return new EntryView(
                id,
                side,
                side == Side.SYSTEM ? "" : entry.authorName(),
                entry.onBehalfOf(),
                Frames.initials(entry.authorName()),
                formats.time(entry.at()),
                Templates.safe(body),
                !body.isEmpty(),
                change(entry, surroundings::meaningOf),
                entry.files().stream()
                        .map(file -> AttachmentView.of(file, formats))
                        .toList(),
                side == Side.ME ? delivery(entry, surroundings) : null,
                !entry.verified());
    }

    private static Side side(Said entry, Viewer viewer) {
        return switch (entry.role()) {
            case SUPPORT -> Side.SUPPORT;
            case AUTOMATIC -> Side.SYSTEM;
            case PERSON -> {
                var author = entry.author();
                yield author != null && author == viewer.person() ? Side.ME : Side.PERSON;
            }
        };
    }

    private static @Nullable StateView change(Said entry, Function<String, StatusMeaning> meanings) {
        if (entry.kind() == Entry.Kind.DESCRIPTION) {
            return null;
        }
        if (entry.status() != null) {
            return StateView.of(meanings.apply(entry.status()));
        }
        if (entry.wish() != null) {
            return StateView.of(entry.wish().equals("CLOSE") ? StatusMeaning.CLOSED : StatusMeaning.IN_WORK);
        }
        return entry.kind() == Entry.Kind.STATUS_CHANGE ? StateView.of(StatusMeaning.IN_WORK) : null;
    }

    private static DeliveryView delivery(Said entry, Surroundings surroundings) {
        return switch (entry.delivery()) {
            case "SENDING" -> DeliveryView.sending();
            case "UNKNOWN" -> DeliveryView.unknown();
            case "FAILED" ->
                DeliveryView.notDelivered(
                        ItsmRejected.Reason.valueOf(Objects.requireNonNull(entry.failure())),
                        surroundings.retryUrl(entry.id()),
                        surroundings.formKey());
            default -> new DeliveryView(State.DELIVERED, entry.channel().equals("MAIL"), null, null, null);
        };
    }
}
