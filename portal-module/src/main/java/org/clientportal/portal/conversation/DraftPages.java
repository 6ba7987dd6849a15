package org.clientportal.portal.conversation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Flash;
import org.clientportal.portal.web.Formats;
import org.clientportal.portal.web.Frames;
import org.clientportal.portal.web.NotFound;
import org.clientportal.portal.web.Phrase;
import org.clientportal.portal.web.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The drafts of the viewer. Whoever looks through somebody's eyes does not see what that person has not said. */
@Component
class DraftPages {

    static final String URL = "/drafts";
    private static final int WORDS = 160;

    /** What a person reads first of a form; of one that has none of these, the longest of what was typed. */
    private static final List<String> TEXTS = List.of("text", "comment", "reason");

    private static final String SUBJECT = "subject";
    private static final Set<String> CHOSEN = Set.of("category", "priority", "read", "follows", "score", "kindVersion");

    private final Drafts drafts;
    private final List<DraftedForm> forms;
    private final Frames frames;

    DraftPages(Drafts drafts, List<DraftedForm> forms, Frames frames) {
        this.drafts = drafts;
        this.forms = List.copyOf(forms);
        this.frames = frames;
    }

    @PageTransaction
    DraftsPage all(HttpServletRequest request, Viewer viewer) {
        var frame = frames.frame(request, Place.TICKETS);
        var rows = viewer.readsOnly()
                ? List.<DraftsPage.Row>of()
                : drafts.findByPersonAndRescueIsNullOrderByChangedAtDesc(viewer.person()).stream()
                        .map(draft -> row(draft, viewer, frame.formats()))
                        .toList();
        return new DraftsPage(
                request.getParameter("removed") == null ? frame : frame.withFlash(Flash.done("drafts.removed")),
                rows,
                Forms.KEPT_FOR.toDays());
    }

    @PageTransaction
    DraftRemovalPage removal(HttpServletRequest request, Viewer viewer, UUID id) {
        var frame = frames.frame(request, Place.TICKETS);
        return new DraftRemovalPage(
                frame,
                own(viewer, id)
                        .map(draft -> row(draft, viewer, frame.formats()))
                        .orElseThrow(NotFound::new));
    }

    @PageTransaction
    void remove(Viewer viewer, UUID id) {
        drafts.delete(own(viewer, id).orElseThrow(NotFound::new));
    }

    private Optional<Draft> own(Viewer viewer, UUID id) {
        return drafts.findById(id).filter(draft -> draft.person() == viewer.person() && !viewer.readsOnly());
    }

    private DraftsPage.Row row(Draft draft, Viewer viewer, Formats formats) {
        var name = forms.stream()
                .flatMap(form -> form.nameOf(viewer, draft.form()).stream())
                .findFirst();
        return new DraftsPage.Row(
                name.map(DraftedForm.Name::kind).orElse(Phrase.of("drafts.kind.gone")),
                name.map(DraftedForm.Name::subject).orElseGet(() -> own(draft)),
                words(draft),
                draft.files().size(),
                formats.when(draft.changedAt()),
                name.isEmpty() ? null : draft.form() + "?draft=" + draft.getId(),
                URL + "/" + draft.getId() + "/removal");
    }

    private static @Nullable String own(Draft draft) {
        return draft.value(SUBJECT).isBlank() ? null : draft.value(SUBJECT).strip();
    }

    private static String words(Draft draft) {
        var words = Stream.concat(
                        TEXTS.stream().map(draft::value),
                        draft.values().entrySet().stream()
                                .filter(field -> !CHOSEN.contains(field.getKey())
                                        && !field.getKey().equals(SUBJECT))
                                .map(java.util.Map.Entry::getValue)
                                .sorted(Comparator.comparing(String::length).reversed()))
                .filter(text -> !text.isBlank())
                .findFirst()
                .map(text -> text.strip().replaceAll("\\s+", " "))
                .orElse("");
        return words.length() <= WORDS
                ? words
                : words.substring(0, Character.isHighSurrogate(words.charAt(WORDS - 1)) ? WORDS - 1 : WORDS) + "…";
    }
}
