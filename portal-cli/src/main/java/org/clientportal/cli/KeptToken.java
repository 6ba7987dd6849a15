package org.clientportal.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A token kept between commands, in a file that only its owner reads, for the minutes it is good. Nothing depends on it: when it
 * cannot be read or written, a token is fetched.
 */
final class KeptToken {

    private static final int NAME_BYTES = 16;

    private final Path file;
    private final JsonMapper json;

    private KeptToken(Path file, JsonMapper json) {
        this.file = file;
        this.json = json;
    }

    /** A token and when it ends. */
    record Token(String value, Instant until) {}

    /** @param folder where it lies, such as {@code ~/.cache/client-portal} */
    static KeptToken of(Path folder, Settings settings, JsonMapper json) {
        // another portal, another client or another secret has another file
        var name = settings.url() + "\n" + settings.clientId() + "\n" + settings.clientSecret() + "\n"
                + settings.tokenUrl().map(Object::toString).orElse("");
        return new KeptToken(folder.resolve("token-" + hash(name) + ".json"), json);
    }

    Optional<Token> read() {
        try {
            if (!isOursAlone()) {
                return Optional.empty();
            }
            var kept = json.readTree(Files.readAllBytes(file));
            var token = new Token(
                    kept.path("token").asString(""),
                    Instant.ofEpochSecond(kept.path("until").asLong(0)));
            return token.value().isEmpty() || Instant.now().isAfter(token.until())
                    ? Optional.empty()
                    : Optional.of(token);
        } catch (IOException | JacksonException | UnsupportedOperationException absent) {
            return Optional.empty();
        }
    }

    void write(Token token) {
        try {
            Files.createDirectories(file.getParent(), forOwner("rwx------"));
            var fresh = Files.createTempFile(file.getParent(), "token-", ".part", forOwner("rw-------"));
            Files.write(
                    fresh,
                    json.writeValueAsBytes(json.createObjectNode()
                            .put("token", token.value())
                            .put("until", token.until().getEpochSecond())));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UnsupportedOperationException notKept) {
            // a home that cannot be written, or one without modes: the next command fetches a token again
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // the portal refuses it, and it is fetched anew
        }
    }

    /** A token that others could have put there, or read, is not used. */
    private boolean isOursAlone() throws IOException {
        return Files.isRegularFile(file)
                && Files.getOwner(file).equals(Files.getOwner(file.getParent()))
                && Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString("rw-------"));
    }

    private static FileAttribute<?>[] forOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, NAME_BYTES));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
