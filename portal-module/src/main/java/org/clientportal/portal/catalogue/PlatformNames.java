package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.clientportal.itsm.Catalogue;
import org.clientportal.portal.sync.PlatformLists;
import org.springframework.stereotype.Component;

/** What the catalogue calls by a name or id, found on the platform's own lists. */
@Component
public class PlatformNames {

    private final PlatformLists lists;

    PlatformNames(PlatformLists lists) {
        this.lists = lists;
    }

    /** The id of a category that is named by its id or by its name in any language. */
    public Optional<String> category(String named) {
        return choice(lists.now().categories(), named);
    }

    public Optional<String> priority(String named) {
        return choice(lists.now().priorities(), named);
    }

    /** The first of the platform's categories: where a ticket goes when what the catalogue names is no more. */
    public Optional<String> anyCategory() {
        return lists.now().categories().stream().map(Catalogue.Choice::id).findFirst();
    }

    /** Values by the ids of those of the platform's own fields that tickets of a category have; others are left out. */
    public Map<String, List<String>> fields(Map<String, List<String>> named, String category) {
        var fields = new LinkedHashMap<String, List<String>>();
        named.forEach((name, values) -> field(name, category).ifPresent(id -> fields.put(id, values)));
        return fields;
    }

    private Optional<String> field(String named, String category) {
        return lists.now().fields().stream()
                .filter(field -> field.isOf(category))
                .filter(field -> field.id().equals(named) || field.names().containsValue(named))
                .map(Catalogue.TicketField::id)
                .findFirst();
    }

    private static Optional<String> choice(List<Catalogue.Choice> list, String named) {
        return list.stream()
                .filter(choice -> choice.id().equals(named))
                .findFirst()
                .or(() -> list.stream()
                        .filter(choice -> choice.names().containsValue(named))
                        .findFirst())
                .map(Catalogue.Choice::id);
    }

    /** Says what a kind names and the platform does not have. Before the lists were read nothing can be said. */
    void check(RequestKind kind, Example.Place place, Problems problems, Problems notes) {
        if (lists.now().categories().isEmpty()) {
            notes.add(place, kind.id() + ": the platform's lists are not read yet, so the routing cannot be checked");
            return;
        }
        var targets = new ArrayList<Routing.Target>();
        targets.add(kind.routing().target());
        kind.routing().rules().forEach(rule -> targets.add(rule.target()));
        for (var target : targets) {
            if (target.category() != null && category(target.category()).isEmpty()) {
                problems.add(
                        place,
                        kind.id() + ": the platform has no category " + target.category() + "; it has "
                                + names(lists.now().categories()));
            }
            if (target.priority() != null && priority(target.priority()).isEmpty()) {
                problems.add(
                        place,
                        kind.id() + ": the platform has no priority " + target.priority() + "; it has "
                                + names(lists.now().priorities()));
            }
        }
        fields(kind, targets).forEach((name, category) -> {
            if (field(name, category(category).orElse(category)).isEmpty()) {
                notes.add(
                        place,
                        kind.id() + ": the platform has no field " + name + " for tickets of " + category
                                + ", so it is in the text only");
            }
        });
    }

    /** Names of the platform's fields, with the category of the kind. */
    private static Map<String, String> fields(RequestKind kind, List<Routing.Target> targets) {
        var category = Optional.ofNullable(kind.routing().target().category()).orElse("");
        var names = new HashMap<String, String>();
        kind.fields()
                .forEach(field ->
                        Optional.ofNullable(field.platformField()).ifPresent(name -> names.put(name, category)));
        targets.forEach(target -> target.fields().keySet().forEach(name -> names.put(name, category)));
        return names;
    }

    private static String names(List<Catalogue.Choice> list) {
        var names = new TreeSet<String>();
        list.forEach(choice -> names.add(
                choice.id().equals(choice.name("")) ? choice.id() : choice.id() + " (" + choice.name("") + ")"));
        return String.join(", ", names);
    }
}
