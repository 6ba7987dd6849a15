package org.clientportal.portal.tickets;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the viewer found the solution, or the question.
 *
 * @param asked the answers to choose from; empty when it was answered, or cannot be any more
 * @param given what was said, null when nothing
 */
public record AfterView(List<Answer> asked, @Nullable Given given) {

    public AfterView {
        asked = List.copyOf(asked);
    }

    /** One answer; its words are the message {@code rating.<score>}. */
    public record Answer(int score, String url) {}

    /**
     * What was said.
     *
     * @param comment empty when nothing was said
     * @param state what became of it on its way: {@code delivered}, {@code sending}, {@code unknown}, {@code not-delivered}
     * @param changeUrl null when it cannot be said anew any more
     */
    public record Given(
            int score,
            String comment,
            String state,
            @Nullable String changeUrl) {}

    private static final Map<String, String> STATES =
            Map.of("SENDING", "sending", "UNKNOWN", "unknown", "FAILED", "not-delivered", "DELIVERED", "delivered");

    /** Null when there is nothing to show. */
    static @Nullable AfterView of(ListedTicket ticket, boolean canRate) {
        var after = ticket.after();
        if (after == null || !after.mine()) {
            return null;
        }
        var url = ticket.url() + "/rating";
        var rated = after.rating();
        if (rated != null) {
            return new AfterView(
                    List.of(),
                    new Given(
                            rated.score(),
                            rated.comment(),
                            STATES.getOrDefault(rated.delivery(), "sending"),
                            canRate ? url : null));
        }
        return canRate
                ? new AfterView(
                        RatingPage.SCORES.stream()
                                .map(score -> new Answer(score, url + "?score=" + score))
                                .toList(),
                        null)
                : null;
    }
}
