package org.clientportal.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.springframework.shell.core.command.CommandArgument;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.ParsedInput;

/**
 * What somebody typed, checked against what the commands take. Spring Shell's own parser joins and splits words again and
 * lets unknown options pass; scripts need to be told.
 *
 * @param command the command that was named, empty for none (then help was asked for)
 * @param noun what was typed of a command's name, for the help about a group of commands
 * @param help whether the manual page is wanted instead
 */
record CommandLine(Optional<Syntax> command, String noun, ParsedInput input, Format format, boolean help) {

    static CommandLine parse(List<String> words, Commands commands) {
        var parse = new Parse(commands);
        return parse.of(new ArrayDeque<>(words));
    }

    /** The state of one reading, from left to right. */
    private static final class Parse {

        private final Commands commands;
        private final List<String> plain = new ArrayList<>();
        private final List<Typed> options = new ArrayList<>();
        private Format format = Format.TABLE;
        private boolean help;

        Parse(Commands commands) {
            this.commands = commands;
        }

        CommandLine of(Deque<String> words) {
            while (!words.isEmpty()) {
                var word = words.removeFirst();
                if (word.equals("--")) {
                    plain.addAll(words);
                    words.clear();
                } else if (word.startsWith("-") && word.length() > 1) {
                    option(word, words);
                } else {
                    plain.add(word);
                }
            }
            var command = commands.longestMatch(plain);
            if (command.isEmpty()) {
                return withoutCommand();
            }
            return help ? manual(command.get()) : checked(command.get());
        }

        private void option(String word, Deque<String> rest) {
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            var value = equals < 0 ? Optional.<String>empty() : Optional.of(word.substring(equals + 1));
            if (Syntax.HELP.isOptionEqual(name)) {
                help = true;
                return;
            }
            var known = Syntax.OUTPUT.isOptionEqual(name)
                    ? Optional.of(Syntax.OUTPUT)
                    : commands.longestMatch(plain).flatMap(syntax -> syntax.option(name));
            if (known.isPresent() && !Syntax.isFlag(known.get()) && value.isEmpty()) {
                var next = rest.peekFirst();
                if (next != null && (!next.startsWith("-") || next.equals("-"))) {
                    value = Optional.of(rest.removeFirst());
                }
            }
            if (known.isPresent() && known.get() == Syntax.OUTPUT) {
                format = Format.of(value.orElseThrow(() -> missingValue(name, Syntax.OUTPUT)));
            } else {
                options.add(new Typed(name, value));
            }
        }

        private CommandLine withoutCommand() {
            var noun = String.join(" ", plain);
            var known = noun.isEmpty() || !commands.startingWith(noun + " ").isEmpty();
            if (known && help) {
                return new CommandLine(
                        Optional.empty(), noun, ParsedInput.builder().build(), format, true);
            }
            if (!options.isEmpty() && noun.isEmpty()) {
                throw Failure.usage(
                        "unknown option '" + options.getFirst().name + "' before a command; try: portal --help");
            }
            if (known) {
                throw Failure.usage(
                        "'" + noun + "' wants one of: " + commands.verbs(noun) + "; try: portal " + noun + " --help");
            }
            throw Failure.usage("unknown command '" + noun + "'" + commands.suggestion(noun) + "; try: portal --help");
        }

        private CommandLine manual(Syntax syntax) {
            return new CommandLine(
                    Optional.of(syntax), syntax.name(), ParsedInput.builder().build(), format, true);
        }

        private CommandLine checked(Syntax syntax) {
            var input = ParsedInput.builder();
            var name = syntax.name().split(" ");
            input.commandName(name[0]);
            for (var i = 1; i < name.length; i++) {
                input.addSubCommand(name[i]);
            }
            for (var typed : options) {
                input.addOption(typed.checked(syntax, options));
            }
            var arguments = plain.subList(name.length, plain.size());
            checkArguments(syntax, arguments);
            for (var i = 0; i < arguments.size(); i++) {
                input.addArgument(new CommandArgument(i, arguments.get(i)));
            }
            return new CommandLine(Optional.of(syntax), syntax.name(), input.build(), format, false);
        }

        private static void checkArguments(Syntax syntax, List<String> arguments) {
            var wanted = syntax.arguments();
            if (arguments.size() < wanted.size()) {
                throw Failure.usage(syntax.name() + " wants " + wanted.get(arguments.size()) + "; usage: portal "
                        + syntax.synopsis());
            }
            if (arguments.size() > wanted.size() && syntax.more().isEmpty()) {
                throw Failure.usage(syntax.name() + " does not take '" + arguments.get(wanted.size())
                        + "'; usage: portal " + syntax.synopsis());
            }
        }
    }

    private static Failure missingValue(String name, CommandOption option) {
        return Failure.usage("option " + name + " wants a value: " + option.description());
    }

    /** An option as it was typed. */
    private record Typed(String name, Optional<String> value) {

        CommandOption checked(Syntax syntax, List<Typed> all) {
            var option = syntax.option(name)
                    .orElseThrow(() -> Failure.usage("unknown option '" + name + "' of " + syntax.name()
                            + "; try: portal " + syntax.name() + " --help"));
            if (all.stream().filter(other -> option.isOptionEqual(other.name)).count() > 1) {
                throw Failure.usage("option " + name + " is given twice");
            }
            if (Syntax.isFlag(option)) {
                return with(option, value.orElse("true"));
            }
            return with(option, value.filter(given -> !given.isEmpty()).orElseThrow(() -> missingValue(name, option)));
        }

        private static CommandOption with(CommandOption option, String value) {
            return new CommandOption(option.shortName(), option.longName(), null, null, null, value, option.type());
        }
    }
}
