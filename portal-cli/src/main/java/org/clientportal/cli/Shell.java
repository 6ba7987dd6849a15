package org.clientportal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.core.convert.ConversionException;
import org.springframework.shell.core.InputReader;
import org.springframework.shell.core.ShellRunner;
import org.springframework.shell.core.command.CommandContext;
import org.springframework.shell.core.command.CommandRegistry;

/**
 * Runs commands: the one of the arguments, or each line that is typed or piped. In the place of Spring Shell's runners, which
 * answer 0 for what they do not understand.
 */
final class Shell implements ShellRunner, ExitCodeGenerator {

    private final Commands commands;
    private final CommandRegistry registry;
    private final Output output;
    private final ObjectProvider<LineReader> terminal;
    private Exit exit = Exit.DONE;

    Shell(Commands commands, CommandRegistry registry, Output output, ObjectProvider<LineReader> terminal) {
        this.commands = commands;
        this.registry = registry;
        this.output = output;
        this.terminal = terminal;
    }

    @Override
    public void run(String[] args) throws IOException {
        if (args.length > 0) {
            exit = run(List.of(args));
        } else if (output.screen().typing()) {
            interactive(terminal.getObject());
        } else {
            piped(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
    }

    @Override
    public int getExitCode() {
        return exit.code();
    }

    /** Runs one command; whatever goes wrong is told on standard error and in the exit. */
    Exit run(List<String> words) {
        try {
            execute(CommandLine.parse(help(words), commands));
            return Exit.DONE;
        } catch (Failure failure) {
            output.note("portal: " + failure.getMessage());
            trace(failure);
            return failure.exit();
        }
    }

    private void execute(CommandLine line) {
        output.use(line.format());
        if (line.help()) {
            output.print(
                    line.command().map(ManualPage::of).orElseGet(() -> ManualPage.overview(line.noun(), commands)));
            return;
        }
        var command = line.command().orElseThrow().command();
        var context = new CommandContext(
                line.input(), registry, new PrintWriter(output.screen().out(), true), new InputReader() {});
        try {
            command.execute(context);
        } catch (Exception e) {
            throw failure(e);
        }
    }

    private static Failure failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Failure failure) {
                return failure;
            }
            if (cause instanceof ConversionException) {
                return new Failure(Exit.USAGE, "a value is wrong: " + rootMessage(cause), e);
            }
        }
        return new Failure(
                Exit.FAILED, "an error of this tool: " + rootMessage(e) + " (PORTAL_CLI_DEBUG=1 shows more)", e);
    }

    private static String rootMessage(Throwable e) {
        var root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private void trace(Failure failure) {
        if (System.getenv("PORTAL_CLI_DEBUG") != null) {
            failure.printStackTrace(output.screen().err());
        }
    }

    private void interactive(LineReader reader) {
        output.note("Type a command, help, or exit; Tab completes.");
        while (true) {
            try {
                var words = words(reader.readLine("portal> "));
                if (isExit(words)) {
                    return;
                }
                if (!words.isEmpty()) {
                    exit = run(words);
                }
            } catch (UserInterruptException e) {
                // Ctrl-C drops the line, as in every shell
            } catch (EndOfFileException e) {
                return;
            }
        }
    }

    /** As a script: stops at the first command that fails. */
    private void piped(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = words(line);
            if (isExit(words)) {
                return;
            }
            if (!words.isEmpty() && !words.getFirst().startsWith("#")) {
                exit = run(words);
            }
            if (exit != Exit.DONE) {
                return;
            }
        }
    }

    private List<String> words(String line) {
        try {
            return new DefaultParser()
                    .parse(line, 0).words().stream()
                            .filter(word -> !word.isEmpty())
                            .toList();
        } catch (EOFError e) {
            output.note("portal: a quote is not closed");
            exit = Exit.USAGE;
            return List.of();
        }
    }

    private static boolean isExit(List<String> words) {
        return words.equals(List.of("exit")) || words.equals(List.of("quit"));
    }

    /** {@code help user list} is {@code user list --help}. */
    private static List<String> help(List<String> words) {
        if (!words.getFirst().equals("help")) {
            return words;
        }
        var asked = new ArrayList<>(words.subList(1, words.size()));
        asked.add("--help");
        return asked;
    }
}
