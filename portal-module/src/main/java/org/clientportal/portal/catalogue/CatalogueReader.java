package org.clientportal.portal.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes a catalogue of the parts of its file. */
final class CatalogueReader {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,49}");
    /** Addresses of the portal's own below {@code /tickets/new}. */
    private static final Set<String> TAKEN = Set.of("plain");

    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_TEXT = 4_000;

    private final Problems problems;
    private final FieldReader fieldReader;
    private final RoutingReader routing;
    private final ExampleReader examples;
    private final Map<String, Example.Place> places = new HashMap<>();

    CatalogueReader(Problems problems) {
        this.problems = problems;
        var conditions = new ConditionReader();
        this.fieldReader = new FieldReader(conditions);
        this.routing = new RoutingReader(conditions);
        this.examples = new ExampleReader();
    }

    RequestCatalogue catalogue(Part file) {
        var categories = new ArrayList<RequestCatalogue.Category>();
        var kinds = new ArrayList<RequestKind>();
        if (file.expectMap()) {
            file.need("schema", "write 'schema: " + RequestCatalogue.SCHEMA + "' as the first line")
                    .ifPresent(schema -> {
                        if (!schema.text().equals(Integer.toString(RequestCatalogue.SCHEMA))) {
                            schema.wrong("this portal reads schema " + RequestCatalogue.SCHEMA
                                    + "; the file is written for another one");
                        }
                    });
            file.need("categories", "the headings under which the kinds stand")
                    .ifPresent(list -> list.list().forEach(each -> categories.add(category(each))));
            file.need("kinds", "what people can ask for")
                    .ifPresent(list -> list.list().forEach(each -> kinds.add(kind(each, categories, kinds))));
            file.nothingElse("the file");
        }
        if (problems.isEmpty() && kinds.isEmpty()) {
            file.wrong("there is no kind of request in it");
        }
        return new RequestCatalogue(categories, kinds);
    }

    private static RequestCatalogue.Category category(Part part) {
        part.expectMap();
        var id = id(part);
        var name = words(part, "name", "its heading", LONGEST_LABEL);
        part.nothingElse("a category");
        return new RequestCatalogue.Category(id, name);
    }

    private RequestKind kind(Part part, List<RequestCatalogue.Category> categories, List<RequestKind> before) {
        var kind = kind(part);
        if (before.stream().anyMatch(other -> other.id().equals(kind.id()))) {
            part.at("id")
                    .ifPresent(at -> at.wrong("there is a kind '" + kind.id() + "' above: give this one another id"));
        }
        if (TAKEN.contains(kind.id())) {
            part.at("id").ifPresent(at -> at.wrong("'" + kind.id() + "' is the portal's own: choose another id"));
        }
        if (categories.stream().noneMatch(category -> category.id().equals(kind.category()))) {
            part.at("category")
                    .ifPresent(at -> at.wrong("there is no category '" + kind.category() + "'; possible are "
                            + String.join(
                                    ", ",
                                    categories.stream().map(each -> each.id()).toList())));
        }
        places.putIfAbsent(kind.id(), part.place());
        return kind;
    }

    /** Where each kind begins, by id. */
    Map<String, Example.Place> places() {
        return places;
    }

    RequestKind kind(Part part) {
        part.expectMap();
        var id = id(part);
        var version = part.need("version", "a whole number that grows with every change of the kind")
                .map(number -> number.whole())
                .orElse(1);
        if (version < 1) {
            part.at("version").ifPresent(number -> number.wrong("versions begin with 1"));
        }
        var fields = new LinkedHashMap<String, Field>();
        part.need("fields", "the questions of the form")
                .ifPresent(list -> list.list().forEach(each -> {
                    var field = fieldReader.field(each, fields);
                    fields.putIfAbsent(field.id(), field);
                }));
        for (var language : List.of("pl", "en")) {
            part.at("subject")
                    .flatMap(words -> words.isMap() ? words.at(language) : part.at("subject"))
                    .ifPresent(words -> RoutingReader.places(words, fields));
        }
        var kind = new RequestKind(
                id,
                version,
                part.need("category", "the id of one of the categories above")
                        .map(Part::text)
                        .orElse(""),
                part.at("icon").map(CatalogueReader::icon).orElse(KindIcon.STANDARD),
                part.at("picture").map(Part::text).orElse(null),
                words(part, "name", "what people call it", LONGEST_LABEL),
                words(part, "summary", "one line that says what it is for", LONGEST_LABEL),
                optional(part, "intro", LONGEST_TEXT),
                part.at("keywords").map(CatalogueReader::keywords).orElse(List.of()),
                part.at("audience").map(CatalogueReader::audience).orElse(List.of("everyone")),
                optional(part, "subject", LONGEST_LABEL),
                List.copyOf(fields.values()),
                part.need("routing", "where it goes, with at least the platform's category or queue")
                        .map(each -> routing.routing(each, fields))
                        .orElseGet(() -> new Routing(new Routing.Target("", null, Map.of()), List.of())),
                part.at("examples")
                        .map(list -> list.list().stream()
                                .map(each -> examples.example(each, fields))
                                .toList())
                        .orElse(List.of()));
        part.nothingElse("a kind of request");
        return kind;
    }

    private static String icon(Part part) {
        var icon = part.text();
        if (!KindIcon.NAMES.contains(icon)) {
            part.wrong("there is no icon '" + icon + "'; possible are " + String.join(", ", KindIcon.NAMES));
        }
        return icon;
    }

    private static List<String> audience(Part part) {
        return part.list().stream()
                .map(each -> {
                    var word = each.text();
                    if (!AudienceWords.isOne(word)) {
                        each.wrong("'" + word
                                + "' is no audience: write everyone, organisation:ID, group:NAME, kind:employee or"
                                + " kind:external");
                    }
                    return word;
                })
                .toList();
    }

    /** Words for both languages, or lists for each. */
    private static List<Bilingual> keywords(Part part) {
        if (part.isMap() && part.at("pl").filter(Part::isList).isPresent()) {
            var polish = part.at("pl").map(Part::texts).orElse(List.of());
            var english = part.at("en").map(Part::texts).orElse(List.of());
            part.nothingElse("keywords");
            var words = new ArrayList<Bilingual>();
            polish.forEach(word -> words.add(new Bilingual(word, "")));
            english.forEach(word -> words.add(new Bilingual("", word)));
            return words;
        }
        return part.list().stream().map(each -> words(each, LONGEST_LABEL)).toList();
    }

    static String id(Part part) {
        return part.need("id", "a short name of small letters, digits and hyphens, which never changes")
                .map(id -> {
                    if (!ID.matcher(id.text()).matches()) {
                        id.wrong("'" + id.text()
                                + "' is no id: small letters, digits and hyphens, a letter first, at most 50");
                    }
                    return id.text();
                })
                .orElse("");
    }

    static Bilingual words(Part part, String key, String whatFor, int longest) {
        return part.need(key, whatFor).map(words -> words(words, longest)).orElse(Bilingual.NONE);
    }

    static Bilingual optional(Part part, String key, int longest) {
        return part.at(key).map(words -> words(words, longest)).orElse(Bilingual.NONE);
    }

    /** {@code {pl: …, en: …}}, or one text that is the same in both. */
    static Bilingual words(Part part, int longest) {
        if (!part.isMap()) {
            var text = length(part, longest);
            return new Bilingual(text, text);
        }
        var words = new Bilingual(
                part.need("pl", "the words in Polish")
                        .map(text -> length(text, longest))
                        .orElse(""),
                part.need("en", "the words in English")
                        .map(text -> length(text, longest))
                        .orElse(""));
        part.nothingElse("words (within { } a comma ends a text: put such a text in quotes)");
        return words;
    }

    private static String length(Part part, int longest) {
        var text = part.text();
        if (text.isEmpty()) {
            part.wrong("this is empty: write the words, or leave the line out");
        }
        if (text.length() > longest) {
            part.wrong("this is longer than " + longest + " characters");
        }
        return text;
    }
}
