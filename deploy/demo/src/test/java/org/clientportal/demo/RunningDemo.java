package org.clientportal.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo, started once for all stories of this JVM, without the automatic agent: the stories answer themselves. Whoever writes
 * stories saves the start: {@code ./portal demo --no-agent --json FILE} once, and {@code -Ddemo.sheet=FILE} for the tests.
 */
final class RunningDemo {

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
        return DemoRun.start();
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
