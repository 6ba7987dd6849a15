package org.clientportal.portal.conversation;

import java.util.List;

/**
 * A posted form after it was kept.
 *
 * @param draft everything that could be kept
 * @param refused files that could not be
 */
public record KeptForm(Draft draft, List<RefusedFile> refused) {

    /** A file that breaks the {@link FileRules}. */
    public record RefusedFile(String name, long size, FileRules.Problem problem) {}
}
