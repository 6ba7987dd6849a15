package org.clientportal.ports;

import java.util.Optional;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.ChangePage;
import org.jspecify.annotations.Nullable;

/** Takes what the platform's feed says into the mirror. Inward. */
public interface ChangeIntake {

    /** How far the mirror has read; empty before the first page. */
    Optional<String> cursor();

    /** Stores the platform's lists. */
    void takeCatalogue(Catalogue catalogue);

    /**
     * Stores a page and moves the cursor, in one transaction.
     *
     * @param from the cursor the page was asked with; when the stored one differs (another node was faster) nothing is
     *     stored
     * @return false when the page was out of date
     */
    boolean take(@Nullable String from, ChangePage page);

    /** The feed was read to its end. */
    void pulled();

    /** The feed could not be read. */
    void pullFailed(String why);
}
