package org.clientportal.portal.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.clientportal.portal.RunningPortal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Keys in files, several nodes, a new key; and what is taken out. */
class EvidenceKeysIT {

    private static final long ORGANISATION = 5_001;
    private static final RunningPortal PORTAL = RunningPortal.get();

    @TempDir
    Path folder;

    @Test
    void aKeyIsMadeWhenItIsNeededAndNobodyElseReadsIt() throws IOException {
        var keys = keys(folder.resolve("deep/state"), null);
        assertThat(keys.trusted()).isEmpty();
        var hash = Digest.of("test").done();
        var signed = keys.sign(hash);
        assertThat(keys.verify(hash, signed)).isTrue();
        assertThat(keys.verify(Digest.of("other").done(), signed)).isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("deep/state/key.pem"))))
                .isEqualTo("rw-------");
        assertThat(keys(folder.resolve("deep/state"), null).verify(hash, signed))
                .as("after a restart")
                .isTrue();
    }

    @Test
    void aKeyThatIsMissingOrHalfOrAnotherOnesHalfIsRefusedInWords() throws IOException {
        var missing = folder.resolve("missing.pem");
        assertThatThrownBy(() -> keys(folder, missing).sign(new byte[32]))
                .isInstanceOf(EvidenceKeyUnusable.class)
                .hasMessageContaining("missing.pem");
        var one = made("one");
        var half = folder.resolve("half.pem");
        Files.writeString(half, Files.readString(one).replaceFirst("(?s)-----BEGIN PUBLIC.*", ""));
        assertThatThrownBy(() -> keys(folder, half).sign(new byte[32])).hasMessageContaining("openssl pkey");
        var mixed = folder.resolve("mixed.pem");
        Files.writeString(
                mixed,
                Files.readString(half)
                        + Files.readString(made("two")).replaceFirst("(?s)^.*(?=-----BEGIN PUBLIC)", ""));
        assertThatThrownBy(() -> keys(folder, mixed).sign(new byte[32])).hasMessageContaining("not a pair");
    }

    @Test
    void aNodeWithAKeyOfItsOwnSignsNothingUntilTheOtherOneCounts() {
        PORTAL.work(() -> PORTAL.bean(EvidenceBook.class).keep(SampleConfirmations.ofTwo(ORGANISATION, "R-1")));
        var own = made("other");
        assertThatThrownBy(() -> PORTAL.work(
                        () -> chain(keys(folder, own)).append(ORGANISATION, Link.Kind.CONFIRMED, 0, new byte[32])))
                .isInstanceOf(EvidenceKeyUnusable.class)
                .hasMessageContaining("portal.evidence.key-file");

        // the new key after the old one
        var former = PORTAL.bean(EvidenceSettings.class).key();
        var rotated = new EvidenceKeys(new EvidenceSettings(folder, own, List.of(former), Duration.ofMinutes(1)));
        assertThatThrownBy(() -> PORTAL.work(() -> {
                    var link = chain(rotated).append(ORGANISATION, Link.Kind.CONFIRMED, 0, new byte[32]);
                    assertThat(link.seq()).isEqualTo(2);
                    assertThat(rotated.verify(link.hash(), link.signed())).isTrue();
                    assertThat(rotated.trusted()).hasSize(2);
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);
    }

    /** Takes a test's link back. */
    private static final class Undone extends RuntimeException {}

    @Test
    void whatIsTakenOutIsWhole() throws IOException {
        var organisation = ORGANISATION + 1;
        PORTAL.work(() -> PORTAL.bean(EvidenceBook.class)
                .keep(SampleConfirmations.of(
                        organisation,
                        901,
                        "X-1",
                        Locale.of("pl"),
                        false,
                        SampleConfirmations.drawn(),
                        List.of(SampleConfirmations.laptop(true), SampleConfirmations.dock(false)))));
        PORTAL.work(() -> PORTAL.bean(EvidenceBook.class).keep(SampleConfirmations.ofTwo(organisation, "X-2")));
        PORTAL.bean(Erasing.class).erase(901, "karol");
        PORTAL.bean(Sealing.class).seal();
        PORTAL.work(() -> PORTAL.bean(EvidenceBook.class).keep(SampleConfirmations.ofTwo(organisation, "X-3")));

        var export = PORTAL.bean(EvidenceExport.class);
        var out = new ByteArrayOutputStream();
        export.write(export.scope("X-3", null).orElseThrow(), out);
        assertThat(names(out)).noneMatch(name -> name.contains("/2/")).anyMatch(name -> name.contains("/4/"));
        assertThat(export.scope("never", null)).isEmpty();
        assertThat(export.scope(null, "nobody's")).isEmpty();

        out.reset();
        var chain = PORTAL.bean(StoredRows.class).chains().stream()
                .filter(each -> each.organisation() == organisation)
                .toList();
        export.write(new EvidenceExport.Scope(chain, null), out);
        var folder = "chains/" + organisation + "/";
        assertThat(names(out))
                .contains(
                        folder + "links.jsonl",
                        folder + "seals.jsonl",
                        folder + "1/confirmation.json",
                        folder + "2/confirmation.pdf",
                        folder + "4/confirmation.pdf")
                .doesNotContain(folder + "1/confirmation.pdf", folder + "3/confirmation.json");
        Files.write(Path.of("target", "evidence.zip"), out.toByteArray());
    }

    private static TreeSet<String> names(ByteArrayOutputStream zip) throws IOException {
        var names = new TreeSet<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    private Chain chain(EvidenceKeys keys) {
        return new Chain(
                PORTAL.jdbc(),
                Clock.systemUTC(),
                keys,
                new Witness(new EvidenceSettings(folder, null, List.of(), Duration.ofMinutes(1)), JsonMapper.shared()));
    }

    private Path made(String name) {
        try {
            keys(folder.resolve(name), null).sign(new byte[32]);
            return Files.copy(
                    folder.resolve(name).resolve("key.pem"),
                    folder.resolve(name + ".pem"),
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static EvidenceKeys keys(Path directory, @Nullable Path file) {
        return new EvidenceKeys(new EvidenceSettings(directory, file, List.of(), Duration.ofMinutes(1)));
    }
}
