package org.clientportal.portal.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clientportal.portal.conversation.Clamd.Verdict;
import org.clientportal.portal.conversation.ClamdDouble.Mood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to clamd and what it answers: a double with faults, and a real one where it is installed. */
class ClamdTests {

    private static final Duration SOON = Duration.ofSeconds(2);

    /** The test file of the European Institute for Computer Antivirus Research; in halves, so that no scanner minds this source. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @TempDir
    Path folder;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void whatIsFoundIsNamedAndTheWholeContentWentThere() throws IOException {
        try (var scanner = new ClamdDouble()) {
            var clamd = new Clamd(scanner.address(), SOON);
            var large = "a".repeat(300_000);

            assertThat(clamd.scan(bytes(large))).isEqualTo(new Verdict.Clean());
            assertThat(clamd.scan(bytes(large + "VIRUS"))).isEqualTo(new Verdict.Infected("Test.Virus-1"));
            assertThat(clamd.scan(bytes(""))).isEqualTo(new Verdict.Clean());
            assertThat(scanner.seen()).containsExactly(large, large + "VIRUS", "");
        }
    }

    @Test
    void whoeverIsSilentIsNotWaitedForAndNeverTakenForClean() throws IOException {
        try (var scanner = new ClamdDouble()) {
            var clamd = new Clamd(scanner.address(), SOON);
            for (var mood : new Mood[] {Mood.MUTE, Mood.SLAMMING}) {
                scanner.is(mood);
                assertThatThrownBy(() -> clamd.scan(bytes("text")))
                        .as(mood.name())
                        .isInstanceOf(Clamd.Silent.class);
            }
            scanner.is(Mood.FAILING);
            assertThat(clamd.scan(bytes("text"))).isInstanceOf(Verdict.Unsaid.class);
            scanner.is(Mood.TOO_LARGE);
            assertThat(clamd.scan(bytes("x".repeat(5_000_000))))
                    .isEqualTo(new Verdict.Unsaid("INSTREAM size limit exceeded. ERROR"));
        }
        assertThatThrownBy(() -> new Clamd("127.0.0.1:1", SOON).scan(bytes("text")))
                .isInstanceOf(Clamd.Silent.class);
        assertThatThrownBy(() -> new Clamd("unix:" + folder.resolve("none"), SOON).scan(bytes("text")))
                .isInstanceOf(Clamd.Silent.class);
    }

    @Test
    void aFileThatCannotBeReadIsNoFaultOfTheScanner() throws IOException {
        try (var scanner = new ClamdDouble()) {
            assertThatThrownBy(() -> new Clamd(scanner.address(), SOON).scan(new InputStream() {
                        @Override
                        public int read() throws IOException {
                            throw new IOException("gone");
                        }
                    }))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(Clamd.Silent.class);
        }
    }

    @Test
    void aRealClamdFindsTheTestFile() throws Exception {
        var program = Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd", "/opt/homebrew/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(program.isPresent(), "clamd is not installed");
        var process = start(program.get());
        try {
            var clamd = new Clamd("unix:" + socket(), Duration.ofSeconds(20));
            assertThat(clamd.scan(bytes(EICAR)))
                    .isInstanceOfSatisfying(
                            Verdict.Infected.class,
                            found -> assertThat(found.signature()).contains("Eicar"));
            assertThat(clamd.scan(bytes("%PDF-1.7 nothing"))).isEqualTo(new Verdict.Clean());
            assertThat(clamd.scan(bytes("x".repeat(3_000_000))))
                    .isInstanceOfSatisfying(
                            Verdict.Unsaid.class,
                            unsaid -> assertThat(unsaid.why()).contains("size limit exceeded"));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /** With one signature of its own: those of the project cannot be had everywhere. */
    private Process start(Path program) throws Exception {
        var signatures = Files.createDirectory(folder.resolve("signatures"));
        var md5 = MessageDigest.getInstance("MD5").digest(EICAR.getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(
                signatures.resolve("eicar.hdb"),
                HexFormat.of().formatHex(md5) + ":" + EICAR.length() + ":Eicar-Test\n");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                LocalSocket %1$s/clamd.ctl
                DatabaseDirectory %1$s/signatures
                TemporaryDirectory %1$s
                StreamMaxLength 1M
                """.formatted(folder));
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            var process = new ProcessBuilder(program.toString(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("clamd.log").toFile())
                    .start();
            for (int seconds = 0; seconds < 60 && process.isAlive() && !Files.exists(socket()); seconds++) {
                var key = watch.poll(1, TimeUnit.SECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
            assertThat(socket())
                    .as(Files.readString(folder.resolve("clamd.log")))
                    .exists();
            return process;
        }
    }

    private Path socket() {
        return folder.resolve("clamd.ctl");
    }
}
