package org.clientportal.portal.conversation;

import java.util.ArrayList;
import java.util.List;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Form;
import org.clientportal.portal.web.Form.Problem;
import org.clientportal.portal.web.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws a form: empty, with a draft, or with a draft and what has to be mended in it. */
@Component
public class FormView {

    /** The field that files are chosen with. */
    public static final String FILES = "files";

    private final FormKeys keys;
    private final FileRules rules;

    FormView(FormKeys keys, FileRules rules) {
        this.keys = keys;
        this.rules = rules;
    }

    /** @param draft what was typed before, null for nothing */
    public Form of(String action, @Nullable Draft draft, List<Problem> problems, Viewer viewer, Formats formats) {
        if (draft == null) {
            return Form.empty(action, keys.issue(viewer), limits(formats));
        }
        return new Form(
                action,
                draft.formKey(),
                String.valueOf(draft.getId()),
                draft.values(),
                problems,
                draft.files().stream()
                        .map(file -> new Form.DraftFileView(
                                file.fileId().toString(),
                                file.name(),
                                formats.size(file.size()),
                                AttachmentView.icon(file.contentType())))
                        .toList(),
                limits(formats));
    }

    /** What is wrong with files that were not taken. */
    public List<Problem> problems(KeptForm kept, Formats formats) {
        var problems = new ArrayList<Problem>();
        for (var file : kept.refused()) {
            problems.add(
                    switch (file.problem()) {
                        case TOO_LARGE ->
                            Problem.of(FILES, "files.too-big", file.name(), formats.size(file.size()), limit(formats));
                        case TOO_MANY -> Problem.of(FILES, "files.too-many", rules.maxCount());
                        case FORBIDDEN_TYPE -> Problem.of(FILES, "files.forbidden", file.name());
                        case EMPTY -> Problem.of(FILES, "files.empty", file.name());
                    });
        }
        return problems.stream().distinct().toList();
    }

    private Form.UploadLimits limits(Formats formats) {
        return new Form.UploadLimits(rules.maxSize().toBytes(), limit(formats), rules.maxCount());
    }

    private String limit(Formats formats) {
        // told in the unit it is set in: 25 MB are 25 × 1024 × 1024 bytes
        var mega = rules.maxSize().toMegabytes();
        return mega > 0 ? mega + "\u00a0MB" : formats.size(rules.maxSize().toBytes());
    }
}
