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
        return start(url, settings, List.of(), folders, leash);
    }

    /**
     * Starts it with options for Java, such as the place where a crash test kills it.
     *
     * @param options seen by everyone on the machine
     */
    public static PortalProcess start(
            String url, Map<String, String> settings, List<String> options, DemoFolders folders, Leash leash) {
        var file = folders.run().resolve("portal.properties");
        DemoFolders.writePrivately(file, properties(settings));
        var command = new ArrayList<>(ChildProcess.smallJava("384m"));
        command.addAll(options);
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

    static String properties(Map<String, String> settings) {
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

    /** Waits for any answer at all, which a portal gives that lacks its mail server; false when it ended first. */
    public boolean awaitAnswer(Duration limit) {
        try {
            process.await(() -> Web.status(url + "/actuator/health") > 0, limit);
            return true;
        } catch (PartFailed failed) {
            if (process.isAlive()) {
                throw failed;
            }
            return false;
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it ended at once and without a word, as by SIGKILL or {@code Runtime.halt} at a kill point. */
    public boolean wasKilled() {
        return process.wasKilled();
    }

    /** Ends it without warning (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** How its log ends. */
    public String lastLines() {
        return process.lastLines();
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
