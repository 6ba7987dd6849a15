package org.clientportal.portal.home;

import java.util.List;
import java.util.Locale;
import org.clientportal.portal.announcements.AnnouncementOverview;
import org.clientportal.portal.assets.AssetOverview;
import org.clientportal.portal.documents.DocumentOverview;
import org.clientportal.portal.knowledge.KnowledgeOverview;
import org.clientportal.portal.notes.NoteOverview;
import org.clientportal.portal.tickets.TicketRow;
import org.clientportal.portal.web.Counted;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Page;
import org.clientportal.portal.web.WhenView;
import org.jspecify.annotations.Nullable;

/**
 * Where a person arrives: what waits for them, what is open, how to reach us.
 *
 * @param tickets whether the person has tickets at all
 * @param waiting at most three; absent from the page when empty
 * @param waitingCount all of them
 * @param open at most five, last changed first
 * @param openCount all of them
 * @param knowledge null for whoever does not have the knowledge base
 * @param assets null for whoever does not have assets, or none
 * @param documents null for whoever does not have documents, or no new ones
 * @param notes null for whoever does not have notes, or has read all
 * @param announcements planned work and news
 */
public record HomePage(
        Frame frame,
        boolean tickets,
        List<Waiting> waiting,
        Counted waitingCount,
        List<TicketRow> open,
        Counted openCount,
        KnowledgeOverview.@Nullable Card knowledge,
        AssetOverview.@Nullable Card assets,
        DocumentOverview.@Nullable Card documents,
        NoteOverview.@Nullable Card notes,
        List<AnnouncementOverview.Line> announcements)
        implements Page {

    public HomePage {
        waiting = List.copyOf(waiting);
        open = List.copyOf(open);
        announcements = List.copyOf(announcements);
    }

    /** Something that does not go on without the person; {@code since} is when it began to wait. */
    public record Waiting(Kind kind, String subject, String url, WhenView since) {}

    /** What the person is asked for. */
    public enum Kind {
        /** The person is asked to approve something. */
        APPROVE("check"),
        /** Support asked something. */
        ANSWER("reply"),
        /** Support thinks it is solved. */
        CHECK("check");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        public String icon() {
            return icon;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String template() {
        return "pages/home/home";
    }
}
