package org.clientportal.portal.conversation;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientportal.portal.access.CurrentViewer;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.conversation.Draft.DraftFile;
import org.clientportal.portal.conversation.KeptForm.RefusedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps what people type. A posted form is stored as a draft before it is judged, so that a refused field, a stale token or
 * an ended session loses nothing; its one-time key makes sure that sending twice sends once.
 */
@Component
public class Forms {

    public static final String KEY = "formKey";
    static final String REMOVE = "remove";
    /** How long a draft waits for its person. */
    static final Duration KEPT_FOR = Duration.ofDays(14);

    private static final Set<String> NOT_TYPED = Set.of(KEY, REMOVE, "_csrf", "draftId", "quick", "preview");
    private static final int LONGEST_FIELD = 2_000_000;

    private final Drafts drafts;
    private final Contents contents;
    private final FormKeys keys;
    private final FileRules rules;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<DraftedForm> forms;

    Forms(
            Drafts drafts,
            Contents contents,
            FormKeys keys,
            FileRules rules,
            JdbcClient jdbc,
            Clock clock,
            List<DraftedForm> forms) {
        this.drafts = drafts;
        this.contents = contents;
        this.keys = keys;
        this.rules = rules;
        this.jdbc = jdbc;
        this.clock = clock;
        this.forms = forms;
    }

    /** The page of the form that is posted to a path, when its input is to be kept. */
    public Optional<String> pageFor(String postPath) {
        return forms.stream().flatMap(form -> form.pageFor(postPath).stream()).findFirst();
    }

    public FileRules rules() {
        return rules;
    }

    /** Where the effect of an already used key can be seen. */
    public String newKey(Viewer viewer) {
        return keys.issue(viewer);
    }

    @PageTransaction
    public Optional<String> resultOf(String formKey) {
        return jdbc.sql("select result from form_use where form_key = ?")
                .param(formKey)
                .query(String.class)
                .optional();
    }

    /** Marks a draft's key as used and ends the draft, in the caller's transaction; false when it already was. */
    public boolean use(Draft draft, String result) {
        var fresh = use(draft.person(), draft.formKey(), result);
        drafts.delete(draft);
        return fresh;
    }

    /** Marks the key of a form without input as used; false when it already was, or is no key of this person's. */
    public boolean use(long person, String formKey, String result) {
        return keys.isOf(person, formKey)
                && jdbc.sql("""
                        insert into form_use (form_key, person, result, used_at) values (?, ?, ?, ?)
                        on conflict (form_key) do nothing""")
                                .params(formKey, person, result, clock.instant().atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }

    @PageTransaction
    public Optional<Draft> draft(UUID id) {
        return drafts.findById(id);
    }

    /** Keeps a form the viewer posted. */
    @PageTransaction
    public KeptForm keep(Viewer viewer, String page, HttpServletRequest request) {
        var key = Optional.ofNullable(request.getParameter(KEY))
                .filter(given -> keys.isOf(viewer.person(), given))
                .orElseGet(() -> keys.issue(viewer));
        var read = read(viewer.person(), page, key, request);
        return new KeptForm(drafts.save(read.draft()), read.refused());
    }

    /** Puts words under what a field of a draft has already. */
    @PageTransaction
    public Draft add(Draft draft, String field, String words) {
        var values = new HashMap<>(draft.values());
        values.merge(
                field,
                typed(new String[] {words}),
                (typed, more) -> typed.isBlank() ? more : typed.strip() + "\n" + more);
        return rewrite(draft, draft.form(), values);
    }

    /** Makes a draft one of another form, with other values and the same files; within the caller's page transaction. */
    public Draft rewrite(Draft draft, String page, Map<String, String> values) {
        return drafts.save(draft.in(page, values, clock.instant()));
    }

    /**
     * Keeps a form that was posted without a session, when its key tells whose it is.
     *
     * @param rescue the hash of a random cookie it will be given back for
     */
    @WorkTransaction
    public boolean rescue(String page, HttpServletRequest request, String rescue) {
        var key = Optional.ofNullable(request.getParameter(KEY)).orElse("");
        var person = keys.personOf(key);
        if (person.isEmpty()) {
            return false;
        }
        drafts.save(read(person.getAsLong(), page, key, request).draft().rescuedBy(rescue));
        return true;
    }

    /** The viewer is back: gives a rescued draft to its own person, to nobody else. */
    @PageTransaction
    public Optional<String> restore(String rescue, Duration within) {
        return drafts.findByRescue(rescue)
                .filter(draft -> draft.changedAt().plus(within).isAfter(clock.instant()))
                .filter(draft -> CurrentViewer.get().orElseThrow().person() == draft.person())
                .map(draft -> {
                    var saved = drafts.save(draft.rescuedBy(null));
                    return saved.form() + "?draft=" + saved.getId();
                });
    }

    private KeptForm read(long person, String page, String key, HttpServletRequest request) {
        var now = clock.instant();
        var before = drafts.findByFormKey(key).orElseGet(() -> Draft.begin(person, page, key, now));
        var values = new HashMap<>(before.values());
        request.getParameterMap().forEach((name, given) -> {
            if (!NOT_TYPED.contains(name)) {
                values.put(name, typed(given));
            }
        });
        var removed = Arrays.asList(
                Optional.ofNullable(request.getParameterValues(REMOVE)).orElseGet(() -> new String[0]));
        var files = new ArrayList<>(before.files());
        files.removeIf(file -> removed.contains(file.fileId().toString()));
        var refused = addFiles(files, request);
        return new KeptForm(before.with(values, files, now), refused);
    }

    private static String typed(String[] given) {
        var text = String.join("\n", given)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .replace("\0", "");
        return text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD);
    }

    private List<RefusedFile> addFiles(List<DraftFile> files, HttpServletRequest request) {
        var refused = new ArrayList<RefusedFile>();
        for (var part : partsOf(request)) {
            var given = part.getSubmittedFileName();
            if (given == null || given.isEmpty()) {
                continue;
            }
            var name = FileNames.clean(given);
            var problem = rules.problemWith(name, part.getSize(), files.size());
            if (problem.isPresent()) {
                refused.add(new RefusedFile(name, part.getSize(), problem.get()));
            } else {
                add(files, name, part);
            }
        }
        return refused;
    }

    private void add(List<DraftFile> files, String name, Part part) {
        try {
            var stored = contents.store(part.getInputStream());
            // the same form posted twice (double click, back) brings the same file twice
            var known = files.stream()
                    .anyMatch(file -> file.name().equals(name) && Arrays.equals(file.sha256(), stored.sha256()));
            if (!known) {
                var type = Optional.ofNullable(part.getContentType()).orElse("application/octet-stream");
                files.add(new DraftFile(UUID.randomUUID(), name, type, stored.size(), stored.sha256()));
            }
        } catch (IOException cut) {
            throw new UploadCut(cut);
        }
    }

    private static Iterable<Part> partsOf(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !type.startsWith("multipart/")) {
            return List.of();
        }
        try {
            return request.getParts();
        } catch (IOException | ServletException cut) {
            throw new UploadCut(cut);
        }
    }

    /** The browser stopped sending. */
    static final class UploadCut extends RuntimeException {
        UploadCut(Exception cause) {
            super("a form was cut while it was sent", cause);
        }
    }
}
