package org.clientportal.portal.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was put into the chains and sealed, written down outside the database: one line of JSON each, in a file that only grows
 * and in the log. It tells that the end of a chain was cut off, which the database alone cannot.
 */
@Component
class Witness {

    static final String FILE = "witness.jsonl";

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final Path file;
    private final JsonMapper json;
    private @Nullable Line lastSeal;
    private boolean isRead;

    Witness(EvidenceSettings settings, JsonMapper json) {
        this.file = settings.place().resolve(FILE);
        this.json = json;
    }

    /**
     * One line.
     *
     * @param number of the seal; 0 when it is a link
     * @param organisation of the link or of what the seal covers
     * @param seq of the link; the last one of a seal
     * @param hash in hexadecimal digits
     */
    record Line(long number, long organisation, long seq, String hash) {

        boolean isSeal() {
            return number > 0;
        }
    }

    void saw(Link link) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("organisation", link.organisation());
        fields.put("seq", link.seq());
        fields.put("hash", Digest.hex(link.hash()));
        write(fields);
    }

    /** Whole, so that its signature can be checked without the database. */
    synchronized void saw(Seal seal) {
        write(SealJson.of(seal));
        lastSeal = new Line(seal.number(), seal.organisation(), seal.last(), Digest.hex(seal.hash()));
    }

    /** The last seal in the file; null when there is none. */
    synchronized @Nullable Line lastSeal() {
        if (!isRead) {
            read(line -> lastSeal = line.isSeal() ? line : lastSeal);
            isRead = true;
        }
        return lastSeal;
    }

    /** Everything in the file, from its beginning. @return whether there is one */
    boolean read(Consumer<Line> each) {
        if (!Files.exists(file)) {
            return false;
        }
        try (var lines = Files.lines(file)) {
            read(lines, each);
            return true;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Lines that are none, such as one that was being written when the machine stopped, are passed over. */
    void read(Stream<String> lines, Consumer<Line> each) {
        lines.forEach(line -> {
            try {
                var tree = json.readTree(line);
                if (tree.path("hash").isString() && tree.path("organisation").isIntegralNumber()) {
                    each.accept(new Line(
                            tree.path("number").asLong(0),
                            tree.path("organisation").asLong(),
                            tree.path("number").asLong(0) > 0
                                    ? tree.path("last").asLong()
                                    : tree.path("seq").asLong(),
                            tree.path("hash").asString()));
                }
            } catch (JacksonException torn) {
                LOG.warn("a line of {} cannot be read", file);
            }
        });
    }

    private synchronized void write(Map<String, Object> fields) {
        var line = json.writeValueAsString(fields);
        LOG.info("evidence {}", line);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            LOG.error("what was confirmed cannot be written down in {}: {}", file, failed.toString());
        }
    }
}
