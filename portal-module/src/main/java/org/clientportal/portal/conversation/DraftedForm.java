package org.clientportal.portal.conversation;

import java.util.Optional;

/** A form whose input is kept as a draft, told by the feature that has it. */
public interface DraftedForm {

    /**
     * The page that shows the form again.
     *
     * @param postPath the path a form was posted to
     * @return a local path, empty when it is no form of this kind
     */
    Optional<String> pageFor(String postPath);
}
