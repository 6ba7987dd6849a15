package org.clientportal.portal.realm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.audit.Deed.Actor;
import org.clientportal.portal.audit.Deed.Subject;
import org.clientportal.ports.Realm.Difference;
import org.clientportal.ports.Realm.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who changed what of the realm, right after Keycloak took it. */
@Component
class RealmRecord {

    private final Audit audit;

    RealmRecord(Audit audit) {
        this.audit = audit;
    }

    @WorkTransaction
    void changed(Step step, String actor) {
        audit.note(new Deed(
                Actor.administrator(actor),
                "realm." + step.action().name().toLowerCase(Locale.ROOT) + "d",
                new Subject("realm", step.object(), step.object()),
                values(step, Difference::is),
                values(step, Difference::wanted)));
    }

    private static Map<String, List<String>> values(Step step, Function<Difference, @Nullable String> side) {
        var values = step.differences().stream()
                .filter(each -> Objects.nonNull(side.apply(each)))
                .map(each -> each.name() + " = " + side.apply(each))
                .toList();
        return values.isEmpty() ? Map.of() : Map.of("values", values);
    }
}
