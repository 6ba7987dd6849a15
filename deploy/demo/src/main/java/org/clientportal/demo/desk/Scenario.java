package org.clientportal.demo.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation from which tickets of the sample firm are told. In {@code sample/scenarios-*.txt} a line begins with
 *
 * <pre>
 * == id | category | priority     a new scenario
 * % slot: one | two               what {slot} may stand for, for this scenario or, before the first, for all
 * ? subject
 * P text                          the person, C a colleague, S support, N an internal note
 * S>status text                   … with a change of status; without text a bare one, also P>status, A>status (a rule)
 * @ file name | png, pdf, txt, log   a file of the entry before
 *   text                          indented by two: the entry goes on; a single full stop is an empty line
 * </pre>
 */
record Scenario(
        String id,
        String category,
        String priority,
        String subject,
        Map<String, List<String>> slots,
        List<Line> lines) {

    /** One turn. */
    record Line(char who, @Nullable String status, String text, List<Attached> files) {}

    /** A file of a turn. */
    record Attached(String name, String kind) {}

    boolean hasColleague() {
        return lines.stream().anyMatch(line -> line.who() == 'C');
    }

    static List<Scenario> parse(String text) {
        var parser = new Parser();
        text.lines().forEach(parser::line);
        parser.endScenario();
        return parser.done;
    }

    private static final class Parser {

        private final List<Scenario> done = new ArrayList<>();
        private final Map<String, List<String>> everywhere = new LinkedHashMap<>();
        private Map<String, List<String>> slots = everywhere;
        private String[] head = {};
        private String subject = "";
        private List<Line> lines = new ArrayList<>();

        void line(String line) {
            if (line.isBlank() || line.startsWith("#")) {
                return;
            }
            var rest = line.length() > 2 ? line.substring(2) : "";
            switch (line.charAt(0)) {
                case '=' -> startScenario(line.substring(3));
                case '%' -> slot(rest);
                case '?' -> subject = rest;
                case ' ' -> goOn(rest);
                case '@' -> attach(rest);
                case '>' -> lines.add(new Line('S', rest.strip(), "", new ArrayList<>()));
                default -> turn(line);
            }
        }

        private void startScenario(String header) {
            endScenario();
            head = header.split(" \\| ");
            slots = new LinkedHashMap<>(everywhere);
            lines = new ArrayList<>();
        }

        void endScenario() {
            if (head.length == 3) {
                done.add(new Scenario(head[0], head[1], head[2], subject, slots, lines));
            }
        }

        private void slot(String rest) {
            var parts = rest.split(": ", 2);
            slots.put(parts[0], List.of(parts[1].split(" \\| ")));
        }

        private void turn(String line) {
            var who = line.charAt(0);
            if (line.charAt(1) != '>') {
                lines.add(new Line(who, null, line.substring(2), new ArrayList<>()));
                return;
            }
            var parts = line.substring(2).split(" ", 2);
            lines.add(new Line(who, parts[0], parts.length > 1 ? parts[1] : "", new ArrayList<>()));
        }

        private void goOn(String text) {
            var last = lines.removeLast();
            var more = last.text() + "\n" + (text.equals(".") ? "" : text);
            lines.add(new Line(last.who(), last.status(), more, last.files()));
        }

        private void attach(String rest) {
            var parts = rest.split(" \\| ");
            lines.getLast().files().add(new Attached(parts[0], parts[1]));
        }
    }
}
