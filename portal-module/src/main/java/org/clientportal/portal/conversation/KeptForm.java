package org.clientportal.portal.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A posted form after it was kept.
 *
 * @param draft everything that could be kept
 * @param refused files that could not be
 */
public record KeptForm(Draft draft, List<RefusedFile> refused) {

    /**
     * Whether there is nothing to do but to show the form again: it was posted for the sake of its files, and all could be kept.
     *
     * @param remove the file to be taken out; empty when files were to be kept only; null when the form was sent
     */
    public boolean isForFiles(@Nullable String remove) {
        return remove != null && refused.isEmpty();
    }

    /** A file that breaks the {@link FileRules}. */
    public record RefusedFile(String name, long size, FileRules.Problem problem) {}
}
