package org.clientportal.portal.catalogue;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.clientportal.portal.catalogue.Problems.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a catalogue from YAML (docs/catalogue.md). Everything that is wrong is told at once, each with its line and how to mend
 * it.
 */
public final class CatalogueFile {

    /** Largest file, in characters. */
    public static final int LARGEST = 1_000_000;

    private CatalogueFile() {}

    /**
     * What was read.
     *
     * @param problems empty when the catalogue can be used
     * @param places where each kind begins, by id
     */
    public record Reading(RequestCatalogue catalogue, List<Problem> problems, Map<String, Example.Place> places) {
        public Reading {
            problems = List.copyOf(problems);
            places = Map.copyOf(places);
        }

        private static Reading nothing(Problems problems) {
            return new Reading(new RequestCatalogue(List.of(), List.of()), problems.all(), Map.of());
        }
    }

    public static Reading read(String yaml) {
        var problems = new Problems();
        if (yaml.length() > LARGEST) {
            problems.add("the file is larger than " + LARGEST + " characters");
            return Reading.nothing(problems);
        }
        try {
            var node = new Yaml(limits()).compose(new StringReader(yaml));
            if (node == null) {
                problems.add("the file is empty: begin with 'schema: " + RequestCatalogue.SCHEMA + "'");
                return Reading.nothing(problems);
            }
            var reader = new CatalogueReader(problems);
            var catalogue = reader.catalogue(Part.of(node, problems));
            return new Reading(catalogue, problems.all(), reader.places());
        } catch (MarkedYAMLException unreadable) {
            var mark = unreadable.getProblemMark();
            var said = unreadable.getProblem() + (unreadable.getContext() == null ? "" : " " + unreadable.getContext());
            problems.add(
                    mark == null
                            ? new Example.Place(1, 1)
                            : new Example.Place(mark.getLine() + 1, mark.getColumn() + 1),
                    "this is not YAML: " + said.replaceAll("\\s+", " "));
            return Reading.nothing(problems);
        } catch (YAMLException unreadable) {
            problems.add("this is not YAML: "
                    + String.valueOf(unreadable.getMessage()).replaceAll("\\s+", " "));
            return Reading.nothing(problems);
        }
    }

    /** One kind in the form in which it is stored. */
    static RequestKind kind(String stored) {
        var problems = new Problems();
        var node = new Yaml(limits()).compose(new StringReader(stored));
        var kind = new CatalogueReader(problems).kind(Part.of(node, problems));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a stored kind of request cannot be read: " + problems.all());
        }
        return kind;
    }

    private static LoaderOptions limits() {
        var limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST * 3);
        limits.setMaxAliasesForCollections(50);
        limits.setNestingDepthLimit(40);
        limits.setAllowRecursiveKeys(false);
        return limits;
    }
}
