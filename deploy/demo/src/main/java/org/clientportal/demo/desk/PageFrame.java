package org.clientportal.demo.desk;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Person;

/** What is around every page of the agent: who the newcomer chose to be, and the lists. */
final class PageFrame {

    private final Register register;
    private final Pages pages = new Pages();

    PageFrame(Register register) {
        this.register = register;
    }

    Map<String, Object> model(Call call, String title) {
        var model = new HashMap<String, Object>();
        model.put("title", title);
        model.put("me", me(call));
        model.put("agents", agentNames());
        model.put(
                "statuses",
                DeskCatalogue.LISTS.statuses().stream()
                        .map(status -> Map.of("id", status.id(), "name", status.name()))
                        .toList());
        return model;
    }

    String draw(String template, Map<String, ?> model) throws IOException {
        return pages.draw(template, model);
    }

    private List<String> agentNames() {
        return register.read(view -> view.people().stream()
                .filter(person -> person.kind() == Person.Kind.AGENT && person.active())
                .map(Person::name)
                .toList());
    }

    /** Whom the newcomer chose to be. */
    String me(Call call) {
        var names = agentNames();
        var cookie = call.header("Cookie");
        var chosen =
                cookie == null ? "" : Call.fields(cookie.replace("; ", "&")).getOrDefault("agent", "");
        return names.contains(chosen) ? chosen : names.isEmpty() ? "Support" : names.getFirst();
    }
}
