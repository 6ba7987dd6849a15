package org.clientportal.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The portal as it is run in production: a process of its own that knows its settings and nothing of the demo. */
public final class PortalProcess implements AutoCloseable {

    private static final String MAIN = "org.clientportal.portal.Portal";

    private final String url;
    private final ChildProcess process;

    private PortalProcess(String url, ChildProcess process) {
        this.url = url;
        this.process = process;
    }

    /**
     * Starts it; it may take a while until it answers.
     *
     * @param settings secrets among them, so they go by a file that only we can read
     */
    public static PortalProcess start(String url, Map<String, String> settings, DemoFolders folders, Leash leash) {
        var file = folders.run().resolve("portal.properties");
        DemoFolders.writePrivately(file, properties(settings));
        var command = new ArrayList<>(ChildProcess.smallJava("384m"));
        command.addAll(program());
        command.add("--spring.config.additional-location=file:" + file);
        return new PortalProcess(url, ChildProcess.start("portal", folders.run(), leash, Map.of(), command));
    }

    /** The jar of {@code ./portal serve} when the launcher names it, else the classes this process has. */
    private static List<String> program() {
        var jar = System.getProperty("demo.portal", "");
        return jar.isEmpty()
                ? List.of("-cp", System.getProperty("java.class.path"), MAIN)
                : List.of("-jar", Path.of(jar).toString());
    }

    private static String properties(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(setting ->
                                setting.getKey() + "=" + setting.getValue().replace("\\", "\\\\"))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    public PortalProcess awaitReady(Duration limit) {
        process.await(() -> Web.answers(url + "/actuator/health"), limit);
        return this;
    }

    public String url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    ChildProcess process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}
