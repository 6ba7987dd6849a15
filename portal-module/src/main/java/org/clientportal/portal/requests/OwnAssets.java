package org.clientportal.portal.requests;

import java.util.List;
import org.clientportal.portal.access.Viewer;

/**
 * Things that are assigned to somebody, told by a feature that knows them, so that a form can offer them. Called within a page
 * transaction.
 */
public interface OwnAssets {

    List<Asset> of(Viewer viewer);

    /**
     * One thing.
     *
     * @param code by which the platform knows it, such as an inventory number
     * @param name what people call it
     * @param platformId the platform's id, for a link; empty when there is none
     */
    record Asset(String code, String name, String platformId) {

        String text() {
            return code.isEmpty() ? name : name + " (" + code + ")";
        }
    }
}
