package org.clientportal.demo.chaos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What is said on the command line.
 *
 * @param seed decides order, texts, moments
 * @param rounds how many in all; the faults take turns
 * @param faults which take part, all when none is named
 * @param json whether the outcome is printed as JSON
 */
record ChaosOptions(long seed, int rounds, List<Fault> faults, boolean json) {

    private static final int USUAL_ROUNDS = Fault.values().length;

    ChaosOptions {
        faults = List.copyOf(faults);
    }

    static ChaosOptions parse(List<String> arguments) {
        var seed = 1L;
        var rounds = USUAL_ROUNDS;
        var faults = new ArrayList<Fault>();
        var json = false;
        for (var rest = arguments.iterator(); rest.hasNext(); ) {
            var option = rest.next();
            var equals = option.indexOf('=');
            var name = equals < 0 ? option : option.substring(0, equals);
            if (equals < 0 && !rest.hasNext()) {
                throw new Refused(name + " wants a value, or is not known");
            }
            var value = equals < 0 ? rest.next() : option.substring(equals + 1);
            switch (name) {
                case "--seed" -> seed = number(name, value, 0);
                case "--rounds" -> rounds = (int) number(name, value, 1);
                case "--fault" ->
                    faults.add(Fault.of(value).orElseThrow(() -> new Refused("--fault is one of " + words())));
                case "--output" -> json = output(value);
                default ->
                    throw new Refused(
                            name + " is not known; there are --seed N, --rounds N, --fault NAME, --output text|json");
            }
        }
        return new ChaosOptions(seed, rounds, faults.isEmpty() ? List.of(Fault.values()) : faults, json);
    }

    private static long number(String name, String value, int least) {
        try {
            var number = Long.parseLong(value);
            if (number >= least && number <= Integer.MAX_VALUE) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below
        }
        throw new Refused(name + " wants a number from " + least + ", not " + value);
    }

    private static boolean output(String value) {
        if (!value.equals("json") && !value.equals("text")) {
            throw new Refused("--output is text or json");
        }
        return value.equals("json");
    }

    private static String words() {
        return Arrays.stream(Fault.values()).map(Fault::word).collect(Collectors.joining(", "));
    }

    /** The faults of all rounds: each as often as the others, in an order of the seed. */
    List<Fault> turns() {
        var random = new Random(seed);
        var turns = new ArrayList<Fault>();
        while (turns.size() < rounds) {
            var once = new ArrayList<>(faults);
            Collections.shuffle(once, random);
            turns.addAll(once);
        }
        return List.copyOf(turns.subList(0, rounds));
    }

    /** Thrown for a command line that cannot be followed. */
    static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }
}
