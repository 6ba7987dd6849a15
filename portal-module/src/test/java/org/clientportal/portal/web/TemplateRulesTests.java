package org.clientportal.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.clientportal.portal.branding.BrandSheet;
import org.junit.jupiter.api.Test;

/** What every template keeps to, and how much a page may weigh. */
class TemplateRulesTests {

    private static final Path ROOT = Path.of("../templates/src/main/resources");

    @Test
    void noTemplateIsLong() {
        templates()
                .forEach((name, text) ->
                        assertThat(text.lines().count()).as(name).isLessThanOrEqualTo(60));
    }

    @Test
    void nothingIsPrintedUnescapedAndNothingIsInline() {
        templates().forEach((name, text) -> {
            assertThat(text)
                    .as(name)
                    .doesNotContain("?no_esc")
                    .doesNotContain("<#noautoesc")
                    .doesNotContain("spring.");
            if (!name.startsWith("mails/")) {
                assertThat(text)
                        .as(name)
                        .doesNotContain(" style=")
                        .doesNotContain("<style")
                        .doesNotContainPattern(" on[a-z]+=");
            }
        });
    }

    @Test
    void aPageNamesItsRecord() {
        templates().forEach((name, text) -> {
            if (name.startsWith("pages/")) {
                var record = text.lines().findFirst().orElseThrow().replaceAll(".*page: ([\\w.]+) .*", "$1");
                assertThat(record).as(name).matches("org\\.clientportal\\.portal\\.\\w+\\.\\w+Page");
                assertThatIsAPage(record);
            }
        });
    }

    @Test
    void everyColourHasARole() throws IOException {
        var css = Files.readString(ROOT.resolve("static/portal.css"));
        var rules = css.substring(css.indexOf("@layer base {"), css.indexOf("@layer media {"));
        assertThat(rules)
                .doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b")
                .doesNotContain("rgb(")
                .doesNotContain("hsl(");
        var roles = BrandSheet.of("#0b5563").light().keySet();
        assertThat(roles).allSatisfy(role -> assertThat(css).contains("--" + role + ":"));
    }

    @Test
    void aPageIsLight() throws IOException {
        assertThat(zipped("portal.css")).isLessThan(20_000);
        assertThat(zipped("portal.js")).isLessThan(25_000);
        assertThat(Files.size(ROOT.resolve("static/portal-sans.woff2"))).isLessThan(40_000);
    }

    private static void assertThatIsAPage(String record) {
        try {
            assertThat(Page.class).isAssignableFrom(Class.forName(record));
        } catch (ClassNotFoundException absent) {
            throw new AssertionError("no record " + record, absent);
        }
    }

    private static int zipped(String file) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(Files.readAllBytes(ROOT.resolve("static").resolve(file)));
        }
        return bytes.size();
    }

    private static Map<String, String> templates() {
        var templates = new TreeMap<String, String>();
        for (var folder : List.of("pages", "components", "mails")) {
            try (var paths = Files.walk(ROOT.resolve(folder))) {
                paths.filter(Files::isRegularFile)
                        .forEach(path -> templates.put(ROOT.relativize(path).toString(), read(path)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return templates;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
