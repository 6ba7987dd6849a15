package org.clientportal.demo.desk;

import java.util.List;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.Target;
import org.clientportal.itsm.TicketLink;
import org.jspecify.annotations.Nullable;

/**
 * What the desk notes beside a ticket.
 *
 * @param links to other tickets
 * @param rating of the person, null for none
 * @param target until when the desk means to act
 * @param waitingFor in words for the person
 * @param assetIds assets it is about
 */
record DeskMargin(
        List<TicketLink> links,
        @Nullable Rating rating,
        @Nullable Target target,
        @Nullable String waitingFor,
        List<String> assetIds) {

    static final DeskMargin EMPTY = new DeskMargin(List.of(), null, null, null, List.of());

    DeskMargin {
        links = List.copyOf(links);
        // journals that are older than assets have none
        assetIds = assetIds == null ? List.of() : List.copyOf(assetIds);
    }

    DeskMargin linked(TicketLink link) {
        if (links.contains(link)) {
            return this;
        }
        var more = new java.util.ArrayList<>(links);
        more.add(link);
        return new DeskMargin(more, rating, target, waitingFor, assetIds);
    }

    DeskMargin rated(Rating now) {
        return new DeskMargin(links, now, target, waitingFor, assetIds);
    }

    DeskMargin aimed(@Nullable Target now) {
        return new DeskMargin(links, rating, now, waitingFor, assetIds);
    }

    DeskMargin waiting(@Nullable String now) {
        return new DeskMargin(links, rating, target, now, assetIds);
    }

    DeskMargin about(String assetId) {
        if (assetIds.contains(assetId)) {
            return this;
        }
        var more = new java.util.ArrayList<>(assetIds);
        more.add(assetId);
        return new DeskMargin(links, rating, target, waitingFor, more);
    }
}
