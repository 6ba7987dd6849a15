package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.shell.core.command.Command;
import org.springframework.shell.core.command.CommandOption;

class CommandLineTests {

    private final Commands commands = new Commands(List.of(
            new Syntax(
                    command("user list", option("query", 'q', String.class), option("enabled", ' ', boolean.class)),
                    List.of(),
                    Optional.empty()),
            new Syntax(command("user show"), List.of("EMAIL|ID"), Optional.empty()),
            new Syntax(command("user enable", option("file", 'f', String.class)), List.of(), Optional.of("EMAIL|ID")),
            new Syntax(command("platform install"), List.of("PLATFORM"), Optional.empty())));

    @Test
    void namesTheCommandWithItsOptionsAndArguments() {
        var line = parse("user", "enable", "a b", "-f", "-", "c");
        assertThat(line.command().orElseThrow().name()).isEqualTo("user enable");
        assertThat(line.input().subCommands()).containsExactly("enable");
        assertThat(line.input().arguments())
                .extracting(argument -> argument.value())
                .containsExactly("a b", "c");
        assertThat(line.input().options())
                .singleElement()
                .extracting(CommandOption::value)
                .isEqualTo("-");
    }

    @Test
    void aFlagTakesNoValue() {
        var line = parse("user", "list", "--enabled", "--query", "x=y");
        assertThat(line.input().options()).extracting(CommandOption::value).containsExactly("true", "x=y");
    }

    @Test
    void theFormatMayStandAnywhere() {
        assertThat(parse("-o", "json", "user", "list").format()).isEqualTo(Format.JSON);
        assertThat(parse("user", "list", "--output=csv").format()).isEqualTo(Format.CSV);
        assertThat(parse("user", "list").format()).isEqualTo(Format.TABLE);
    }

    @Test
    void afterTwoDashesAllIsArgument() {
        assertThat(parse("user", "show", "--", "-42").input().arguments())
                .extracting(argument -> argument.value())
                .containsExactly("-42");
    }

    @Test
    void helpNeedsNothingElseToBeRight() {
        assertThat(parse("user", "show", "-h").help()).isTrue();
        assertThat(parse("user", "--help").noun()).isEqualTo("user");
        assertThat(parse("--help").help()).isTrue();
    }

    @Test
    void whatIsWrongIsUsage() {
        refused("unknown command 'usr list'; did you mean 'user list'?", "usr", "list");
        refused("unknown command 'frobnicate'; try", "frobnicate");
        refused("'user' wants one of: enable, list, show", "user");
        refused("option --query wants a value", "user", "list", "--query");
        refused("option --query wants a value", "user", "list", "--query", "--enabled");
        refused("option --query wants a value", "user", "list", "--query=");
        refused("option --output wants a value", "user", "list", "--output");
        refused("--output is table|json|csv, not 'xml'", "user", "list", "--output", "xml");
        refused("unknown option '--qury' of user list", "user", "list", "--qury", "x");
        refused("option -q is given twice", "user", "list", "-q", "x", "--query", "y");
        refused("user show wants EMAIL|ID", "user", "show");
        refused("user show does not take 'two'", "user", "show", "one", "two");
    }

    private CommandLine parse(String... words) {
        return CommandLine.parse(List.of(words), commands);
    }

    private void refused(String message, String... words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exit()).isEqualTo(Exit.USAGE))
                .hasMessageContaining(message);
    }

    private static Command command(String name, CommandOption... options) {
        return Command.builder().name(name).options(options).execute(context -> "");
    }

    private static CommandOption option(String name, char shortName, Class<?> type) {
        return CommandOption.with()
                .longName(name)
                .shortName(shortName)
                .type(type)
                .description(name)
                .build();
    }
}
