package org.clientportal.cli;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Arguments;

/**
 * A command and what may follow its name.
 *
 * @param arguments names of the single arguments, in order
 * @param more name of the arguments of which there may be any number, empty when there are none such
 */
record Syntax(Command command, List<String> arguments, Optional<String> more) {

    /** Understood everywhere, before and after a command's name. */
    static final CommandOption OUTPUT = CommandOption.with()
            .longName("output")
            .shortName('o')
            .type(Format.class)
            .description("how data is printed: " + Format.choices() + "; table is for people and the default")
            .build();

    static final CommandOption HELP = CommandOption.with()
            .longName("help")
            .shortName('h')
            .type(boolean.class)
            .description("show this page")
            .build();

    static Syntax of(Command command, Method method) {
        var names = new ArrayList<String>();
        var more = Optional.<String>empty();
        for (var parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(Argument.class)) {
                names.add(placeholder(parameter.getName()));
            } else if (parameter.isAnnotationPresent(Arguments.class)) {
                more = Optional.of(placeholder(parameter.getName()));
            }
        }
        return new Syntax(command, List.copyOf(names), more);
    }

    /** {@code idOrEmail} becomes {@code ID|EMAIL}. */
    private static String placeholder(String parameter) {
        return parameter.replaceAll("Or([A-Z])", "|$1").toUpperCase(Locale.ROOT);
    }

    String name() {
        return command.getName();
    }

    Optional<CommandOption> option(String word) {
        return command.getOptions().stream()
                .filter(option -> option.isOptionEqual(word))
                .findFirst();
    }

    /** Whether an option stands alone, without a value. */
    static boolean isFlag(CommandOption option) {
        return option.type() == boolean.class || option.type() == Boolean.class;
    }

    /** As a manual page's synopsis: {@code user enable [OPTION]... ID|EMAIL...}. */
    String synopsis() {
        var line = new StringBuilder(name());
        if (!command.getOptions().isEmpty()) {
            line.append(" [OPTION]...");
        }
        arguments.forEach(argument -> line.append(' ').append(argument));
        more.ifPresent(argument -> line.append(' ').append(argument).append("..."));
        return line.toString();
    }
}
