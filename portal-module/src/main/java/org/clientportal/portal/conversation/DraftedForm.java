package org.clientportal.portal.conversation;

import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Phrase;
import org.jspecify.annotations.Nullable;

/** A form whose input is kept as a draft, told by the feature that has it. */
public interface DraftedForm {

    /**
     * The page that shows the form again.
     *
     * @param postPath the path a form was posted to
     * @return a local path, empty when it is no form of this kind
     */
    Optional<String> pageFor(String postPath);

    /**
     * What a kept form is, for its person. Within a page transaction.
     *
     * @param page as {@link #pageFor} gave it
     * @return empty when it is no form of this kind, or none that the viewer can go on with
     */
    Optional<Name> nameOf(Viewer viewer, String page);

    /**
     * What a form is.
     *
     * @param kind such as "reply"
     * @param subject of what it is about; null where the draft has one itself or needs none
     */
    record Name(Phrase kind, @Nullable String subject) {}
}
