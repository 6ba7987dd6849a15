package org.clientportal.portal.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How something is told by mail. On the portal it is told in any case. */
enum Delivery {
    AT_ONCE,
    DIGEST,
    NONE;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Delivery> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
