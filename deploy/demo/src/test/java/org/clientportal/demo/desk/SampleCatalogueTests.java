package org.clientportal.demo.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clientportal.itsm.Catalogue;
import org.clientportal.portal.catalogue.CatalogueFile;
import org.junit.jupiter.api.Test;

/** The request catalogue of the demo goes to lists and fields that the desk has. */
class SampleCatalogueTests {

    private static final String YAML = SampleFirm.resource("../catalogue/catalogue.yaml");

    @Test
    void itCanBeUsed() {
        assertThat(CatalogueFile.read(YAML).problems()).isEmpty();
    }

    @Test
    void itNamesWhatTheDeskHas() {
        var kinds = CatalogueFile.read(YAML).catalogue().kinds();
        var categories = ids(DeskCatalogue.LISTS.categories());
        var fields = DeskCatalogue.LISTS.fields().stream()
                .map(Catalogue.TicketField::id)
                .toList();
        for (var kind : kinds) {
            assertThat(categories).contains(kind.routing().target().category());
            kind.routing().rules().forEach(rule -> {
                if (rule.target().priority() != null) {
                    assertThat(ids(DeskCatalogue.LISTS.priorities()))
                            .contains(rule.target().priority());
                }
            });
            assertThat(fields).containsAll(kind.routing().target().fields().keySet());
            kind.fields().forEach(field -> {
                if (field.platformField() != null) {
                    assertThat(fields).contains(field.platformField());
                }
            });
        }
    }

    private static List<String> ids(List<Catalogue.Choice> list) {
        return list.stream().map(Catalogue.Choice::id).toList();
    }
}
