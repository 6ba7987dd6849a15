package org.clientportal.portal.requests;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.catalogue.Answers;
import org.clientportal.portal.catalogue.Composed;
import org.clientportal.portal.catalogue.Field;
import org.clientportal.portal.catalogue.Kinds;
import org.clientportal.portal.catalogue.PlatformNames;
import org.clientportal.portal.catalogue.RequestKind;
import org.clientportal.portal.catalogue.Sentences;
import org.clientportal.portal.conversation.Draft;
import org.clientportal.portal.conversation.Forms;
import org.clientportal.portal.conversation.SolutionRead;
import org.clientportal.portal.tickets.TicketBehalf;
import org.clientportal.portal.tickets.TicketSending;
import org.clientportal.portal.tickets.TicketWriting;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Messages;
import org.clientportal.portal.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of a filled form: judged, and sent once, in one transaction. */
@Component
class RequestForms {

    private static final Logger log = LoggerFactory.getLogger(RequestForms.class);

    private final Kinds kinds;
    private final Lookups lookups;
    private final PlatformNames platform;
    private final TicketSending sending;
    private final TicketBehalf behalf;
    private final Forms forms;
    private final SolutionRead solutionRead;
    private final Messages messages;
    private final Clock clock;
    private final String deskLanguage;

    RequestForms(
            Kinds kinds,
            Lookups lookups,
            PlatformNames platform,
            TicketSending sending,
            TicketBehalf behalf,
            Forms forms,
            SolutionRead solutionRead,
            Messages messages,
            Clock clock,
            RequestSettings settings,
            ViewerDefaults defaults) {
        this.kinds = kinds;
        this.lookups = lookups;
        this.platform = platform;
        this.sending = sending;
        this.behalf = behalf;
        this.forms = forms;
        this.solutionRead = solutionRead;
        this.messages = messages;
        this.clock = clock;
        this.deskLanguage = Optional.ofNullable(settings.deskLanguage()).orElse(defaults.language());
    }

    /** What the form of a kind holds: as it was typed, and defaults where nothing was posted yet. */
    Map<String, String> values(Viewer viewer, RequestKind kind, @Nullable Draft draft) {
        var values = new HashMap<>(Answers.standard(kind, today(viewer)));
        if (draft != null) {
            values.putAll(typed(draft));
        }
        return values;
    }

    static Map<String, String> typed(Draft draft) {
        return draft.valuesBeginning(RequestDrafts.FIELD);
    }

    Answers answers(Viewer viewer, RequestKind kind, Map<String, String> values, List<String> files) {
        return Answers.of(kind, values, files, lookups.of(viewer), today(viewer));
    }

    private Answers answers(Viewer viewer, RequestKind kind, Draft draft) {
        return answers(
                viewer,
                kind,
                typed(draft),
                draft.files().stream().map(Draft.DraftFile::name).toList());
    }

    /** What has to be mended, in the order of the form. */
    @PageTransaction
    List<Problem> problems(Viewer viewer, String kind, Draft draft) {
        var answers = answers(viewer, kind(viewer, kind).kind(), draft);
        var words = messages.in(viewer.language());
        var problems = new ArrayList<Problem>();
        behalf.problem(draft).ifPresent(problems::add);
        answers.wrong().stream()
                .map(wrong -> Problem.of(
                        wrong.field().type() == Field.Type.FILE
                                ? "files"
                                : RequestDrafts.FIELD + wrong.field().id(),
                        "requests.own-words",
                        Sentences.of(wrong, words, viewer.language())))
                .forEach(problems::add);
        return problems;
    }

    /** Whether the form was made of another version whose questions were others. */
    @PageTransaction
    boolean isOutdated(Viewer viewer, String kind, Draft draft) {
        return !changes(viewer, kind(viewer, kind), draft).isEmpty();
    }

    List<RequestPage.Change> changes(Viewer viewer, Kinds.Offered offered, Draft draft) {
        var version = draft.value(RequestDrafts.VERSION);
        if (!version.matches("\\d{1,9}")
                || Integer.parseInt(version) == offered.kind().version()) {
            return List.of();
        }
        return kinds.definition(offered.id(), Integer.parseInt(version))
                .map(before -> FormChanges.between(before, offered.kind(), typed(draft), viewer.language()))
                .orElse(List.of());
    }

    /** @return where the ticket can be seen */
    @PageTransaction
    String send(Viewer viewer, String name, Draft draft) {
        var offered = kind(viewer, name);
        var answers = answers(viewer, offered.kind(), draft);
        var composed = Composed.of(answers, messages.in(deskLanguage), deskLanguage);
        var category = category(offered.kind(), composed);
        return sending.open(
                viewer,
                draft,
                composed.subject(),
                solutionRead.below(composed.text(), viewer, draft),
                category,
                Optional.ofNullable(composed.priority())
                        .flatMap(platform::priority)
                        .orElse(null),
                new TicketWriting.Request(
                        offered.id(), offered.kind().version(), platform.fields(composed.fields(), category)),
                null,
                asset(viewer, answers, draft).orElse(null));
    }

    /** The first thing of theirs that is named; what they do not have is named in words only. */
    private Optional<String> asset(Viewer viewer, Answers answers, Draft draft) {
        var typed = typed(draft);
        var codes = answers.kind().fields().stream()
                .filter(field -> field.type() == Field.Type.ASSET && answers.asked(field.id()))
                .map(field -> typed.getOrDefault(field.id(), "").strip())
                .toList();
        return lookups.assets(viewer).stream()
                .filter(asset ->
                        codes.contains(asset.code()) && !asset.platformId().isEmpty())
                .map(OwnAssets.Asset::platformId)
                .findFirst();
    }

    /** Nobody who sends a form can mend the platform's lists: what they lack goes to the first team. */
    private String category(RequestKind kind, Composed composed) {
        return Optional.ofNullable(composed.category())
                .flatMap(platform::category)
                .orElseGet(() -> {
                    log.error(
                            "kind of request {} goes to category {}, which the platform does not have: its tickets go to the first one",
                            kind.id(),
                            composed.category());
                    return platform.anyCategory().orElse("");
                });
    }

    /** A form whose kind is gone, as a plain ticket with everything that was typed. */
    @PageTransaction
    Draft asPlain(Draft draft, String page) {
        var text = typed(draft).values().stream()
                .filter(value -> !value.isBlank())
                .map(String::strip)
                .collect(Collectors.joining("\n"));
        return forms.rewrite(draft, page, Map.of("text", text, SolutionRead.FIELD, draft.value(SolutionRead.FIELD)));
    }

    @PageTransaction
    boolean exists(Viewer viewer, String kind) {
        return kinds.visibleTo(viewer, kind).isPresent();
    }

    private Kinds.Offered kind(Viewer viewer, String name) {
        return kinds.visibleTo(viewer, name).orElseThrow(NotFound::new);
    }

    LocalDate today(Viewer viewer) {
        return LocalDate.ofInstant(clock.instant(), viewer.zone());
    }
}
