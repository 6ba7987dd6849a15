package org.clientportal.portal.catalogue;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.clientportal.portal.catalogue.Problems.Problem;
import org.clientportal.portal.web.Messages;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./portal catalogue check FILE…}: whether a catalogue can be used and its examples come out, without a server. */
public final class CatalogueCheck {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int USAGE = 2;
    private static final int NOT_FOUND = 3;

    private final Messages messages = new Messages();

    private CatalogueCheck() {}

    /**
     * Prints in UTF-8, whatever the terminal's locale says.
     *
     * @param args options and files
     * @return the exit status: 0 all is well, 1 something has to be mended, 2 wrong use, 3 no such file
     */
    public static int run(List<String> args) {
        return run(
                args,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    static int run(List<String> args, PrintStream out, PrintStream err) {
        var files = new ArrayList<String>();
        var json = false;
        for (int at = 0; at < args.size(); at++) {
            if (args.get(at).equals("--output") || args.get(at).equals("-o")) {
                var value = at + 1 < args.size() ? args.get(++at) : "";
                if (!List.of("json", "table").contains(value)) {
                    err.println("portal: --output is json or table");
                    return USAGE;
                }
                json = value.equals("json");
            } else if (args.get(at).startsWith("-")) {
                err.println("portal: there is no option " + args.get(at));
                return USAGE;
            } else {
                files.add(args.get(at));
            }
        }
        if (files.isEmpty()) {
            err.println("portal: catalogue check FILE…");
            return USAGE;
        }
        var check = new CatalogueCheck();
        var worst = DONE;
        for (var file : files) {
            try {
                var report = check.report(file, Files.readString(Path.of(file)));
                (json ? new JsonReport(out) : new TextReport(out, err)).print(report);
                worst = Math.max(worst, report.problems().isEmpty() ? DONE : FAILED);
            } catch (NoSuchFileException absent) {
                err.println("portal: there is no file " + file);
                worst = NOT_FOUND;
            } catch (MalformedInputException notText) {
                err.println("portal: " + file + " is not UTF-8 text");
                worst = Math.max(worst, FAILED);
            } catch (IOException unreadable) {
                err.println("portal: " + file + " cannot be read: " + unreadable.getMessage());
                worst = Math.max(worst, FAILED);
            }
        }
        return worst;
    }

    /** What there is to say of a file. */
    record Report(String file, int kinds, int examples, List<Problem> problems) {}

    Report report(String file, String yaml) {
        var reading = CatalogueFile.read(yaml);
        var problems = new Problems();
        var examples = 0;
        if (reading.problems().isEmpty()) {
            var run = new ExampleRun(messages, LocalDate.now(java.time.ZoneId.systemDefault()));
            for (var kind : reading.catalogue().kinds()) {
                for (var example : kind.examples()) {
                    examples++;
                    for (var difference : run.differences(kind, example)) {
                        problems.add(example.place(), kind.id() + ", example '" + example.name() + "': " + difference);
                    }
                }
            }
        }
        var all = new ArrayList<>(reading.problems());
        all.addAll(problems.all());
        return new Report(file, reading.catalogue().kinds().size(), examples, List.copyOf(all));
    }

    /** For people: problems as data, the count as a message. */
    private record TextReport(PrintStream out, PrintStream err) implements Printer {
        @Override
        public void print(Report report) {
            report.problems().forEach(problem -> out.println(problem.in(report.file())));
            var of = report.file() + ": " + report.kinds() + " kinds of request, " + report.examples() + " examples, ";
            err.println(of
                    + (report.problems().isEmpty()
                            ? "all well"
                            : report.problems().size() + " to mend"));
        }
    }

    private record JsonReport(PrintStream out) implements Printer {
        @Override
        public void print(Report report) {
            var json = new LinkedHashMap<String, Object>();
            json.put("file", report.file());
            json.put("kinds", report.kinds());
            json.put("examples", report.examples());
            json.put("problems", report.problems());
            out.println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(json));
        }
    }

    private interface Printer {
        void print(Report report);
    }
}
