package org.clientportal.portal.catalogue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientportal.portal.access.ViewerDefaults;
import org.clientportal.portal.catalogue.CatalogueRows.Stored;
import org.clientportal.portal.web.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares a file with what is in force, and says what stands in its way. Within the caller's work transaction. */
@Component
class CataloguePlanner {

    private final CatalogueRows rows;
    private final PlatformNames platform;
    private final Messages messages;
    private final Clock clock;
    private final ViewerDefaults defaults;

    CataloguePlanner(
            CatalogueRows rows, PlatformNames platform, Messages messages, Clock clock, ViewerDefaults defaults) {
        this.rows = rows;
        this.platform = platform;
        this.messages = messages;
        this.clock = clock;
        this.defaults = defaults;
    }

    /**
     * A plan with what is needed to carry it out.
     *
     * @param pictures drawn pictures that are new or other than before, by name, each with its given bytes
     * @param organisations the platform's ids of the organisations in audiences, by the word that names them
     */
    record Worked(
            CataloguePlan plan,
            RequestCatalogue catalogue,
            Map<String, Stored> stored,
            Map<String, GivenPictures.Picture> pictures,
            Map<String, String> organisations) {}

    Worked work(String source, Map<String, byte[]> given) {
        var reading = CatalogueFile.read(source);
        var base = rows.newest().map(CatalogueRows.Applied::number).orElse(0L);
        if (!reading.problems().isEmpty()) {
            var plan = new CataloguePlan(base, 0, List.of(), reading.problems(), List.of(), List.of());
            return new Worked(plan, reading.catalogue(), Map.of(), Map.of(), Map.of());
        }
        var problems = new Problems();
        var notes = new Problems();
        var stored = rows.kinds();
        var organisations = new HashMap<String, String>();
        var examples = new ExampleRun(messages, LocalDate.ofInstant(clock.instant(), defaults.timeZone()));
        for (var kind : reading.catalogue().kinds()) {
            var place = Objects.requireNonNull(reading.places().get(kind.id()));
            for (var example : kind.examples()) {
                examples.differences(kind, example)
                        .forEach(each -> problems.add(
                                example.place(), kind.id() + ", example '" + example.name() + "': " + each));
            }
            audience(kind, place, organisations, problems, notes);
            platform.check(kind, place, problems, notes);
            version(kind, stored.get(kind.id()), place, problems);
        }
        var pictures = GivenPictures.of(reading, rows.pictures(), given, problems);
        var items = new ArrayList<CataloguePlan.Item>();
        items.addAll(kinds(reading.catalogue(), stored));
        items.addAll(pictures.items());
        var plan = new CataloguePlan(base, items.size(), items, problems.all(), notes.all(), pictures.wanted());
        return new Worked(plan, reading.catalogue(), stored, pictures.changed(), organisations);
    }

    private void audience(
            RequestKind kind,
            Example.Place place,
            Map<String, String> organisations,
            Problems problems,
            Problems notes) {
        for (var word : kind.audience()) {
            AudienceWords.organisation(word).ifPresent(named -> {
                var found = rows.organisations(named);
                if (found.size() == 1) {
                    organisations.put(word, found.getFirst());
                } else {
                    problems.add(
                            place,
                            kind.id() + ": "
                                    + (found.isEmpty()
                                            ? "no organisation is called "
                                            : "several organisations are called ")
                                    + named + "; write its id on the platform");
                }
            });
            if (word.startsWith("group:")
                    && !rows.hasGroup(word.substring("group:".length()).strip())) {
                notes.add(place, kind.id() + ": nobody is in the " + word.replace(":", " ") + " yet");
            }
        }
    }

    /** A number stands for one content for ever, so that a draft and a ticket know what they were filled in with. */
    private static void version(RequestKind kind, @Nullable Stored stored, Example.Place place, Problems problems) {
        if (stored == null) {
            return;
        }
        var same = Differences.flat(stored.tree()).equals(Differences.flat(KindTree.of(kind)));
        if (!same && kind.version() <= stored.newest()) {
            problems.add(
                    place,
                    kind.id() + " has changed and its version has not: write 'version: " + (stored.newest() + 1) + "'");
        }
    }

    private static List<CataloguePlan.Item> kinds(RequestCatalogue catalogue, Map<String, Stored> stored) {
        var items = new ArrayList<CataloguePlan.Item>();
        for (var kind : catalogue.kinds()) {
            var before = stored.get(kind.id());
            var after = tree(kind, catalogue);
            if (before == null || before.retired()) {
                items.add(new CataloguePlan.Item(
                        kind.id(),
                        "add",
                        "version " + kind.version(),
                        null,
                        kind.name().en()));
                continue;
            }
            var is = new LinkedHashMap<String, Object>(before.tree());
            is.putAll(before.heading());
            Differences.between(is, after)
                    .forEach(each -> items.add(
                            new CataloguePlan.Item(kind.id(), "change", each.what(), each.is(), each.wanted())));
        }
        Set<String> there = new LinkedHashSet<>();
        catalogue.kinds().forEach(kind -> there.add(kind.id()));
        stored.entrySet().stream()
                .filter(each -> !each.getValue().retired() && !there.contains(each.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> items.add(new CataloguePlan.Item(
                        each.getKey(), "retire", "version " + each.getValue().version(), null, null)));
        return items;
    }

    private static Map<String, Object> tree(RequestKind kind, RequestCatalogue catalogue) {
        var tree = new LinkedHashMap<>(KindTree.of(kind));
        var category = catalogue.category(kind.category());
        tree.putAll(CatalogueRows.heading(category.name().pl(), category.name().en()));
        return tree;
    }
}
