package org.clientportal.portal.tickets;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientportal.itsm.Entry;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.conversation.Entries.Said;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket stands among others, in words.
 *
 * @param waitingFor what it waits for, in the platform's words; null when it waits for nothing
 * @param outlook what the person can expect, a sentence each
 * @param links tickets it has to do with
 */
public record AroundView(@Nullable String waitingFor, List<Phrase> outlook, List<LinkView> links) {

    public static final AroundView NOTHING = new AroundView(null, List.of(), List.of());

    private static final Set<StatusMeaning> OVER = Set.of(StatusMeaning.SOLVED, StatusMeaning.CLOSED);
    private static final Duration HOURS_FROM = Duration.ofMinutes(55);
    private static final Duration DAYS_FROM = Duration.ofHours(36);
    private static final int MINUTES_STEP = 5;

    public AroundView {
        outlook = List.copyOf(outlook);
        links = List.copyOf(links);
    }

    /** A ticket it has to do with; how is the message {@code around.<kind>}. */
    public record LinkView(String kind, String url, String number, String subject, StateView state) {}

    static AroundView of(ListedTicket ticket, List<Said> said, Formats formats) {
        var around = ticket.around();
        if (around == null) {
            return NOTHING;
        }
        var over = OVER.contains(ticket.meaning());
        return new AroundView(
                over || ticket.meaning() == StatusMeaning.NEW ? null : around.waitingFor(),
                over || !ticket.delivered() ? List.of() : outlook(around, answered(said), formats),
                around.links().stream()
                        .map(link -> new LinkView(
                                link.kind()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'),
                                "/tickets/" + link.number(),
                                link.number(),
                                link.subject(),
                                StateView.of(link.meaning())))
                        .toList());
    }

    private static boolean answered(List<Said> said) {
        return said.stream().anyMatch(entry -> entry.role() == Entry.Role.SUPPORT && entry.kind() == Entry.Kind.REPLY);
    }

    /** What was promised goes before what is usual; of a first answer only while there is none. */
    private static List<Phrase> outlook(Around around, boolean answered, Formats formats) {
        var sentences = new ArrayList<Phrase>();
        if (!answered) {
            if (around.answerBy() != null && around.answerBy().isAfter(formats.now())) {
                sentences.add(Phrase.of(
                        "outlook.answer-by", formats.when(around.answerBy()).text()));
            } else if (around.answer() != null) {
                sentences.add(usual("outlook.answer", "outlook.answer-most", around.answer(), formats));
            }
        }
        if (around.solveBy() != null && around.solveBy().isAfter(formats.now())) {
            sentences.add(
                    Phrase.of("outlook.solve-by", formats.when(around.solveBy()).text()));
        } else if (around.solution() != null) {
            sentences.add(usual("outlook.solve", "outlook.solve-most", around.solution(), formats));
        }
        return sentences;
    }

    /** @param both the words when nearly all take longer than half of them */
    private static Phrase usual(String key, String both, Around.Pace pace, Formats formats) {
        var half = length(pace.half(), formats);
        var most = length(pace.most(), formats);
        return half.equals(most) ? Phrase.of(key, half) : Phrase.of(both, half, most);
    }

    /** Rounded up, since nobody minds when it is sooner: to five minutes, to hours, to days. */
    static String length(Duration time, Formats formats) {
        if (time.compareTo(HOURS_FROM) <= 0) {
            var minutes = Math.max(1, Math.ceilDiv(time.toSeconds(), MINUTES_STEP * 60L)) * MINUTES_STEP;
            return formats.words().text("length.minutes", minutes);
        }
        return time.compareTo(DAYS_FROM) <= 0
                ? formats.words().text("length.hours", Math.ceilDiv(time.toSeconds(), 3_600L))
                : formats.words().text("length.days", Math.ceilDiv(time.toSeconds(), 86_400L));
    }
}
