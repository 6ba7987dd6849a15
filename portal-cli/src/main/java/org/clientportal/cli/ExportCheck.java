package org.clientportal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Verifies a file of exported evidence from what is in it, without the portal and without its database. */
final class ExportCheck {

    private static final HexFormat HEX = HexFormat.of();
    private static final int TOLD = 1_000;

    private final JsonMapper json;

    ExportCheck(JsonMapper json) {
        this.json = json;
    }

    /** @param key the public key that counts; null to take those in the file, and to say so */
    ObjectNode of(Path file, @Nullable Path key) {
        try (var zip = new ZipFile(file.toFile())) {
            return new Check(zip, ExportKeys.of(zip, key)).verdict(key != null);
        } catch (IOException | JacksonException | IllegalArgumentException broken) {
            throw new Failure(Exit.FAILED, file + " is no evidence that can be read: " + broken.getMessage(), broken);
        }
    }

    /** One look at one file. */
    private final class Check {

        private final ZipFile zip;
        private final ExportKeys keys;
        private final ObjectNode verdict = json.createObjectNode();
        private final List<ObjectNode> told = new ArrayList<>();
        private long found;
        private long links;
        private long confirmations;
        private long erased;
        private long seals;
        private long unsealed;

        Check(ZipFile zip, ExportKeys keys) {
            this.zip = zip;
            this.keys = keys;
        }

        ObjectNode verdict(boolean trusted) throws IOException {
            var chains = new TreeSet<Long>();
            zip.stream()
                    .map(entry -> entry.getName().split("/"))
                    .filter(path -> path.length == 3 && path[0].equals("chains"))
                    .forEach(path -> chains.add(Long.parseLong(path[1])));
            for (var chain : chains) {
                new Chain(chain).check();
            }
            verdict.put("at", Instant.now().toString());
            verdict.put("ok", found == 0);
            verdict.put("chains", chains.size());
            verdict.put("links", links).put("confirmations", confirmations).put("erased", erased);
            verdict.put("seals", seals).put("unsealed", unsealed);
            keys.ids().forEach(verdict.withArray("keys")::add);
            verdict.put("found", found);
            told.forEach(verdict.withArray("findings")::add);
            if (!trusted) {
                verdict.withArray("notes")
                        .add(
                                "The keys are from the file itself: it proves nothing unless they are the portal's. Compare"
                                        + " their ids with 'portal receipt verify', or give the key that you kept with --key.");
            }
            return verdict;
        }

        private void tell(String kind, long organisation, long seq, String detail) {
            found++;
            if (told.size() < TOLD) {
                told.add(json.createObjectNode()
                        .put("kind", kind)
                        .put("organisation", organisation)
                        .put("seq", seq)
                        .put("detail", detail));
            }
        }

        private void lines(String name, Consumer<JsonNode> each) throws IOException {
            var entry = zip.getEntry(name);
            if (entry == null) {
                throw new IOException(name + " is missing");
            }
            try (var in =
                    new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
                in.lines().filter(line -> !line.isBlank()).map(json::readTree).forEach(each);
            }
        }

        /** One organisation. */
        private final class Chain {

            private final long organisation;
            private final List<byte[]> hashes = new ArrayList<>();
            private final Map<Long, byte[]> leaves = new HashMap<>();
            private final Map<Long, Boolean> erasings = new HashMap<>();
            private byte[] previous;
            private long sealed;

            Chain(long organisation) {
                this.organisation = organisation;
                this.previous = new ExportDigest("client-portal chain 1")
                        .number(organisation)
                        .done();
            }

            void check() throws IOException {
                lines("chains/" + organisation + "/links.jsonl", this::link);
                lines("chains/" + organisation + "/seals.jsonl", this::seal);
                unsealed += Math.max(0, hashes.size() - sealed);
                for (var seq : new TreeSet<>(leaves.keySet())) {
                    var entry = zip.getEntry("chains/" + organisation + "/" + seq + "/confirmation.json");
                    if (entry != null) {
                        try (var in = zip.getInputStream(entry)) {
                            confirmation(seq, json.readTree(in));
                        }
                    }
                }
            }

