package org.clientportal.portal.tickets;

import freemarker.core.TemplateHTMLOutputModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.conversation.AttachmentView;
import org.clientportal.portal.conversation.ConversationView;
import org.clientportal.portal.conversation.DayView;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.Entries;
import org.clientportal.portal.conversation.FormKeys;
import org.clientportal.portal.conversation.FormView;
import org.clientportal.portal.conversation.RichText;
import org.clientportal.portal.conversation.SolutionRead;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.sync.PlatformLists;
import org.clientportal.portal.tickets.TicketListPage.ListName;
import org.clientportal.portal.tickets.TicketListPage.Tab;
import org.clientportal.portal.tickets.TicketListPage.TabName;
import org.clientportal.portal.tickets.TicketQuery.Whose;
import org.clientportal.portal.web.Choice;
import org.clientportal.portal.web.Counted;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the pages of tickets show, each in one transaction with the viewer's eyes. */
@Component
class TicketPages {

    private static final Set<String> SAID = Set.of(
            "ticket-sent",
            "left",
            "reply-sent",
            "closed",
            "reopened",
            "retried",
            "check-and-send",
            "text-waited",
            "rated",
            "muted",
            "unmuted");

    private final Frames frames;
    private final Tickets tickets;
    private final Entries entries;
    private final Approvals approvals;
    private final PlatformLists lists;
    private final FormView forms;
    private final FormKeys keys;
    private final SolutionRead solutionRead;
    private final AfterPages after;
    private final TicketSight sight;
    private final AssetsNamed assets;
    private final QuickReplySettings quick;
    private final TicketSearch search;

    TicketPages(
            Frames frames,
            Tickets tickets,
            Entries entries,
            Approvals approvals,
            PlatformLists lists,
            FormView forms,
            FormKeys keys,
            SolutionRead solutionRead,
            AfterPages after,
            TicketSight sight,
            AssetsNamed assets,
            QuickReplySettings quick,
            TicketSearch search) {
        this.frames = frames;
        this.tickets = tickets;
        this.entries = entries;
        this.approvals = approvals;
        this.lists = lists;
        this.forms = forms;
        this.keys = keys;
        this.solutionRead = solutionRead;
        this.after = after;
        this.sight = sight;
        this.assets = assets;
        this.quick = quick;
        this.search = search;
    }

    @PageTransaction
    TicketListPage list(HttpServletRequest request, Viewer viewer, TicketQuery query) {
        var frame = frames.frame(request, Place.TICKETS).withFlash(said(request));
        var counts = tickets.counts(viewer, query);
        var hits = search.of(viewer, query.text());
        var found = tickets.page(viewer, query, hits, Tickets.PAGE);
        var more = found.size() > Tickets.PAGE;
        var shown = !more ? found : query.backwards() ? found.subList(1, found.size()) : found.subList(0, Tickets.PAGE);
        var hasNewer = query.backwards() ? more : query.after() != null;
        var hasOlder = query.backwards() || more;
        return new TicketListPage(
                frame,
                counts.drafts(),
                lists(viewer, query),
                List.of(TabName.values()).stream()
                        // other people's moves are theirs
                        .filter(name -> name != TabName.YOURS || query.whose().isAnswered())
                        .map(name -> new Tab(
                                name,
                                counts.tabs().getOrDefault(name, Counted.NONE),
                                query.urlOf(name),
                                name == query.tab()))
                        .toList(),
                query.text(),
                hits.map(TicketSearch.Hits::corrected).orElse(null),
                states(frame, query),
                shown.stream().map(ticket -> row(ticket, frame.formats())).toList(),
                hasNewer && !shown.isEmpty() ? query.newerThan(TicketQuery.Place.of(shown.getFirst())) : null,
                hasOlder && !shown.isEmpty() ? query.olderThan(TicketQuery.Place.of(shown.getLast())) : null,
                shown.isEmpty() ? null : query.exportUrl());
    }

