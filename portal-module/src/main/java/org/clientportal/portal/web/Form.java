package org.clientportal.portal.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is drawn: empty, or as it was sent with what has to be mended.
 *
 * @param action where it is posted
 * @param formKey one-time key, posted as {@code formKey}; the same key twice has one effect
 * @param draftId draft on the server that keeps text and files, posted as {@code draftId}; null before there is one
 * @param values what the fields hold, by name
 * @param problems in the order of the fields
 * @param files files the draft already keeps; each can be removed by posting the form with {@code remove} = its id
 * @param limits null for a form without files
 */
public record Form(
        String action,
        String formKey,
        @Nullable String draftId,
        Map<String, String> values,
        List<Problem> problems,
        List<DraftFileView> files,
        @Nullable UploadLimits limits) {

    public Form {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
        files = List.copyOf(files);
    }

    /** What is wrong with a field; {@code field} is its name. */
    public record Problem(String field, Phrase phrase) {

        public static Problem of(String field, String key, Object... arguments) {
            return new Problem(field, Phrase.of(key, arguments));
        }
    }

    /**
     * A file kept with a draft.
     *
     * @param size ready to be shown
     * @param icon {@code image} or {@code file}
     */
    public record DraftFileView(String id, String name, String size, String icon) {}

    /**
     * What may be attached.
     *
     * @param fileBytes largest file
     * @param fileText largest file, ready to be shown: {@code 25 MB}
     * @param files most files of one form
     */
    public record UploadLimits(long fileBytes, String fileText, int files) {

        public Problem tooBig(String name, String size) {
            return Problem.of("files", "files.too-big", name, size, fileText);
        }

        public Problem tooMany() {
            return Problem.of("files", "files.too-many", files);
        }

        public static Problem forbidden(String name) {
            return Problem.of("files", "files.forbidden", name);
        }

        public static Problem empty(String name) {
            return Problem.of("files", "files.empty", name);
        }
    }

    public static Form empty(String action, String formKey, @Nullable UploadLimits limits) {
        return new Form(action, formKey, null, Map.of(), List.of(), List.of(), limits);
    }

    /** The same with these values where it has none. */
    public Form startingWith(Map<String, String> first) {
        if (first.isEmpty()) {
            return this;
        }
        var all = new java.util.HashMap<>(first);
        all.putAll(values);
        return new Form(action, formKey, draftId, all, problems, files, limits);
    }

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** How many fields have to be mended. */
    public long wrongFields() {
        return problems.stream().map(Problem::field).distinct().count();
    }

    public List<Phrase> wrong(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::phrase)
                .toList();
    }
}
