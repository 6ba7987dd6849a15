package org.clientportal.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/catalogue.md shows and names is so. */
class CatalogueDocumentTests {

    private static final Pattern YAML = Pattern.compile("```yaml\n(schema.*?)```", Pattern.DOTALL);

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/catalogue.md"));
    }

    @Test
    void theCatalogueInItCanBeUsed() throws IOException {
        var yaml = YAML.matcher(document());
        assertThat(yaml.find()).isTrue();
        var reading = CatalogueFile.read(yaml.group(1));
        assertThat(reading.problems()).isEmpty();
        var run = new ExampleRun(new org.clientportal.portal.web.Messages(), java.time.LocalDate.parse("2026-11-24"));
        for (var kind : reading.catalogue().kinds()) {
            assertThat(kind.examples())
                    .hasSize(2)
                    .allSatisfy(example ->
                            assertThat(run.differences(kind, example)).isEmpty());
        }
    }

    @Test
    void itNamesEveryIconEveryTypeAndEverythingThatMayBeWrong() throws IOException {
        var document = document();
        KindIcon.NAMES.forEach(icon -> assertThat(document).containsPattern("`[a-z -]*\\b" + icon + "\\b[a-z -]*`"));
        for (var type : Field.Type.values()) {
            assertThat(document).contains("`" + type.word() + "`");
        }
        for (var rule : Field.Rule.values()) {
            assertThat(document).contains("`" + rule.word() + "`");
        }
    }

    @Test
    void everyIconIsInTheSprite() throws IOException {
        var icons = Files.readString(Path.of("../templates/src/main/resources/components/icons.ftlh"));
        assertThat(KindIcon.NAMES).allSatisfy(icon -> assertThat(icons).contains("\"" + icon + "\":"));
    }
}
