package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clientportal.cli.KeptToken.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A token between two commands: for its owner only, and no longer than it is good. */
class KeptTokenTests {

    private static final Instant LATER = Instant.now().plusSeconds(200).truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    private KeptToken kept(String secret) {
        return KeptToken.of(
                folder.resolve("cache"),
                new Settings(URI.create("https://help.example.com"), "portal-cli", secret, Optional.empty(), "a test"),
                JsonMapper.shared());
    }

    @Test
    void isReadAgainByTheSameClientOnly() throws IOException {
        kept("one").write(new Token("t0ken", LATER));
        assertThat(kept("one").read()).contains(new Token("t0ken", LATER));
        assertThat(kept("another").read()).isEmpty();
        try (var files = Files.list(folder.resolve("cache"))) {
            assertThat(files).singleElement().satisfies(file -> {
                assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
                assertThat(file.getFileName().toString()).doesNotContain("one");
            });
        }
    }

    @Test
    void isNotUsedWhenItIsOverForgottenOrOpenToOthers() throws IOException {
        kept("one").write(new Token("t0ken", Instant.now().minusSeconds(1)));
        assertThat(kept("one").read()).isEmpty();
        kept("one").write(new Token("t0ken", LATER));
        kept("one").forget();
        assertThat(kept("one").read()).isEmpty();
        kept("one").write(new Token("t0ken", LATER));
        try (var files = Files.list(folder.resolve("cache"))) {
            Files.setPosixFilePermissions(
                    files.findFirst().orElseThrow(), PosixFilePermissions.fromString("rw-r--r--"));
        }
        assertThat(kept("one").read()).isEmpty();
    }
}
