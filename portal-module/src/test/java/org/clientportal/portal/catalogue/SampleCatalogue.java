package org.clientportal.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import javax.imageio.ImageIO;
import org.clientportal.portal.RunningPortal;

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

    /** Puts a file in force, with pictures of these names. */
    public static void apply(RunningPortal portal, String yaml, String... pictures) {
        var given = new HashMap<String, byte[]>();
        for (var name : pictures) {
            var bytes = new ByteArrayOutputStream();
            try {
                ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            given.put(name, bytes.toByteArray());
        }
        portal.bean(Catalogues.class).apply(yaml, given, null, "test");
    }

    /** As if there never was a catalogue. */
    public static void forget(RunningPortal portal) {
        portal.work(() -> {
            for (var table : List.of("ticket_request", "request_kind", "catalogue_picture", "catalogue")) {
                portal.jdbc().sql("delete from " + table).update();
            }
            portal.jdbc()
                    .sql("delete from search_document where kind = 'request'")
                    .update();
        });
    }

    /** The hourly count of what is frequent. */
    public static void rank(RunningPortal portal) {
        portal.bean(KindUse.class).rank();
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
