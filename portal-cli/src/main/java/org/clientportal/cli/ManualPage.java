package org.clientportal.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.shell.core.command.CommandOption;

/** The manual of the commands: names and options from the commands themselves, the prose from {@code man/*.txt}. */
final class ManualPage {

    private static final String INDENT = "    ";
    private static final int WIDTH = 96;

    private ManualPage() {}

    /** One command, whole. */
    static String of(Syntax syntax) {
        var prose = prose(syntax.name().replace(' ', '-'));
        var page = new StringBuilder();
        section(
                page,
                "NAME",
                "portal " + syntax.name() + " - " + syntax.command().getDescription());
        section(page, "SYNOPSIS", "portal " + syntax.synopsis());
        var examples = prose.indexOf("EXAMPLES\n");
        section(page, "DESCRIPTION", examples < 0 ? prose : prose.substring(0, examples));
        var options = new ArrayList<>(syntax.command().getOptions());
        options.add(Syntax.OUTPUT);
        options.add(Syntax.HELP);
        section(page, "OPTIONS", options(options));
        if (examples >= 0) {
            section(page, "EXAMPLES", prose.substring(examples + "EXAMPLES\n".length()));
        }
        section(page, "EXIT STATUS", exits());
        return page.toString().stripTrailing();
    }

    /** All commands, or those of one noun. */
    static String overview(String noun, Commands commands) {
        var page = new StringBuilder();
        if (noun.isEmpty()) {
            section(page, "NAME", "portal - the administrators' command line of the client portal");
            section(
                    page,
                    "SYNOPSIS",
                    "portal COMMAND [OPTION]... [ARGUMENT]...\nportal                 (a shell; Tab completes)");
        }
        var shown = commands.startingWith(noun.isEmpty() ? "" : noun + " ");
        var width =
                shown.stream().mapToInt(syntax -> syntax.name().length()).max().orElse(0);
        var lines = shown.stream()
                .map(syntax ->
                        pad(syntax.name(), width) + "  " + syntax.command().getDescription())
                .toList();
        section(page, "COMMANDS", String.join("\n", lines));
        if (noun.isEmpty()) {
            section(page, "DESCRIPTION", prose("portal"));
            section(page, "EXIT STATUS", exits());
        }
        section(page, "MORE", "portal COMMAND --help says all about one command.");
        return page.toString().stripTrailing();
    }

    private static void section(StringBuilder page, String title, String text) {
        page.append(title).append('\n');
        text.strip().lines().forEach(line -> wrapped(page, line));
        page.append('\n');
    }

    /** Prose is broken between words; what is indented (the options' texts) stays so. */
    private static void wrapped(StringBuilder page, String line) {
        var words = line.strip();
        var indent =
                INDENT + line.substring(0, line.length() - line.stripLeading().length());
        while (indent.length() + words.length() > WIDTH) {
            var end = words.lastIndexOf(' ', WIDTH - indent.length());
            if (end < 0) {
                break;
            }
            page.append(indent).append(words, 0, end).append('\n');
            words = words.substring(end + 1);
        }
        page.append(words.isEmpty() ? "" : indent + words).append('\n');
    }

    private static String options(List<CommandOption> options) {
        var lines = new StringBuilder();
        for (var option : options) {
            if (option.shortName() != ' ') {
                lines.append('-').append(option.shortName()).append(", ");
            }
            lines.append("--").append(option.longName());
            if (!Syntax.isFlag(option)) {
                lines.append(' ').append(valueName(option));
            }
            lines.append('\n').append(INDENT).append(option.description()).append('\n');
        }
        return lines.toString();
    }

    private static String valueName(CommandOption option) {
        if (option.type() == int.class || option.type() == Integer.class) {
            return "N";
        }
        return Objects.requireNonNullElse(option.longName(), "value").toUpperCase(Locale.ROOT);
    }

    private static String exits() {
        var lines = new StringBuilder();
        for (var exit : Exit.values()) {
            lines.append(exit.code()).append("  ").append(exit.meaning()).append('\n');
        }
        return lines.toString();
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String prose(String name) {
        try (var stream = ManualPage.class.getResourceAsStream("/man/" + name + ".txt")) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
