package org.clientportal.portal.access;

import java.util.List;
import java.util.Optional;

/** A feature that can say why somebody sees one of its objects, from the data its pages use. */
public interface Explained {

    /**
     * Why a person sees an object, or what is missing. Called within a work transaction.
     *
     * @param who the person as a viewer
     * @param path without query and fragment, of a page ({@code /tickets/1042}) or of what it shows ({@code /attachments/…})
     * @return empty when the path is none of this feature's
     */
    Optional<Because> explain(Viewer who, String path);

    /**
     * The answer.
     *
     * @param feature what the person needs for it
     * @param reasons a line for each row that opens it, or one line that says what is missing; for administrators
     */
    record Because(Feature feature, boolean visible, List<String> reasons) {

        public Because {
            reasons = List.copyOf(reasons);
        }
    }
}