            private void link(JsonNode link) {
                links++;
                var seq = link.path("seq").asLong();
                var hash = new ExportDigest("client-portal link 1")
                        .number(organisation)
                        .number(seq)
                        .text(link.path("kind").asString())
                        .number(link.path("erases").asLong())
                        .number(micros(link))
                        .bytes(hex(link, "leaf"))
                        .bytes(hex(link, "previous"))
                        .done();
                if (seq != hashes.size() + 1 || !Arrays.equals(hex(link, "previous"), previous)) {
                    tell("LINK_CHANGED", organisation, seq, "does not follow the link before it");
                }
                if (!Arrays.equals(hash, hex(link, "hash"))) {
                    tell("LINK_CHANGED", organisation, seq, "the link is not what was hashed");
                }
                if (!keys.signed(hex(link, "hash"), link)) {
                    tell("LINK_FORGED", organisation, seq, "not signed by a key that counts");
                }
                previous = hex(link, "hash");
                hashes.add(previous);
                if (link.path("kind").asString().equals("CONFIRMED")) {
                    leaves.put(seq, hex(link, "leaf"));
                } else {
                    erasings.put(link.path("erases").asLong(), true);
                }
            }

            private void seal(JsonNode seal) {
                seals++;
                var first = seal.path("first").asLong();
                var last = seal.path("last").asLong();
                var number = seal.path("number").asLong();
                var hash = new ExportDigest("client-portal seal 1")
                        .number(number)
                        .number(organisation)
                        .number(first)
                        .number(last)
                        .number(micros(seal))
                        .bytes(hex(seal, "root"))
                        .bytes(hex(seal, "previous"))
                        .done();
                if (!Arrays.equals(hash, hex(seal, "hash"))) {
                    tell("SEAL_CHANGED", organisation, last, "seal " + number + " is not what was hashed");
                }
                if (!keys.signed(hex(seal, "hash"), seal)) {
                    tell("SEAL_FORGED", organisation, last, "seal " + number + " is not signed by a key that counts");
                }
                if (first != sealed + 1 || last < first || last > hashes.size()) {
                    tell("CUT_OFF", organisation, last, "seal " + number + " is of links that are not here");
                } else if (!Arrays.equals(root(first, last), hex(seal, "root"))) {
                    tell("SEAL_BROKEN", organisation, last, "the links are not those of seal " + number);
                }
                sealed = last;
            }

            private byte[] root(long first, long last) {
                var root = new ExportDigest("client-portal root 1").number(last - first + 1);
                hashes.subList((int) first - 1, (int) last).forEach(root::bytes);
                return root.done();
            }

            private void confirmation(long seq, JsonNode confirmation) throws IOException {
                confirmations++;
                var isErased = confirmation.has("erasedAt");
                if (isErased != erasings.containsKey(seq)) {
                    tell(
                            "ERASED_WITHOUT_RECORD",
                            organisation,
                            seq,
                            "erased, and no link records it, or the other way");
                }
                var hashesOfValues = new ArrayList<byte[]>();
                for (var value : confirmation.path("values")) {
                    hashesOfValues.add(hex(value, "hash"));
                    if (!isErased && !Arrays.equals(value(value), hex(value, "hash"))) {
                        tell(
                                "VALUE_CHANGED",
                                organisation,
                                seq,
                                "the value of " + value.path("name").asString());
                    }
                }
                var pdf = confirmation.path("pdf");
                if (isErased) {
                    erased++;
                } else if (!Arrays.equals(pdf(seq, pdf), hex(pdf, "hash"))) {
                    tell("PDF_CHANGED", organisation, seq, "the bytes of the PDF");
                }
                var leaf = new ExportDigest("client-portal confirmation 1").number(hashesOfValues.size());
                hashesOfValues.stream().sorted(Arrays::compareUnsigned).forEach(leaf::bytes);
                if (!Arrays.equals(leaf.bytes(hex(pdf, "hash")).done(), leaves.get(seq))) {
                    tell("VALUES_DIFFER", organisation, seq, "values were added or taken away, or hashes replaced");
                }
            }

            private byte[] value(JsonNode value) {
                return new ExportDigest("client-portal value 1")
                        .bytes(hex(value, "salt"))
                        .text(value.path("name").asString())
                        .text(value.path("value").asString(""))
                        .done();
            }

            private byte[] pdf(long seq, JsonNode pdf) throws IOException {
                var entry = zip.getEntry("chains/" + organisation + "/" + seq + "/confirmation.pdf");
                if (entry == null) {
                    return new byte[0];
                }
                try (var in = zip.getInputStream(entry)) {
                    return new ExportDigest("client-portal value 1")
                            .bytes(hex(pdf, "salt")).text("pdf").stream(entry.getSize(), in)
                                    .done();
                }
            }
        }
    }

    private static long micros(JsonNode node) {
        return ChronoUnit.MICROS.between(
                Instant.EPOCH, Instant.parse(node.path("at").asString()));
    }

    static byte[] hex(JsonNode node, String field) {
        return HEX.parseHex(node.path(field).asString(""));
    }
}
