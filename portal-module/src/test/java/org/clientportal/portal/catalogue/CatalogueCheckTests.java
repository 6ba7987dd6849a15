package org.clientportal.portal.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code portal catalogue check} runs the examples and says where they come out otherwise. */
class CatalogueCheckTests {

    private static final String FIELDS = """
            - { id: size, type: choice, label: Size, options: [small, large], required: true }
            - { id: why, type: text, label: Why, shown: { field: size, is: large }, required: true }
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void nothingSaidYet() {
        out.reset();
        err.reset();
    }

    @Test
    void theExamplesOfTheDemoComeOut() throws IOException {
        assertThat(check(SampleCatalogue.demo())).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("12 kinds of request")
                .contains("all well");
    }

    @Test
    void anExampleThatComesOutOtherwiseIsToldWithItsLine() throws IOException {
        var status = check(SampleCatalogue.with("laptop", 1, "everyone", FIELDS, """
                routing: { category: hardware }
                examples:
                  - { name: right, values: { size: small }, absent: [why], ticket: { category: hardware } }
                  - { name: no ticket, values: { size: large }, ticket: { subject: x } }
                  - { name: no error, values: { size: small }, errors: { size: required } }
                  - { name: another rule, values: {}, errors: { size: min } }
                  - { name: elsewhere, values: { size: small }, ticket: { category: network, text: x, fields: { A: b } } }
                  - { name: asked, values: { size: large, why: so }, absent: [why], ticket: { priority: high } }
                """));

        assertThat(status).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.matches(
                        ".*c\\.yaml:15:\\d+: laptop, example 'no ticket': why is wrong: Fill in this field\\."))
                .anyMatch(line -> line.endsWith("'no error': size is right, and 'required' was expected"))
                .anyMatch(line -> line.contains("'another rule': size is wrong by 'required'"))
                .anyMatch(line -> line.endsWith("'elsewhere': category is 'hardware', and 'network' was expected"))
                .anyMatch(line -> line.contains("'elsewhere': text is 'Size: small"))
                .anyMatch(line -> line.endsWith("'elsewhere': field A is '', and 'b' was expected"))
                .anyMatch(line -> line.endsWith("'asked': why is asked, and should not be"))
                .anyMatch(line -> line.endsWith("'asked': priority is '', and 'high' was expected"))
                .noneMatch(line -> line.contains("'right'"));
    }

    @Test
    void programsReadJson() throws IOException {
        check("schema: 1\n", "--output", "json");

        var answer = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(answer.path("problems").get(0).path("line").asInt()).isEqualTo(1);
        assertThat(answer.path("problems").get(0).path("message").asString()).contains("missing");
    }

    @Test
    void wrongUseAndNoSuchFileHaveTheirStatus() {
        assertThat(run(List.of())).isEqualTo(2);
        assertThat(run(List.of("--output", "xml", "a"))).isEqualTo(2);
        assertThat(run(List.of("--quick"))).isEqualTo(2);
        assertThat(run(List.of(folder.resolve("none.yaml").toString()))).isEqualTo(3);
    }

    private int check(String yaml, String... options) throws IOException {
        var file = Files.writeString(folder.resolve("c.yaml"), yaml);
        var words = new java.util.ArrayList<>(List.of(options));
        words.add(file.toString());
        return run(words);
    }

    private int run(List<String> words) {
        return CatalogueCheck.run(
                words,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
