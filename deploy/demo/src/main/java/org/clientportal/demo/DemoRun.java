package org.clientportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.json.JsonMapper;

/** The demo inside this JVM, for stories and measurements; it ends with the JVM. Without the automatic agent. */
public final class DemoRun {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private DemoRun() {}

    /** Starts it and returns when all of it is there. */
    public static DemoSheet start() {
        System.setProperty("logback.configurationFile", "org/clientportal/demo/demo-logback.xml");
        try {
            var folder = Files.createTempDirectory("demo-run-");
            var sheet = start(folder.resolve("demo.json"));
            DemoFolders.remove(folder);
            return sheet;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static DemoSheet start(Path json) {
        var options =
                DemoOptions.parse(List.of("--port", String.valueOf(Ports.free()), "--no-agent", "--json", "" + json));
        var demo = new Demo(options);
        Runtime.getRuntime().addShutdownHook(new Thread(demo::end, "end"));
        var failure = new AtomicReference<Throwable>();
        Thread.ofVirtual().start(() -> {
            try {
                demo.run();
            } catch (RuntimeException failed) {
                failure.set(failed);
            }
        });
        var end = Instant.now().plus(LIMIT);
        while (failure.get() == null && !Files.exists(json)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the demo did not start within " + LIMIT.toMinutes() + " minutes");
            }
            pause();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("the demo did not start", failure.get());
        }
        return JsonMapper.shared().readValue(json, DemoSheet.class);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
