package org.clientportal.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.ports.Realm.Difference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The flows of our own, by name; Keycloak's and everybody else's are never touched. A flow that differs is emptied and
 * filled anew, since Keycloak has no better way: whoever is in the middle of signing in just then begins again.
 */
record RealmFlows(WantedRealm wanted) implements RealmPart {

    @Override
    public Stream<Change> changes(RealmCalls.Session keycloak) {
        return wanted.flows().flatMap(flow -> changes(keycloak, flow));
    }

    private static Stream<Change> changes(RealmCalls.Session keycloak, ObjectNode flow) {
        var alias = flow.path("alias").asString();
        var object = "flow " + alias;
        var missing = missing(keycloak, flow);
        if (!missing.isEmpty()) {
            return Stream.of(Change.leave(object, new Difference("needs the extension", missing, null)));
        }
        var wanted = lines(flow.path("steps"), 0).toList();
        if (find(keycloak, alias).isEmpty()) {
            return Stream.of(Change.create(
                    object, List.of(new Difference("steps", null, told(wanted))), () -> make(keycloak, flow)));
        }
        var is = executions(keycloak, alias);
        return is.equals(wanted)
                ? Stream.empty()
                : Stream.of(Change.change(
                        object,
                        List.of(new Difference("steps", told(is), told(wanted))),
                        () -> refill(keycloak, flow)));
    }

    /** An authenticator that this Keycloak lacks, empty when it has them all. */
    private static String missing(RealmCalls.Session keycloak, ObjectNode flow) {
        var present = keycloak.list("/authentication/authenticator-providers").stream()
                .map(each -> each.path("id").asString())
                .collect(Collectors.toSet());
        return flow.findValuesAsString("authenticator").stream()
                .filter(each -> !present.contains(each))
                .filter(each -> each.startsWith("portal-"))
                .collect(Collectors.joining(", "));
    }

    /** A step of a flow, comparable with what Keycloak has. */
    record Line(int level, String what, String requirement, Map<String, String> config) {

        String told() {
            return "  ".repeat(level) + what + " " + requirement + (config.isEmpty() ? "" : " " + config);
        }
    }

    private static String told(List<Line> lines) {
        return lines.stream().map(Line::told).collect(Collectors.joining("; "));
    }

    private static Stream<Line> lines(JsonNode steps, int level) {
        return steps.valueStream()
                .flatMap(step -> Stream.concat(
                        Stream.of(new Line(
                                level, name(step), step.path("requirement").asString(), config(step.path("config")))),
                        lines(step.path("steps"), level + 1)));
    }

    private static String name(JsonNode step) {
        return step.path("flow").asString(step.path("authenticator").asString());
    }

    private static Map<String, String> config(JsonNode config) {
        return config.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().asString()));
    }

    static java.util.Optional<JsonNode> find(RealmCalls.Session keycloak, String alias) {
        return keycloak.list("/authentication/flows").stream()
                .filter(flow -> alias.equals(flow.path("alias").asString()))
                .findFirst();
    }

    private static List<Line> executions(RealmCalls.Session keycloak, String alias) {
        return keycloak.list("/authentication/flows/{alias}/executions", alias).stream()
                .map(each -> new Line(
                        each.path("level").asInt(),
                        each.path("authenticationFlow").asBoolean(false)
                                ? each.path("displayName").asString()
                                : each.path("providerId").asString(),
                        each.path("requirement").asString(),
                        each.path("authenticationConfig").isString()
                                ? config(keycloak.get(
                                                "/authentication/config/{id}",
                                                each.path("authenticationConfig")
                                                        .asString())
                                        .orElseThrow()
                                        .path("config"))
                                : Map.of()))
                .toList();
    }

    private static void make(RealmCalls.Session keycloak, ObjectNode flow) {
        keycloak.post(
                Map.of(
                        "alias",
                        flow.path("alias").asString(),
                        "description",
                        flow.path("description").asString(),
                        "providerId",
                        "basic-flow",
                        "topLevel",
                        true,
                        "builtIn",
                        false),
                "/authentication/flows");
        fill(keycloak, flow.path("alias").asString(), flow.path("alias").asString(), flow.path("steps"));
    }

    private static void refill(RealmCalls.Session keycloak, ObjectNode flow) {
        var alias = flow.path("alias").asString();
        keycloak.list("/authentication/flows/{alias}/executions", alias).stream()
                .filter(each -> each.path("level").asInt() == 0)
                .forEach(each -> keycloak.delete(
                        "/authentication/executions/{id}", each.path("id").asString()));
        fill(keycloak, alias, alias, flow.path("steps"));
    }

    private static void fill(RealmCalls.Session keycloak, String root, String parent, JsonNode steps) {
        for (var step : steps) {
            var before = ids(keycloak, root);
            if (step.has("flow")) {
                keycloak.post(
                        Map.of("alias", name(step), "type", "basic-flow", "description", "", "provider", ""),
                        "/authentication/flows/{alias}/executions/flow",
                        parent);
            } else {
                keycloak.post(
                        Map.of("provider", name(step)), "/authentication/flows/{alias}/executions/execution", parent);
            }
            var made = keycloak.list("/authentication/flows/{alias}/executions", root).stream()
                    .filter(each -> !before.contains(each.path("id").asString()))
                    .findFirst()
                    .map(each -> (ObjectNode) each)
                    .orElseThrow();
            made.set("requirement", step.path("requirement"));
            keycloak.put(made, "/authentication/flows/{alias}/executions", root);
            if (step.has("config")) {
                var id = made.path("id").asString();
                keycloak.post(
                        Map.of("alias", name(step) + " " + id, "config", step.path("config")),
                        "/authentication/executions/{id}/config",
                        id);
            }
            fill(keycloak, root, name(step), step.path("steps"));
        }
    }

    private static List<String> ids(RealmCalls.Session keycloak, String root) {
        var ids = new ArrayList<String>();
        keycloak.list("/authentication/flows/{alias}/executions", root)
                .forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }
}
