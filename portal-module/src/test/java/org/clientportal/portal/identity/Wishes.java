package org.clientportal.portal.identity;

import java.util.Optional;

/** Wishes of the people of these tests. */
final class Wishes {

    static Wish administrator() {
        return new Wish(Wish.By.ADMINISTRATOR, "test", false, true, Optional.empty());
    }

    private Wishes() {}
}
