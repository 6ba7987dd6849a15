package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Evidence that a portal has exported ({@code EvidenceKeysIT} makes such a file), as it was and after somebody changed the file. */
class ExportCheckTests {

    private static final Path EXPORTED = Path.of("src/test/resources/evidence.zip");
    private static final String CHAIN = "chains/5002/";

    private final ExportCheck check = new ExportCheck(JsonMapper.shared());

    @TempDir
    Path folder;

    @Test
    void whatNobodyTouchedIsAsItWas() {
        var verdict = check.of(EXPORTED, null);
        assertThat(verdict.path("findings")).isEmpty();
        assertThat(verdict.path("ok").asBoolean()).isTrue();
        assertThat(verdict.path("links").asInt()).isEqualTo(4);
        assertThat(verdict.path("confirmations").asInt()).isEqualTo(3);
        assertThat(verdict.path("erased").asInt()).isEqualTo(1);
        assertThat(verdict.path("unsealed").asInt()).isEqualTo(1);
        assertThat(verdict.path("notes").path(0).asString()).contains("keys are from the file itself");
    }

    @Test
    void theKeyThatWasKeptCountsAndNoOther() throws Exception {
        var own = folder.resolve("own.pem");
        try (var zip = new ZipFile(EXPORTED.toFile())) {
            var key = zip.stream()
                    .filter(entry -> entry.getName().startsWith("keys/"))
                    .findFirst()
                    .orElseThrow();
            Files.write(own, zip.getInputStream(key).readAllBytes());
        }
        assertThat(check.of(EXPORTED, own).path("ok").asBoolean()).isTrue();
        assertThat(check.of(EXPORTED, own).path("notes")).isEmpty();

        var foreign = folder.resolve("foreign.pem");
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.writeString(
                foreign,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getEncoder().encodeToString(pair.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        assertThat(kinds(check.of(EXPORTED, foreign))).contains("LINK_FORGED", "SEAL_FORGED");
    }

    @Test
    void whateverIsChangedInTheFileIsFound() {
        assertThat(kinds(with(CHAIN + "2/confirmation.json", text -> text.replace("\"false\"", "\"true\""))))
                .containsExactly("VALUE_CHANGED");
        assertThat(kinds(with(CHAIN + "2/confirmation.pdf", text -> text.replaceFirst("%%EOF", "%%EOG"))))
                .containsExactly("PDF_CHANGED");
        assertThat(kinds(with(
                        CHAIN + "2/confirmation.json",
                        text -> text.replaceFirst("\"hash\" : \"..", "\"hash\" : \"00"))))
                .contains("PDF_CHANGED", "VALUES_DIFFER");
        assertThat(kinds(with(CHAIN + "1/confirmation.json", text -> text.replaceFirst("\"erasedAt\"", "\"was\""))))
                .contains("ERASED_WITHOUT_RECORD");
        assertThat(kinds(with(CHAIN + "links.jsonl", text -> without(text, 1))))
                .contains("LINK_CHANGED", "SEAL_BROKEN");
        assertThat(kinds(with(
                        CHAIN + "links.jsonl", text -> text.replace("\"kind\":\"ERASED\"", "\"kind\":\"CONFIRMED\""))))
                .contains("LINK_CHANGED");
        assertThat(kinds(with(CHAIN + "links.jsonl", text -> without(without(text, 3), 2))))
                .contains("CUT_OFF");
        assertThat(kinds(with(CHAIN + "seals.jsonl", text -> text.replaceFirst("\"root\":\"..", "\"root\":\"ab"))))
                .contains("SEAL_CHANGED", "SEAL_BROKEN");
    }

    @Test
    void whatIsNoExportIsSaidToBeNone() throws IOException {
        var other = Files.writeString(folder.resolve("other.zip"), "not a zip");
        assertThatThrownBy(() -> check.of(other, null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("other.zip");
    }

    private static List<String> kinds(JsonNode verdict) {
        assertThat(verdict.path("ok").asBoolean())
                .isEqualTo(verdict.path("findings").isEmpty());
        return verdict.path("findings")
                .valueStream()
                .map(finding -> finding.path("kind").asString())
                .distinct()
                .toList();
    }

    private static String without(String lines, int line) {
        var kept = new java.util.ArrayList<>(lines.lines().toList());
        kept.remove(line);
        return String.join("\n", kept) + "\n";
    }

    private JsonNode with(String changed, UnaryOperator<String> change) {
        var copy = folder.resolve("changed.zip");
        try (var zip = new ZipFile(EXPORTED.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : zip.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(changed)) {
                    var before = new String(bytes, StandardCharsets.ISO_8859_1);
                    var after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    bytes = after.getBytes(StandardCharsets.ISO_8859_1);
                }
                out.write(bytes);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return check.of(copy, null);
    }
}
