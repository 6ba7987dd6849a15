package org.clientportal.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Catalogues of tests: the demo's, and small ones. */
public final class SampleCatalogue {

    private SampleCatalogue() {}

    /** The demo's own. */
    public static String demo() {
        try {
            return Files.readString(Path.of("../deploy/demo/src/main/resources/catalogue/catalogue.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One category and one kind; the fields are lines of YAML, from the left edge. */
    public static String with(String id, int version, String audience, String fields, String further) {
        return """
                schema: 1
                categories:
                  - { id: help, name: { pl: Pomoc, en: Help } }
                kinds:
                """ + kind(id, version, audience, fields, further);
    }

    public static String kind(String id, int version, String audience, String fields, String further) {
        return """
                  - id: %s
                    version: %d
                    category: help
                    icon: laptop
                    audience: [%s]
                    name: { pl: Nowy %s, en: New %s }
                    summary: { pl: Zamów %s, en: Order a %s }
                """.formatted(id, version, audience, id, id, id, id)
                + (further.contains("routing:") ? "" : "    routing: { category: hardware }\n")
                + further.indent(4)
                + "    fields:\n"
                + fields.indent(6);
    }

    static RequestKind kindOf(String fields, String further) {
        var reading = CatalogueFile.read(with("laptop", 1, "everyone", fields, further));
        assertThat(reading.problems()).isEmpty();
        return reading.catalogue().kinds().getFirst();
    }

    static List<String> problemsOf(String yaml) {
        return CatalogueFile.read(yaml).problems().stream()
                .map(problem -> problem.in("c.yaml"))
                .toList();
    }
}
