package org.clientportal.portal.previews;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Has the pages of a file drawn by a {@link DrawingProcess} and reads what it left, trusting none of it. */
@Component
class Drawing {

    private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);

    /** One picture of a page is never larger; what claims to be is not read. */
    private static final long MOST_BYTES = 8_000_000;

    private static final long MOST_TEXT = 1_000_000;
    private static final int PNG_HEADER = 24;

    private final PreviewSettings settings;

    Drawing(PreviewSettings settings) {
        this.settings = settings;
    }

    /** The picture of a page. */
    @SuppressWarnings("ArrayRecordComponent")
    record Page(int number, int width, int height, String contentType, byte[] bytes) {}

    /**
     * What came of it.
     *
     * @param state READY, LOCKED (the file wants a password) or FAILED
     * @param count how many pages the file has
     */
    record Drawn(String state, int count, List<Page> pages, String text) {

        static Drawn nothing(String state) {
            return new Drawn(state, 0, List.of(), "");
        }
    }

    /** Takes as long as the settings allow at most. */
    Drawn draw(InputStream content, String type) throws IOException {
        var place = Files.createTempDirectory("portal-preview");
        try (content) {
            var file = place.resolve("file");
            Files.copy(content, file);
            var pages = Files.createDirectory(place.resolve("pages"));
            return switch (run(file, type, pages)) {
                case 0 -> read(pages);
                case DrawingProcess.LOCKED -> Drawn.nothing("LOCKED");
                default -> Drawn.nothing("FAILED");
            };
        } finally {
            FileSystemUtils.deleteRecursively(place);
        }
    }

    private int run(Path file, String type, Path pages) throws IOException {
        var builder = new ProcessBuilder(command(file, type, pages))
                .directory(pages.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // neither passwords nor addresses are for whoever reads strangers' files
        builder.environment().clear();
        var process = builder.start();
        try {
            if (process.waitFor(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            LOG.warn("the pages of a file could not be drawn in {}", settings.timeout());
            return DrawingProcess.UNREADABLE;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while pages were drawn");
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path file, String type, Path pages) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.memory().toMegabytes() + "m",
                "-Xss1m",
                "-XX:MaxMetaspaceSize=96m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + pages.getParent(),
                "-Duser.home=" + pages.getParent(),
                "-cp",
                classPath()));
        if (isOneJar()) {
            command.add("-Dloader.main=" + DrawingProcess.class.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(DrawingProcess.class.getName());
        }
        command.addAll(List.of(
                file.toString(),
                type,
                pages.toString(),
                String.valueOf(settings.pages()),
                String.valueOf(settings.timeout().toMillis())));
        return command;
    }

    /** From wherever the process stands. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether the portal runs from its executable jar, which a plain class path does not open. */
    private static boolean isOneJar() {
        var source = Drawing.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().toString().startsWith("jar:nested:");
    }

    private Drawn read(Path folder) throws IOException {
        var count = Integer.parseInt(Files.readString(folder.resolve("pages")).strip());
        var pages = new ArrayList<Page>();
        for (int number = 1; number <= Math.min(count, settings.pages()); number++) {
            var png = folder.resolve(number + ".png");
            var isPng = Files.exists(png);
            pages.add(page(number, isPng ? png : folder.resolve(number + ".jpeg"), isPng));
        }
        var text = folder.resolve("text");
        return new Drawn("READY", count, pages, Files.size(text) > MOST_TEXT ? "" : Files.readString(text));
    }

    private static Page page(int number, Path file, boolean isPng) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("a page of " + Files.size(file) + " bytes");
        }
        var bytes = Files.readAllBytes(file);
        var size = size(bytes, isPng);
        return new Page(number, size[0], size[1], isPng ? "image/png" : "image/jpeg", bytes);
    }

    /** Width and height, from the header only: no picture is decoded here. */
    private static int[] size(byte[] picture, boolean isPng) throws IOException {
        var bytes = java.nio.ByteBuffer.wrap(picture);
        if (isPng) {
            if (picture.length < PNG_HEADER) {
                throw new IOException("no picture of a page");
            }
            return new int[] {bytes.getInt(16), bytes.getInt(20)};
        }
        int at = 2;
        while (at + 9 < picture.length) {
            int marker = bytes.getShort(at) & 0xffff;
            // start of frame, but for the tables that look like one (ITU-T T.81, table B.1)
            if (marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc) {
                return new int[] {bytes.getShort(at + 7) & 0xffff, bytes.getShort(at + 5) & 0xffff};
            }
            at += 2 + (bytes.getShort(at + 2) & 0xffff);
        }
        throw new IOException("no picture of a page");
    }
}
