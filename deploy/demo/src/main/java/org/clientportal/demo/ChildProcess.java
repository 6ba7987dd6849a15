package org.clientportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** A process of the demo with a log file; it dies with the demo, whichever way that ends. */
public final class ChildProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LAST_LINES = 15;
    private static final int KILLED = 128 + 9;
    /** The causes tell more than the frames between them. */
    private static final Pattern STACK_FRAME = Pattern.compile("\\s+(at |\\.\\.\\. \\d+ )");

    private final String part;
    private final Path log;
    private final Process process;
    private final Leash leash;

    private ChildProcess(String part, Path log, Process process, Leash leash) {
        this.part = part;
        this.log = log;
        this.process = process;
        this.leash = leash;
    }

    /**
     * Starts a process whose output goes to {@code <part>.log} in the folder of the run.
     *
     * @param environment added to ours; the place for secrets, as arguments are seen by everyone on the machine
     */
    public static ChildProcess start(
            String part, Path run, Leash leash, Map<String, String> environment, List<String> command) {
        var log = run.resolve(part + ".log");
        // Ctrl-C reaches the whole group of a terminal; the order of going down is the demo's
        var wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", part));
        wrapped.addAll(command);
        var builder = new ProcessBuilder(wrapped).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            return new ChildProcess(part, log, process, leash.hold(process));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The Java that runs the demo, small and quick to start rather than quick in the long run. */
    public static List<String> smallJava(String heap) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED");
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it has ended with the exit value of a process killed by SIGKILL. */
    boolean wasKilled() {
        return !process.isAlive() && process.exitValue() == KILLED;
    }

    /** Ends it without warning (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
        awaitDeath();
    }

    /** Waits until it is gone, and lets go of it. */
    private void awaitDeath() {
        try {
            process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        leash.free(pid());
    }

    /** Completes when the process has ended, for whatever reason. */
    CompletableFuture<Process> ended() {
        return process.onExit();
    }

    /** Waits until the part answers; a part that dies first, or takes too long, has failed. */
    public void await(BooleanSupplier ready, Duration limit) {
        var end = Instant.now().plus(limit);
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new PartFailed(part, "it ended with " + process.exitValue(), lastLines());
            }
            if (Instant.now().isAfter(end)) {
                throw new PartFailed(part, "no answer within " + limit.toSeconds() + " s", lastLines());
            }
            pause();
        }
    }

    /** Waits for a process that is to end by itself. */
    public void awaitEnd(Duration limit) {
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new PartFailed(part, "not done within " + limit.toSeconds() + " s", lastLines());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PartFailed(part, "stopped", "");
        }
        leash.free(pid());
        if (process.exitValue() != 0) {
            throw new PartFailed(part, "it ended with " + process.exitValue(), lastLines());
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PartFailed(part, "stopped", "");
        }
    }

    String lastLines() {
        return lastLines(log);
    }

    static String lastLines(Path log) {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        leash.free(pid());
    }
}
