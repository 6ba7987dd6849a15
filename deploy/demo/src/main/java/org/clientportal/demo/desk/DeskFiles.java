package org.clientportal.demo.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Bytes of files, one file on disk each, named by the request key and the place in the submission and never by what a
 * person called it. A file is there wholly or not at all.
 */
final class DeskFiles {

    static final long LIMIT = 26_214_400;

    private static final String ID = "[0-9a-f-]{36}\\.\\d{1,2}";

    private final Path folder;

    DeskFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    static String id(String requestKey, int index) {
        return requestKey + "." + index;
    }

    /** Takes the bytes in; they are on disk when this returns. */
    void put(String id, InputStream bytes) throws IOException {
        var half = folder.resolve(UUID.randomUUID() + ".half");
        try {
            try (var out = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var limited = new LimitedStream(bytes, LIMIT);
                limited.transferTo(java.nio.channels.Channels.newOutputStream(out));
                out.force(true);
            }
            Files.move(half, path(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    Optional<Path> find(String id) {
        return Optional.of(id)
                .filter(asked -> asked.matches(ID))
                .map(this::path)
                .filter(Files::isRegularFile);
    }

    /** Whether exactly these bytes are here. */
    boolean has(String id, long size, String sha256) {
        var path = find(id);
        try {
            return path.isPresent()
                    && Files.size(path.get()) == size
                    && sha256(path.get()).equals(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Throws away what was put aside long ago and belongs to no entry. */
    void forgetAllBut(Set<String> used, Instant olderThan) throws IOException {
        try (var all = Files.list(folder)) {
            for (var path : all.toList()) {
                var name = path.getFileName().toString();
                if (!used.contains(name)
                        && Files.getLastModifiedTime(path).toInstant().isBefore(olderThan)) {
                    Files.deleteIfExists(path);
                }
            }
        } catch (NoSuchFileException e) {
            // somebody else tidied it
        }
    }

    static Instant dayBefore(Instant now) {
        return now.minus(Duration.ofDays(1));
    }

    private Path path(String id) {
        if (!id.matches(ID)) {
            throw new IllegalArgumentException("no file id: " + id);
        }
        return folder.resolve(id);
    }

    private static String sha256(Path path) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(path), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new name survives a power cut only when its folder is on disk too. */
    static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Refuses what is longer than the limit, while it comes. */
    private static final class LimitedStream extends java.io.FilterInputStream {

        private long left;

        LimitedStream(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int many = super.read(into, offset, length);
            count(Math.max(many, 0));
            return many;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new Refusal(Refusal.Kind.TOO_LARGE, "The desk takes files to 25 MB.");
            }
        }
    }
}
