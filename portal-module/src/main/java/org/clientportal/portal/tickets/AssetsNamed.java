package org.clientportal.portal.tickets;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Viewer;
import org.jspecify.annotations.Nullable;

/** Assets that tickets are about, told by the feature that has them. Within a page's transaction. */
public interface AssetsNamed {

    /** Empty for one that the viewer does not have. */
    Optional<Named> asset(Viewer viewer, String platformId);

    /** What a ticket that the viewer sees is about, as far as the viewer has it. */
    List<Named> of(Viewer viewer, long ticket);

    /**
     * An asset as it is named in a ticket.
     *
     * @param code on its label; null when it has none
     */
    record Named(String platformId, String name, @Nullable String code, String url) {

        /** {@code Laptop Dell Latitude 5450 (OR-004217)}. */
        public String text() {
            return code == null ? name : name + " (" + code + ")";
        }
    }
}
