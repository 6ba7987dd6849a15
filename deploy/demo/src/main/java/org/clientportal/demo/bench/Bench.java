package org.clientportal.demo.bench;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientportal.demo.PartFailed;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./portal bench NAME [--runs N] [--scale N] [--output text|json]}; see {@code docs/bench.md}. */
public final class Bench {

    private static final Map<String, Measurement> BENCHES = Map.of(
            "cli",
            new Measurement(15, (runs, scale) -> CliBench.run(runs)),
            "enable",
            new Measurement(5, (runs, scale) -> EnableBench.run(runs)),
            "pages",
            new Measurement(7, PagesBench::run));

    /** @param usualRuns how often it is done when nothing else is asked for */
    private record Measurement(int usualRuns, IntBinary run) {}

    private interface IntBinary {
        BenchReport of(int runs, int scale);
    }

    private Bench() {}

    public static void main(String[] arguments) {
        // the demo tells how it starts; what is measured stands alone
        var out = System.out;
        System.setOut(System.err);
        try {
            var words = List.of(arguments);
            if (!words.isEmpty() && words.getFirst().equals("search")) {
                out.println(SearchBench.run(words.subList(1, words.size())));
                System.exit(0);
            }
            var bench = words.isEmpty() ? null : BENCHES.get(words.getFirst());
            if (bench == null) {
                throw new Refused("name one of "
                        + String.join(
                                ", ",
                                Stream.concat(BENCHES.keySet().stream(), Stream.of("search"))
                                        .sorted()
                                        .toList()));
            }
            var runs = bench.usualRuns();
            var scale = 1;
            var json = false;
            for (var rest = words.subList(1, words.size()).iterator(); rest.hasNext(); ) {
                var option = rest.next();
                if (!rest.hasNext()) {
                    throw new Refused(option + " wants a value");
                }
                switch (option) {
                    case "--runs" -> runs = number(rest.next());
                    case "--scale" -> scale = number(rest.next());
                    case "--output" -> json = format(rest.next());
                    default ->
                        throw new Refused(
                                option + " is not known; there are --runs N, --scale N and --output text|json");
                }
            }
            var report = bench.run().of(runs, scale);
            out.println(
                    json
                            ? JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(report)
                            : report.text());
            System.exit(0);
        } catch (Refused refused) {
            System.err.println("portal bench: " + refused.getMessage());
            System.exit(2);
        } catch (PartFailed | IllegalStateException failed) {
            System.err.println("portal bench: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static int number(String value) {
        try {
            var number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Refused("a number above 0 is wanted, not " + value);
    }

    static boolean format(String value) {
        return switch (value) {
            case "json" -> true;
            case "text" -> false;
            default -> throw new Refused("--output is text or json, not " + value);
        };
    }

    /** A wrong command line. */
    static final class Refused extends RuntimeException {
        Refused(String message) {
            super(message);
        }
    }
}
