package org.clientportal.demo.desk;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happened, one {@link Act} a line, each with a checksum. An act is there when its line is whole on disk; a torn last
 * line never happened and is cut off at the next start.
 */
final class Journal implements Closeable {

    private static final int CHECKSUM = 9; // eight digits and a space

    private final JsonMapper json;
    private final FileChannel file;

    private Journal(JsonMapper json, FileChannel file) {
        this.json = json;
        this.file = file;
    }

    /** Opens the journal and tells what is in it. */
    static Journal open(Path path, JsonMapper json, Consumer<Act> replay) throws IOException {
        long whole = 0;
        if (Files.exists(path)) {
            whole = read(Files.readAllBytes(path), json, replay);
        }
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(whole);
        file.position(whole);
        return new Journal(json, file);
    }

    /** Writes a new journal wholly or not at all. */
    static void create(Path path, JsonMapper json, List<Act> acts) throws IOException {
        var half = path.resolveSibling(path.getFileName() + ".half");
        Files.deleteIfExists(half);
        try (var journal = open(half, json, act -> {})) {
            journal.append(acts);
        }
        Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
        DeskFiles.forceFolder(path.resolveSibling("."));
    }

    /** Returns when the acts are on disk. */
    void append(List<Act> acts) {
        var lines = new StringBuilder();
        for (var act : acts) {
            var line = json.writeValueAsString(act);
            lines.append(checksum(line.getBytes(StandardCharsets.UTF_8), 0, -1))
                    .append(' ')
                    .append(line)
                    .append('\n');
        }
        try {
            var bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long read(byte[] bytes, JsonMapper json, Consumer<Act> replay) throws IOException {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            if (!whole(bytes, start, i)) {
                if (i + 1 < bytes.length) {
                    throw new IOException("the journal is damaged at byte " + start);
                }
                return start;
            }
            replay.accept(json.readValue(bytes, start + CHECKSUM, i - start - CHECKSUM, Act.class));
            start = i + 1;
        }
        return start;
    }

    private static boolean whole(byte[] bytes, int start, int end) {
        return end - start > CHECKSUM
                && checksum(bytes, start + CHECKSUM, end)
                        .equals(new String(bytes, start, CHECKSUM - 1, StandardCharsets.US_ASCII));
    }

    private static String checksum(byte[] bytes, int start, int end) {
        var crc = new CRC32();
        crc.update(bytes, start, (end < 0 ? bytes.length : end) - start);
        return String.format("%08x", crc.getValue());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
