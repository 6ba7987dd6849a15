package org.clientportal.portal.assets;

import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.assets.HeldAssets.Held;
import org.clientportal.portal.assets.HeldAssets.Share;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.sync.PlatformLists;
import org.clientportal.portal.tickets.TicketSending;
import org.clientportal.portal.web.Messages;
import org.clientportal.portal.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** "I do not have this": a ticket in fixed words with the person's comment, one open at a time for an asset and a person. */
@Component
class AssetCorrections {

    private final JdbcClient jdbc;
    private final HeldAssets assets;
    private final TicketSending sending;
    private final Forms forms;
    private final PlatformLists lists;
    private final Messages messages;
    private final AssetSettings settings;

    AssetCorrections(
            JdbcClient jdbc,
            HeldAssets assets,
            TicketSending sending,
            Forms forms,
            PlatformLists lists,
            Messages messages,
            AssetSettings settings) {
        this.jdbc = jdbc;
        this.assets = assets;
        this.sending = sending;
        this.forms = forms;
        this.lists = lists;
        this.messages = messages;
        this.settings = settings;
    }

    /** Number of the viewer's open ticket that says so. Within a page's transaction. */
    Optional<String> open(Held asset) {
        return jdbc.sql("select number from asset_correction_open(?) as number where number is not null")
                .param(asset.id())
                .query(String.class)
                .optional();
    }

    /** An asset of one's own, while no other ticket says so. What is shared is nobody's alone to disown. */
    Optional<Held> correctable(Viewer viewer, String platformId) {
        return assets.held(viewer, platformId)
                .filter(asset -> asset.share() == Share.PERSON)
                .filter(asset -> viewer.has(Feature.TICKETS) && open(asset).isEmpty());
    }

    /**
     * Where to go instead: the ticket that says so already, or the page of what the person no longer has. Empty when it can be said
     * now.
     *
     * @throws NotFound for what is not the viewer's own
     */
    @PageTransaction
    Optional<String> elsewhere(Viewer viewer, String platformId) {
        var own = assets.held(viewer, platformId)
                .filter(asset -> asset.share() == Share.PERSON && viewer.has(Feature.TICKETS));
        return own.isPresent()
                ? own.flatMap(this::open).map(number -> "/tickets/" + number)
                : Optional.of(assets.returned(viewer, platformId)
                        .map(HeldAssets.Returned::url)
                        .orElseThrow(NotFound::new));
    }

    /**
     * @return where the ticket can be seen
     * @throws AlreadySaid when another ticket says so; nothing is written then
     */
    @PageTransaction
    String say(Viewer viewer, String platformId, Draft draft) {
        var earlier = forms.resultOf(draft.formKey());
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var asset = assets.held(viewer, platformId)
                .filter(held -> held.share() == Share.PERSON)
                .orElseThrow(NotFound::new);
        var words = messages.in(viewer.language());
        var code = asset.code() == null ? "–" : asset.code();
        var serial = asset.serial() == null ? "–" : asset.serial();
        var text = words.text("asset.correction.ticket", asset.name(), code, serial);
        var comment = draft.value("text").strip();
        var url = sending.open(
                viewer,
                draft,
                words.text("asset.correction.subject", asset.name(), code),
                comment.isEmpty() ? text : text + "\n\n" + comment,
                category(),
                null,
                null,
                null,
                asset.platformId());
        var taken = jdbc.sql(
                        "select asset_corrected(?, (select id from ticket where local_number = ? and requester = ?))")
                .params(asset.id(), url.substring(url.lastIndexOf('/') + 1), viewer.person())
                .query(Boolean.class)
                .single();
        if (!taken) {
            throw new AlreadySaid();
        }
        return url + "?said=ticket-sent";
    }

    private String category() {
        var wanted = settings.correctionCategory();
        return Optional.ofNullable(wanted)
                .filter(id -> lists.category(id).isPresent())
                .or(() -> lists.now().categories().stream().findFirst().map(first -> first.id()))
                .orElse("");
    }

    /** Another ticket says so, and is open; this one is taken back. */
    static final class AlreadySaid extends RuntimeException {
        AlreadySaid() {
            super("a correction is open already", null, false, false);
        }
    }
}
