package org.clientportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;

/**
 * Where the demo keeps things outside the working tree (XDG Base Directory Specification).
 *
 * @param cache what can be made again: the prepared Keycloak
 * @param state what the last demo said, for the command line
 * @param run databases and logs of this run, gone with it
 */
public record DemoFolders(Path cache, Path state, Path run) {

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    public static DemoFolders forThisRun() {
        return forThisRun(System.getenv());
    }

    static DemoFolders forThisRun(Map<String, String> environment) {
        var home = Path.of(System.getProperty("user.home"));
        try {
            return new DemoFolders(
                    folder(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")),
                    folder(environment.get("XDG_STATE_HOME"), home.resolve(".local/state")),
                    Files.createTempDirectory("client-portal-demo-", PRIVATE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A relative path in the environment is to be ignored, says the specification. */
    private static Path folder(@org.jspecify.annotations.Nullable String wanted, Path usual) throws IOException {
        var base = wanted == null || !Path.of(wanted).isAbsolute() ? usual : Path.of(wanted);
        Files.createDirectories(base);
        var ours = base.resolve("client-portal");
        return Files.isDirectory(ours) ? ours : Files.createDirectories(ours, PRIVATE);
    }

    /** Writes a file that only its owner can read, whole or not at all. */
    public static void writePrivately(Path file, String text) {
        try {
            var folder = file.toAbsolutePath().getParent();
            var written = Files.createTempFile(folder, ".demo-", ".tmp", PRIVATE_FILE);
            Files.writeString(written, text);
            Files.move(written, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Removes a folder and all in it; what cannot be removed stays. */
    public static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // somebody was faster
        }
    }
}
