package org.clientportal.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.shell.core.command.CommandOption;
import org.springframework.shell.core.command.completion.CompletionContext;
import org.springframework.shell.core.command.completion.CompletionProposal;
import org.springframework.shell.core.command.completion.CompletionProvider;

/** What Tab offers beside a command's own options: values of closed lists, and the options that all commands have. */
final class Suggestions implements CompletionProvider {

    @Override
    public List<CompletionProposal> apply(CompletionContext context) {
        var option = context.getCommandOption();
        if (option != null && option.type().isEnum()) {
            return values(option.type());
        }
        var words = context.getWords();
        var before = words.size() > 1 ? words.get(words.size() - 2) : "";
        if (Syntax.OUTPUT.isOptionEqual(before)) {
            return values(Format.class);
        }
        var proposals = new ArrayList<CompletionProposal>();
        for (var common : List.of(Syntax.OUTPUT, Syntax.HELP)) {
            if (option == null && !isGiven(common, words)) {
                proposals.add(new CompletionProposal("--" + common.longName()));
            }
        }
        return proposals;
    }

    private static boolean isGiven(CommandOption option, List<String> words) {
        return words.stream().anyMatch(option::isOptionEqual);
    }

    private static List<CompletionProposal> values(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(value -> new CompletionProposal(value.toString()))
                .toList();
    }
}
