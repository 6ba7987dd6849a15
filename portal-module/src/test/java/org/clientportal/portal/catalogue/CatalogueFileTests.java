package org.clientportal.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientportal.portal.catalogue.SampleCatalogue.problemsOf;
import static org.clientportal.portal.catalogue.SampleCatalogue.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** A file is read whole, and whatever is wrong with it is told with its place and how to mend it. */
class CatalogueFileTests {

    @Test
    void theCatalogueOfTheDemoIsRead() {
        var reading = CatalogueFile.read(SampleCatalogue.demo());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.catalogue().kinds()).hasSizeBetween(8, 12);
        var laptop = reading.catalogue().kind("new-laptop").orElseThrow();
        assertThat(laptop.name()).isEqualTo(new Bilingual("Nowy laptop", "New laptop"));
        assertThat(laptop.field("model").orElseThrow().options()).hasSize(3);
        assertThat(laptop.audience()).containsExactly("everyone");
    }

    @Test
    void whatIsStoredIsReadBackAsItWas() {
        for (var kind : CatalogueFile.read(SampleCatalogue.demo()).catalogue().kinds()) {
            var stored = JsonMapper.shared().writeValueAsString(KindTree.of(kind));
            var back = CatalogueFile.kind(stored);
            assertThat(KindTree.of(back)).as(kind.id()).isEqualTo(KindTree.of(kind));
            assertThat(back.fields()).usingRecursiveComparison().isEqualTo(kind.fields());
            assertThat(back.routing()).usingRecursiveComparison().isEqualTo(kind.routing());
        }
    }

    /** Lines are those of the file: fields begin in line 14. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    - { id: a, type: text, label: A, hint: B }             | 14:40: 'hint' means nothing in a field; possible are
                    - { id: a, type: txt, label: A }                       | 14:24: there is no type 'txt'; possible are text, long-text
                    - { id: A b, type: text, label: A }                    | 14:15: 'A b' is no id
                    - { type: text, label: A }                             | 14:9: 'id' is missing: a short name
                    - { id: a, type: text, label: { pl: A } }              | 14:37: 'en' is missing: the words in English
                    - { id: a, type: text, label: { pl: Tak, nie, en: X } }| 14:48: 'nie' means nothing in words (within { } a comma ends a text
                    - { id: a, type: choice, label: A }                    | 14:9: 'options' are missing
                    - { id: a, type: text, label: A, options: [b, c] }     | 14:49: 'options' is only for a choice
                    - { id: a, type: text, label: A, pattern: "[" }        | 14:49: this is no regular expression
                    - { id: a, type: number, label: A, min: soon }         | 14:47: a number is expected here
                    - { id: a, type: date, label: A, min: soon }           | 14:45: a date such as 2026-12-31, today or today+7d
                    - { id: a, type: text, label: A, required: maybe }     | 14:50: true or false is expected here
                    - { id: a, type: text, label: A, label: B }            | 14:40: 'label' is here a second time
                    - { id: a, type: text, label: A, shown: { field: b, is: c } } | 14:56: a condition looks at a field above it, and 'b' is none
                    - { id: a, type: text, label: A, messages: { wrong: X } }     | 14:59: 'wrong' is nothing that can be wrong
                    - { id: a, type: number, label: A, default: many }     | 14:51: the field could not be left as it is
                    """)
    void aWrongFieldIsPointedAt(String field, String problem) {
        assertThat(problemsOf(with("laptop", 1, "everyone", field, "")))
                .anyMatch(told -> told.startsWith("c.yaml:" + problem));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        var fields = """
                - { id: size, type: choice, label: Size, options: [small, large] }
                - { id: size, type: text, label: Again }
                - { id: why, type: text, label: Why, shown: { field: size, is: medium } }
                - { id: one, type: file, label: One }
                - { id: two, type: file, label: Two }
                """;
        var further = """
                subject: "For {whom}"
                routing:
                  queue: a
                  category: b
                examples:
                  - { name: nothing expected, values: { sized: small } }
                """;

        var problems = problemsOf(with("laptop", 1, "everybody", fields, further));

        assertThat(problems)
                .anyMatch(told -> told.contains("'everybody' is no audience"))
                .anyMatch(told -> told.contains("{whom} stands for no field; possible are size, why"))
                .anyMatch(told -> told.contains("queue and category are two words for one thing"))
                .anyMatch(told -> told.contains("there is no field 'sized'"))
                .anyMatch(told -> told.contains("the example expects nothing"))
                .anyMatch(told -> told.contains("there is a field 'size' above"))
                .anyMatch(told -> told.contains("'medium' is no option of size; possible are small, large"))
                .anyMatch(told -> told.contains("a form takes files in one field only"));
    }

    @Test
    void kindsAndCategoriesAreThereOnce() {
        var twice = with("laptop", 1, "everyone", "- { id: a, type: text, label: A }", "")
                + SampleCatalogue.kind("laptop", 2, "everyone", "- { id: a, type: text, label: A }", "")
                        .replace("category: help", "category: helps");

        assertThat(problemsOf(twice))
                .anyMatch(told -> told.contains("there is a kind 'laptop' above"))
                .anyMatch(told -> told.contains("there is no category 'helps'; possible are help"));
        assertThat(problemsOf(with("plain", 1, "everyone", "- { id: a, type: text, label: A }", "")))
                .anyMatch(told -> told.contains("'plain' is the portal's own"));
    }

    @Test
    void whatIsNoYamlIsToldWithItsPlace() {
        assertThat(problemsOf("schema: 1\nkinds: [a"))
                .singleElement()
                .asString()
                .startsWith("c.yaml:2:");
        assertThat(problemsOf("")).singleElement().asString().contains("the file is empty");
        assertThat(problemsOf("schema: 2\ncategories: []\nkinds: []"))
                .anyMatch(told -> told.startsWith("c.yaml:1:9: this portal reads schema 1"));
        assertThat(problemsOf("- a\n- b")).isNotEmpty();
        assertThat(problemsOf("a: ".repeat(10))).isNotEmpty();
    }

    /** A file from anywhere neither fills the memory nor goes round in circles. */
    @Test
    void aMaliciousFileIsRefused() {
        var laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 70; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "x"));
        }
        assertThat(problemsOf(laughs.toString())).isNotEmpty();
        assertThat(problemsOf("schema: 1\ncategories: []\nkinds: &k\n  - id: a\n    fields: *k\n"))
                .isNotEmpty();
        assertThat(problemsOf("x".repeat(CatalogueFile.LARGEST + 1)))
                .singleElement()
                .asString()
                .contains("larger");
        assertThat(problemsOf("!!java.net.URL [\"http://127.0.0.1:9\"]")).isNotEmpty();
    }
}
