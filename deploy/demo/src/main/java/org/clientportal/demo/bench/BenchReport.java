package org.clientportal.demo.bench;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param bench which one
 * @param machine on what
 */
record BenchReport(String bench, Machine machine, List<Result> results) {

    BenchReport {
        results = List.copyOf(results);
    }

    /** @param loadBefore the load average when the measurement began: above the number of cores it tells little */
    record Machine(int cores, String java, String system, double loadBefore) {

        static Machine now() {
            var system = ManagementFactory.getOperatingSystemMXBean();
            return new Machine(
                    system.getAvailableProcessors(),
                    System.getProperty("java.version"),
                    system.getName() + " " + system.getVersion() + " " + system.getArch(),
                    system.getSystemLoadAverage());
        }
    }

    /**
     * One thing that was measured.
     *
     * @param runs how often
     * @param cpuMsPerPage of the portal and its database together; null where it is not measured
     * @param ratioToBare median in relation to the baseline's; null for the baseline itself
     * @param cpuMsByPart median for each of what is done, of every process that takes part; empty where it is not measured
     */
    record Result(
            String name,
            int runs,
            double perSecond,
            double p50Ms,
            double p99Ms,
            @Nullable Double cpuMsPerPage,
            @Nullable Double ratioToBare,
            Map<String, Double> cpuMsByPart) {

        Result {
            cpuMsByPart = Collections.unmodifiableMap(new LinkedHashMap<>(cpuMsByPart));
        }

        /** From medians over slices of time; the ratio is of throughputs. */
        static Result ofThroughput(
                String name,
                int slices,
                double perSecond,
                double p50Ms,
                double p99Ms,
                @Nullable Double cpuMsPerPage,
                @Nullable Double ratioToBare) {
            return new Result(
                    name,
                    slices,
                    rounded(perSecond),
                    rounded(p50Ms),
                    rounded(p99Ms),
                    cpuMsPerPage == null ? null : rounded(cpuMsPerPage),
                    ratioToBare == null ? null : rounded(ratioToBare),
                    Map.of());
        }

        /** From the milliseconds of single runs. */
        static Result of(String name, List<Double> milliseconds, @Nullable Result bare) {
            var sorted = milliseconds.stream().sorted().toList();
            var median = at(sorted, 0.5);
            return new Result(
                    name,
                    sorted.size(),
                    rounded(1000 / median),
                    rounded(median),
                    rounded(at(sorted, 0.99)),
                    null,
                    bare == null ? null : rounded(median / bare.p50Ms()),
                    Map.of());
        }

        /** The same with what the processes used in each run. */
        Result with(List<Map<String, Double>> cpuMs) {
            var medians = new LinkedHashMap<String, Double>();
            for (var part : cpuMs.getFirst().keySet()) {
                medians.put(
                        part,
                        rounded(at(
                                cpuMs.stream()
                                        .map(run -> run.getOrDefault(part, 0.0))
                                        .sorted()
                                        .toList(),
                                0.5)));
            }
            return new Result(name, runs, perSecond, p50Ms, p99Ms, cpuMsPerPage, ratioToBare, medians);
        }

        private static double at(List<Double> sorted, double share) {
            return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
        }

        private static double rounded(double value) {
            return Math.round(value * 100) / 100.0;
        }
    }

    String text() {
        var lines = results.stream()
                .map(result -> String.format(
                        Locale.ROOT,
                        "  %-34s %4d runs  %8.1f/s  median %8.1f ms  p99 %8.1f ms%s%s%s",
                        result.name(),
                        result.runs(),
                        result.perSecond(),
                        result.p50Ms(),
                        result.p99Ms(),
                        result.ratioToBare() == null
                                ? ""
                                : String.format(Locale.ROOT, "  %.2f × bare", result.ratioToBare()),
                        result.cpuMsPerPage() == null
                                ? ""
                                : String.format(Locale.ROOT, "  CPU %.2f ms a page", result.cpuMsPerPage()),
                        result.cpuMsByPart().isEmpty() ? "" : "\n    CPU ms " + result.cpuMsByPart()))
                .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                "bench %s on %d cores, Java %s, %s, load before %.1f%n%s",
                bench,
                machine.cores(),
                machine.java(),
                machine.system(),
                machine.loadBefore(),
                lines);
    }
}
