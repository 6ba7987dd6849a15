package org.clientportal.demo.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.clientportal.demo.DemoFolders;

/** Folders that are expensive to make. Each is there whole or not at all, also when two demos start at once. */
record Cache(Path root) {

    /** @param make fills an empty folder; on failure nothing stays */
    Path folder(String name, Consumer<Path> make) {
        var ready = root.resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        try (var channel =
                FileChannel.open(root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            if (Files.isDirectory(ready)) {
                return ready;
            }
            var fresh = Files.createTempDirectory(
                    root,
                    name + ".making-",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            try {
                make.accept(fresh);
                Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                DemoFolders.remove(fresh);
            }
            return ready;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
