package org.clientportal.demo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.demo.DemoRun;
import org.clientportal.demo.DemoSheet;

/** How long {@code portal user show} takes from the shell, beside a plain Java program that makes the same requests. */
final class CliBench {

    private static final int WARM_UP = 2;

    private final DemoSheet demo;
    private final Path home;

    private CliBench(DemoSheet demo, Path home) {
        this.demo = demo;
        this.home = home;
    }

    static BenchReport run(int runs) {
        try {
            var bench = new CliBench(DemoRun.start(), Files.createTempDirectory("bench-cli-"));
            return bench.measured(runs);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private BenchReport measured(int runs) {
        var person = demo.people().getFirst().email();
        var launcher = List.of(System.getProperty("demo.launcher", "./portal"), "user", "show", person);
        var plain = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PlainRequest.class.getName()));
        var token = output(with(plain, "token"), Map.of()).strip();
        plain.add(person);
        // builds what is to be built, and lets the JVM note what starting takes
        for (int run = 0; run < WARM_UP; run++) {
            time(launcher, Map.of());
        }
        awaitQuietTraining();
        var machine = BenchReport.Machine.now();
        var first = new ArrayList<Double>();
        var next = new ArrayList<Double>();
        var bareFirst = new ArrayList<Double>();
        var bareNext = new ArrayList<Double>();
        // in turns, so that a neighbour disturbs all of them alike
        for (int run = 0; run < runs; run++) {
            forgetToken();
            bareFirst.add(time(plain, Map.of()));
            first.add(time(launcher, Map.of()));
            bareNext.add(time(plain, Map.of("BENCH_TOKEN", token)));
            next.add(time(launcher, Map.of()));
        }
        var bareResult = BenchReport.Result.of("plain Java, three requests", bareFirst, null);
        var bareKept = BenchReport.Result.of("plain Java, one request", bareNext, null);
        return new BenchReport(
                "cli",
                machine,
                List.of(
                        bareResult,
                        BenchReport.Result.of("user show, token fetched", first, bareResult),
                        bareKept,
                        BenchReport.Result.of("user show, token kept", next, bareKept)));
    }

    private static List<String> with(List<String> command, String argument) {
        var all = new ArrayList<>(command);
        all.add(argument);
        return all;
    }

    /** The launcher's training run goes on beside the first command. */
    private static void awaitQuietTraining() {
        ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("AOTCacheOutput"))
                .forEach(process -> process.onExit().join());
    }

    private void forgetToken() {
        try (var kept = Files.walk(home)) {
            for (var file : kept.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private double time(List<String> command, Map<String, String> environment) {
        var began = System.nanoTime();
        output(command, environment);
        return (System.nanoTime() - began) / 1e6;
    }

    private String output(List<String> command, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.put("PORTAL_CLI_URL", demo.portalUrl());
        all.put("PORTAL_CLI_CLIENT_ID", demo.adminApi().clientId());
        all.put("PORTAL_CLI_CLIENT_SECRET", demo.adminApi().clientSecret());
        all.put("XDG_CACHE_HOME", home.toString());
        all.put("BENCH_API", demo.adminApi().url());
        all.put("BENCH_CLIENT", demo.adminApi().clientId());
        all.put("BENCH_SECRET", demo.adminApi().clientSecret());
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(all);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + process.exitValue());
            }
            return out;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
