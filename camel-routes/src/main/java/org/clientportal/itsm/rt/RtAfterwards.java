package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.Submission.NewRating;
import org.clientportal.itsm.Submission.NewTicket;
import org.clientportal.itsm.rt.RtFields.RatingWord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;

/** What comes after an answer: how a person found it, and the ticket that takes a closed one up again. */
class RtAfterwards {

    private static final Logger log = LoggerFactory.getLogger(RtAfterwards.class);

    private final RtClient rt;
    private final RtTickets tickets;
    private final RtAssets assets;

    RtAfterwards(RtClient rt, RtTickets tickets, RtAssets assets) {
        this.rt = rt;
        this.tickets = tickets;
        this.assets = assets;
    }

    /**
     * In two steps, each without effect when repeated: what the agents read, then the word that stands for all. A crash in
     * between leaves no rating, and the next attempt writes the same.
     */
    Delivered rate(NewRating rating, RtItem ticket) {
        if (!tickets.has(RtFields.RATING_WORD)) {
            throw new ItsmRejected(Reason.INVALID, "RT lacks the field " + RtFields.RATING_WORD + "; load the pack");
        }
        var word = RatingWord.of(rating);
        if (!ticket.customField(RtFields.RATING_WORD).equals(word)) {
            write(
                    ticket.id(),
                    Map.of(
                            RtFields.RATING,
                            Integer.toString(rating.score()),
                            RtFields.RATING_COMMENT,
                            rating.comment()));
            write(ticket.id(), Map.of(RtFields.RATING_WORD, word));
        }
        return rated(rating)
                .orElseThrow(() -> new ItsmRejected(Reason.INVALID, "RT kept no rating of ticket " + ticket.id()));
    }

    Optional<Delivered> rated(NewRating rating) {
        return tickets.ticket(rating.ticketId())
                .filter(ticket -> ticket.rating() != null
                        && rating.key().value().equals(ticket.rating().requestKey()))
                .map(ticket -> new Delivered(ticket.id(), ticket.number(), null));
    }

    private void write(String ticket, Map<String, String> fields) {
        rt.write(HttpMethod.PUT, Map.of("CustomFields", fields), "/ticket/{id}", ticket);
    }

    /** A link that RT refuses stops nothing: the text says it too. */
    Delivered linked(NewTicket written, Delivered made) {
        for (var link : absentLinks(written, made)) {
            try {
                rt.write(HttpMethod.PUT, Map.of("AddRefersTo", link), "/ticket/{id}", made.ticketId());
            } catch (ItsmRejected refused) {
                log.warn("ticket {} could not be linked to {}: {}", made.ticketId(), link, refused.getMessage());
            }
        }
        return made;
    }

    boolean isLinked(NewTicket written, Delivered made) {
        return absentLinks(written, made).isEmpty();
    }

    /** As RT writes them, those that could be made and are not there. */
    private List<String> absentLinks(NewTicket written, Delivered made) {
        var follows = written.follows();
        var asset = written.assetId();
        if (follows == null && asset == null) {
            return List.of();
        }
        var ticket = tickets.ticket(made.ticketId());
        var absent = new ArrayList<String>();
        if (follows != null
                && follows.matches("\\d{1,15}")
                && ticket.stream()
                        .flatMap(there -> there.links().stream())
                        .noneMatch(link -> link.ticketId().equals(follows))) {
            absent.add(follows);
        }
        if (asset != null
                && ticket.stream().noneMatch(there -> there.assetIds().contains(asset))
                && assets.has(asset)) {
            absent.add("asset:" + asset);
        }
        return absent;
    }
}