    private static List<ListName> lists(Viewer viewer, TicketQuery query) {
        var lists = Arrays.stream(Whose.values())
                .filter(whose -> whose == Whose.OWN || !whose.scopesOf(viewer).isEmpty())
                .map(whose -> new ListName(whose.key(), whose.url(), whose == query.whose()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (!viewer.askedScopes().isEmpty()) {
            lists.add(new ListName("approvals", "/approvals", false));
        }
        return lists.size() > 1 ? lists : List.of();
    }

    private static List<Choice> states(Frame frame, TicketQuery query) {
        if (query.tab() == TabName.CLOSED || query.tab() == TabName.YOURS) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        choices.add(new Choice(
                "", frame.words().text("tickets.state-any"), query.state().isEmpty()));
        for (var meaning : StatusMeaning.values()) {
            if (query.tab() == TabName.ALL || meaning != StatusMeaning.CLOSED) {
                choices.add(new Choice(
                        meaning.name().toLowerCase(java.util.Locale.ROOT),
                        frame.words()
                                .text("state." + StateView.State.of(meaning).key()),
                        query.state().filter(meaning::equals).isPresent()));
            }
        }
        return choices;
    }

    static TicketRow row(ListedTicket ticket, Formats formats) {
        return new TicketRow(
                ticket.url(),
                ticket.delivered() ? ticket.number() : null,
                ticket.subject(),
                formats.when(ticket.changedAt()),
                state(ticket),
                ticket.agent(),
                ticket.requester());
    }

    /** The pill: whose move it is goes before what the platform calls it. */
    static StateView state(ListedTicket ticket) {
        if (!ticket.delivered()) {
            return StateView.of(ticket.refused() ? StateView.State.NOT_SENT : StateView.State.SENDING);
        }
        if (!ticket.own() && ticket.move().isYours()) {
            return StateView.of(ticket.move() == Move.YOURS_CHECK ? StateView.State.TO_CHECK : StateView.State.ASKED);
        }
        return ticket.meaning() == StatusMeaning.WAITING_FOR_PERSON
                        && !ticket.move().isYours()
                ? StateView.of(StatusMeaning.IN_WORK)
                : StateView.of(ticket.meaning());
    }

    @PageTransaction
    TicketPage ticket(
            HttpServletRequest request, Viewer viewer, String number, @Nullable Draft draft, List<Problem> problems) {
        var ticket = tickets.visibleTo(viewer, number).orElseThrow(NotFound::new);
        var frame = sight.seen(
                viewer, ticket.id(), frames.frame(request, Place.TICKETS).withFlash(said(request)));
        var formats = frame.formats();
        var said = entries.of(ticket.id());
        var forGood = after.isOverForGood(ticket);
        var conversation = ConversationView.of(
                said, request.getParameter("all") != null, viewer, formats, surroundings(ticket, viewer));
        return new TicketPage(
                frame,
                ticket.delivered() ? ticket.number() : null,
                ticket.number(),
                ticket.subject(),
                ticket.standsFor(),
                state(ticket),
                isAsked(viewer, ticket)
                        ? MovePanel.toApprove(ticket)
                        : ticket.own()
                                ? MovePanel.of(
                                        ticket,
                                        said,
                                        formats,
                                        ticket.url(),
                                        keys.issue(viewer),
                                        TicketEnd.of(ticket, forGood, after.settings(), formats))
                                : MovePanel.ofAnothers(ticket),
                conversation.older(),
                conversation.days(),
                details(ticket, said, viewer, formats),
                ticket.own() && (!forGood || draft != null)
                        ? forms.of(ticket.url() + "/replies", draft, problems, viewer, formats)
                        : null,
                preview(request, draft, formats),
                ticket.own() ? quick.offered(ticket.move(), viewer.language()) : List.of(),
                AfterView.of(ticket, after.canRate(ticket)),
                AroundView.of(ticket, said, formats));
    }

    private static @Nullable TemplateHTMLOutputModel preview(
            HttpServletRequest request, @Nullable Draft draft, Formats formats) {
        return draft == null || request.getParameter("preview") == null
                ? null
                : RichText.preview(draft.value("text"), formats.words());
    }

    /** Asked of those only who are ever asked to approve something. */
    private boolean isAsked(Viewer viewer, ListedTicket ticket) {
        return !viewer.askedScopes().isEmpty()
                && approvals.of(viewer, ticket).stream().anyMatch(Approvals.Asked::isOpen);
    }

    private ConversationView.Surroundings surroundings(ListedTicket ticket, Viewer viewer) {
        return new ConversationView.Surroundings() {
            @Override
            public StatusMeaning meaningOf(String status) {
                return lists.meaningOf(status);
            }

            @Override
            public String retryUrl(long entry) {
                return ticket.url() + "/entries/" + entry + "/delivery";
            }

            @Override
            public String formKey() {
                return keys.issue(viewer);
            }

            @Override
            public String everythingUrl() {
                return ticket.url() + "?all";
            }
        };
    }

    /** Everything that was said, as the page shows it when nothing is folded. */
    List<DayView> conversation(ListedTicket ticket, List<Entries.Said> said, Viewer viewer, Formats formats) {
        return ConversationView.of(said, true, viewer, formats, surroundings(ticket, viewer))
                .days();
    }

    TicketDetails details(ListedTicket ticket, List<Entries.Said> said, Viewer viewer, Formats formats) {
        var language = viewer.language();
        var files = said.stream()
                .flatMap(entry -> entry.files().stream())
                .map(file -> AttachmentView.of(file, formats))
                .toList()
                .reversed();
        var category = ticket.category();
        var priority = ticket.priority();
        return new TicketDetails(
                ticket.agent(),
                category == null
                        ? null
                        : lists.category(category)
                                .map(choice -> choice.name(language))
                                .orElse(category),
                priority == null
                        ? null
                        : lists.priority(priority)
                                .map(choice -> choice.name(language))
                                .orElse(priority),
                null,
                formats.when(ticket.createdAt()),
                formats.when(ticket.changedAt()),
                tickets.participants(viewer, ticket.id()),
                files,
                assets.of(viewer, ticket.id()),
                ticket.meaning() == StatusMeaning.CLOSED || !ticket.delivered() || !ticket.own()
                        ? null
                        : ticket.url() + "/closure",
                viewer.readsOnly() || !ticket.own() ? null : TicketDetails.Mute.of(ticket));
    }

    @PageTransaction
    NewTicketPage blank(HttpServletRequest request, Viewer viewer, @Nullable Draft draft, List<Problem> problems) {
        var frame = frames.frame(request, Place.TICKETS).withFlash(said(request));
        var catalogue = lists.now();
        var language = viewer.language();
        var follows = Optional.ofNullable(draft != null ? draft.value("follows") : request.getParameter("follows"))
                .filter(number -> !number.isEmpty())
                .flatMap(number -> tickets.ownOf(viewer, number));
        var about = Optional.ofNullable(draft != null ? draft.value("asset") : request.getParameter("asset"))
                .filter(asset -> !asset.isEmpty())
                .flatMap(asset -> assets.asset(viewer, asset));
        var started = follows.map(AfterForms::followed)
                .or(() ->
                        about.map(asset -> Map.of("subject", frame.words().text("asset.report.subject", asset.name()))))
                .orElseGet(() -> draft == null ? TicketStarts.of(request, viewer, frame.words()) : Map.of());
        var category = draft == null ? started.getOrDefault("category", "") : draft.value("category");
        var priority = draft == null ? catalogue.defaultPriority() : draft.value("priority");
        var categories = new ArrayList<Choice>();
        categories.add(new Choice("", frame.words().text("tickets.new.category-choose"), category.isEmpty()));
        catalogue
                .categories()
                .forEach(choice -> categories.add(new Choice(
                        choice.id(), choice.name(language), choice.id().equals(category))));
        var priorities = catalogue.priorities().stream()
                .map(choice -> new Choice(
                        choice.id(), choice.name(language), choice.id().equals(priority)))
                .toList();
        return new NewTicketPage(
                frame,
                preview(request, draft, frame.formats()),
                forms.of("/tickets", draft, problems, viewer, frame.formats()).startingWith(started),
                categories,
                priorities,
                TicketForms.LONGEST_TEXT,
                viewer.has(Feature.ON_BEHALF),
                solutionRead
                        .shown(viewer, draft, request.getParameter(SolutionRead.FIELD))
                        .orElse(null),
                follows.map(old -> new NewTicketPage.Follows(old.number(), old.subject(), old.url()))
                        .orElse(null),
                about.orElse(null));
    }

    @PageTransaction
    ClosurePage closure(HttpServletRequest request, Viewer viewer, String number) {
        var ticket = tickets.ownOf(viewer, number).orElseThrow(NotFound::new);
        return new ClosurePage(
                frames.frame(request, Place.TICKETS),
                ticket.number(),
                ticket.subject(),
                ticket.url() + "/closure",
                keys.issue(viewer),
                ticket.url(),
                after.settings().reopenWithin().toDays());
    }

    private static @Nullable Flash said(HttpServletRequest request) {
        var kept = Flash.ofKeptText(request);
        if (kept != null) {
            return kept;
        }
        var said = request.getParameter("said");
        if ("form-gone".equals(said)) {
            return Flash.note("flash.form-gone");
        }
        return said != null && SAID.contains(said) ? Flash.done("flash." + said) : null;
    }
}
