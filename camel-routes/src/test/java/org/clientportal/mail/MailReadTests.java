package org.clientportal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code portal mail read}. */
class MailReadTests {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsWhatWasUnderstood() throws IOException {
        var code = run(written("thunderbird-pl"));
        assertThat(code).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "verdict:          human",
                        "Anna Kowalska <anna.kowalska@oriale.example>",
                        "newText:          Zrobione.");
    }

    @Test
    void speaksJson() throws IOException {
        var code = run("--output", "json", written("auto-pl"));
        assertThat(code).isZero();
        var told = JsonMapper.shared().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(told.get("verdict").asString()).isEqualTo("automatic");
        assertThat(told.get("subject").asString()).isEqualTo("Automatyczna odpowiedź: VPN");
    }

    @Test
    void tellsWhyAMailIsSetAside() throws IOException {
        assertThat(run(written("deep"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("quarantined", "TOO_DEEP");
    }

    @Test
    void exitCodesTellWhatWentWrong() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("--nonsense")).isEqualTo(2);
        assertThat(run("--output", "xml", "x")).isEqualTo(2);
        assertThat(run(folder.resolve("missing.eml").toString())).isEqualTo(3);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no such file");
    }

    private String written(String name) throws IOException {
        var file = folder.resolve(name + ".eml");
        Files.write(file, MailCorpus.get(name));
        return file.toString();
    }

    private int run(String... args) {
        return MailRead.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
