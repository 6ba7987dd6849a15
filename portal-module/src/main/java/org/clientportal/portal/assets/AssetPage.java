package org.clientportal.portal.assets;

import java.util.List;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.tickets.TicketRow;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * An asset. Of one that was given back no more is shown than its name, code and dates.
 *
 * @param code on its label; null when it has none
 * @param icon of what sort of thing it is
 * @param state null for one that was given back
 * @param words of the state
 * @param facts what is known of it, in order
 * @param files documents to download
 * @param handOvers newest first
 * @param tickets the person's own about it
 * @param reportUrl begins a ticket about it; null for whoever cannot write one
 * @param correctionUrl where the person says not to have it; null when they cannot
 * @param corrected the ticket that says so and is open; null for none
 */
public record AssetPage(
        Frame frame,
        String name,
        @Nullable String code,
        String icon,
        @Nullable AssetState state,
        Phrase words,
        List<Fact> facts,
        List<AttachmentView> files,
        List<Phrase> handOvers,
        List<TicketRow> tickets,
        @Nullable String reportUrl,
        @Nullable String correctionUrl,
        @Nullable String corrected)
        implements Page {

    public AssetPage {
        facts = List.copyOf(facts);
        files = List.copyOf(files);
        handOvers = List.copyOf(handOvers);
        tickets = List.copyOf(tickets);
    }

    /**
     * One fact.
     *
     * @param label in the reader's language, or the platform's own name of it
     * @param exact whether every letter counts, as in a serial number
     */
    public record Fact(String label, String value, boolean exact) {}

    @Override
    public String template() {
        return "pages/equipment/asset";
    }
}
