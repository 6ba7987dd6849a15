package org.clientportal.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.CommandOption;

/** What Tab offers: the next word of a command, its options, the values of closed lists. */
final class Completion implements Completer {

    private final Commands commands;

    Completion(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        var before = line.words().subList(0, line.wordIndex());
        var words = before.isEmpty() || !before.getFirst().equals("help") ? before : before.subList(1, before.size());
        commands.longestMatch(words)
                .ifPresentOrElse(
                        syntax -> forCommand(syntax, words).forEach(candidates::add),
                        () -> candidates.addAll(names(words)));
    }

    /** The commands that go on from here, word by word. */
    private List<Candidate> names(List<String> words) {
        var typed = words.isEmpty() ? "" : String.join(" ", words) + " ";
        return commands.startingWith(typed).stream()
                .map(syntax -> syntax.name().substring(typed.length()).split(" ")[0])
                .distinct()
                .map(Candidate::new)
                .toList();
    }

    private static Stream<Candidate> forCommand(Syntax syntax, List<String> words) {
        var last = words.getLast();
        var options = Stream.concat(syntax.command().getOptions().stream(), Stream.of(Syntax.OUTPUT, Syntax.HELP))
                .toList();
        var open = options.stream()
                .filter(option -> option.isOptionEqual(last) && !Syntax.isFlag(option))
                .findFirst();
        if (open.isPresent()) {
            return values(open.get());
        }
        return options.stream()
                .filter(option -> words.stream().noneMatch(option::isOptionEqual))
                .map(option -> described("--" + option.longName(), option.description()));
    }

    private static Stream<Candidate> values(CommandOption option) {
        return option.type().isEnum()
                ? Arrays.stream(option.type().getEnumConstants()).map(value -> new Candidate(value.toString()))
                : Stream.of();
    }

    private static Candidate described(String value, @Nullable String description) {
        return new Candidate(value, value, null, description, null, null, true);
    }
}
