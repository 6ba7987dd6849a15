package org.clientportal.portal.home;

import jakarta.servlet.http.HttpServletRequest;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.announcements.AnnouncementOverview;
import org.clientportal.portal.assets.AssetOverview;
import org.clientportal.portal.documents.DocumentOverview;
import org.clientportal.portal.knowledge.KnowledgeOverview;
import org.clientportal.portal.notes.NoteOverview;
import org.clientportal.portal.tickets.TicketOverview;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.Place;
import org.springframework.stereotype.Component;

/** Reads what the page shows where a person arrives, in one transaction with the viewer's eyes. */
@Component
class HomePages {

    private final Frames frames;
    private final TicketOverview tickets;
    private final KnowledgeOverview knowledge;
    private final AssetOverview assets;
    private final DocumentOverview documents;
    private final NoteOverview notes;
    private final AnnouncementOverview announcements;

    HomePages(
            Frames frames,
            TicketOverview tickets,
            KnowledgeOverview knowledge,
            AssetOverview assets,
            DocumentOverview documents,
            NoteOverview notes,
            AnnouncementOverview announcements) {
        this.frames = frames;
        this.tickets = tickets;
        this.knowledge = knowledge;
        this.assets = assets;
        this.documents = documents;
        this.notes = notes;
        this.announcements = announcements;
    }

    @PageTransaction
    HomePage home(HttpServletRequest request, Viewer viewer) {
        var frame = frames.frame(request, Place.HOME);
        var found = tickets.of(viewer, frame.formats());
        var card = found.orElse(TicketOverview.NONE);
        return new HomePage(
                frame,
                found.isPresent(),
                card.waiting().stream()
                        .map(one -> new HomePage.Waiting(
                                HomePage.Kind.valueOf(one.kind().name()), one.subject(), one.url(), one.since()))
                        .toList(),
                card.waitingCount(),
                card.open(),
                card.openCount(),
                knowledge.of(viewer, frame.formats()).orElse(null),
                assets.of(viewer, frame.formats()).orElse(null),
                documents.of(viewer, frame.formats()).orElse(null),
                notes.of(viewer, frame.formats()).orElse(null),
                announcements.of(viewer, frame.formats()));
    }
}
