package org.clientportal.portal.realm;

import java.util.List;
import java.util.Locale;
import org.clientportal.ports.Realm.Action;
import org.clientportal.ports.Realm.Difference;
import org.clientportal.ports.Realm.Step;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with the realm, or was.
 *
 * @param changes how many of the items change something
 */
record RealmView(long changes, List<Item> items) {

    /**
     * One value of one object.
     *
     * @param action {@code create}, {@code change}, or {@code leave} for what is somebody else's
     */
    record Item(
            String object,
            String action,
            String name,
            @Nullable String is,
            @Nullable String wanted) {}

    static RealmView of(List<Step> steps) {
        return new RealmView(
                steps.stream().filter(step -> step.action() != Action.LEAVE).count(),
                steps.stream()
                        .flatMap(step -> step.differences().stream().map(each -> item(step, each)))
                        .toList());
    }

    private static Item item(Step step, Difference difference) {
        return new Item(
                step.object(),
                step.action().name().toLowerCase(Locale.ROOT),
                difference.name(),
                difference.is(),
                difference.wanted());
    }
}
