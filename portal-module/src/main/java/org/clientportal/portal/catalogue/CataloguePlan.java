package org.clientportal.portal.catalogue;

import java.util.List;
import org.clientportal.portal.catalogue.Problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What applying a file would change, or has changed.
 *
 * @param base number of the catalogue that it was compared with; 0 when there is none yet
 * @param changes how many items there are
 * @param problems why it cannot be applied; empty when it can
 * @param notes what an administrator should look at, though it can be applied
 * @param picturesWanted names of pictures that the portal does not have and was not given
 */
record CataloguePlan(
        long base,
        int changes,
        List<Item> items,
        List<Problem> problems,
        List<Problem> notes,
        List<String> picturesWanted) {

    CataloguePlan {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
        picturesWanted = List.copyOf(picturesWanted);
    }

    /**
     * One value of one kind.
     *
     * @param action {@code add}, {@code change} or {@code retire}
     */
    record Item(
            String object,
            String action,
            String what,
            @Nullable String is,
            @Nullable String wanted) {}
}
