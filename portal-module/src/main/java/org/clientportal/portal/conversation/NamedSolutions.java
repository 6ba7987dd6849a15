package org.clientportal.portal.conversation;

import java.util.Optional;
import org.clientportal.portal.access.Viewer;

/** Solutions by their ids, told by the feature that has them. */
public interface NamedSolutions {

    /** Within a page's transaction; empty for one that the viewer may not read. */
    Optional<Solution> solution(Viewer viewer, String id);
}
