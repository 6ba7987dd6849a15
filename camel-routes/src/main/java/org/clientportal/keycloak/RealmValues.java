package org.clientportal.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clientportal.ports.Realm.Difference;
import tools.jackson.databind.JsonNode;

/** Settings of the realm itself: theme, languages, lifespans, password policy, protection from guessing, second factor. */
record RealmValues(WantedRealm wanted) implements RealmPart {

    /** What every realm begins with; anything else was chosen by somebody. */
    private static final String KEYCLOAKS_OWN = "browser";

    @Override
    public Stream<Change> changes(RealmCalls.Session keycloak) {
        var is = keycloak.get("").orElseThrow();
        var settings = wanted.certain(wanted.settings());
        var changes = new ArrayList<Change>();
        var flow = is.path("browserFlow").asString();
        if (List.of(KEYCLOAKS_OWN, wanted.browserFlow()).contains(flow)) {
            settings.put("browserFlow", wanted.browserFlow());
        } else {
            changes.add(Change.leave("realm", new Difference("browserFlow", flow, null)));
        }
        var unlike = Unlike.of(is, settings);
        if (!unlike.none()) {
            changes.add(Change.change(
                    "realm", unlike.differences(), () -> keycloak.put(touched(unlike, settings.propertyNames()), "")));
        }
        return changes.stream();
    }

    /** Only what is ours is sent; Keycloak leaves alone what is absent. */
    private static JsonNode touched(Unlike unlike, java.util.Collection<String> ours) {
        var body = RealmCalls.JSON.createObjectNode();
        ours.forEach(name -> body.set(name, unlike.merged().path(name)));
        return body;
    }
}
