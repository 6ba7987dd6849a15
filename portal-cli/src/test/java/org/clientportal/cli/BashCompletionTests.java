package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script, in a real bash. */
class BashCompletionTests {

    @TempDir
    static Path folder;

    @BeforeAll
    static void script() throws IOException {
        Files.writeString(folder.resolve("portal.bash"), BashCompletion.of(new Commands(ManualPageTests.commands())));
    }

    @Test
    void wordsOptionsAndValuesAreOffered() throws IOException, InterruptedException {
        assertThat(offered("portal", "")).contains("user", "demo", "access");
        assertThat(offered("portal", "acc")).containsExactly("access");
        assertThat(offered("portal", "access", "group", "")).containsExactly("add", "list", "remove");
        assertThat(offered("portal", "user", "enable", "anna@oriale.example", "--sh"))
                .containsExactly("--show");
        assertThat(offered("portal", "outbox", "list", "--output", "")).containsExactly("table", "json", "csv");
        assertThat(offered("portal", "nonsense", "")).isEmpty();
    }

    private static List<String> offered(String... words) throws IOException, InterruptedException {
        var quoted = String.join(
                " ",
                java.util.Arrays.stream(words).map(word -> "'" + word + "'").toList());
        var bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source portal.bash; COMP_WORDS=(" + quoted + "); COMP_CWORD=" + (words.length - 1)
                                + "; _portal; printf '%s\\n' \"${COMPREPLY[@]}\"")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return out.lines().filter(line -> !line.isEmpty()).toList();
    }
}
