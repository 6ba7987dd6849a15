package org.clientportal.demo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo, started once for all stories of this JVM, without the automatic agent: the stories answer themselves. Whoever writes
 * stories saves the start: {@code ./portal demo --no-agent --json FILE} once, and {@code -Ddemo.sheet=FILE} for the tests.
 */
final class RunningDemo {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static @Nullable DemoSheet sheet;

    private RunningDemo() {}

    /** Started with the first story; not while the class is initialised, since the demo's threads need the class. */
    static synchronized DemoSheet sheet() {
        if (sheet == null) {
            sheet = running();
        }
        return sheet;
    }

    private static DemoSheet running() {
        var running = System.getProperty("demo.sheet", "");
        if (!running.isEmpty()) {
            return JsonMapper.shared().readValue(Path.of(running), DemoSheet.class);
        }
        System.setProperty("logback.configurationFile", "org/clientportal/demo/demo-logback.xml");
        try {
            var folder = Files.createTempDirectory("stories-");
            var started = start(folder.resolve("demo.json"));
            DemoFolders.remove(folder);
            return started;
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
        await().atMost(LIMIT).until(() -> failure.get() != null || Files.exists(json));
        if (failure.get() != null) {
            throw new IllegalStateException("the demo did not start", failure.get());
        }
        return JsonMapper.shared().readValue(json, DemoSheet.class);
    }

    static String portal() {
        return sheet().portalUrl();
    }

    /** Somebody of the sample firms, by the beginning of the name. */
    static DemoSheet.Person person(String name) {
        return sheet().people().stream()
                .filter(person -> person.name().startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    static AdminApiClient admin() {
        var api = sheet().adminApi();
        return new AdminApiClient(
                api.url(), sheet().keycloakUrl() + "/realms/portal", api.clientId(), api.clientSecret());
    }
}
