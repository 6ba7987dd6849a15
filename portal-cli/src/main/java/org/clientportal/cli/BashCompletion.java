package org.clientportal.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.shell.core.command.CommandOption;

/** What bash offers on Tab, as a script: words of commands, options, values of closed lists. It starts no Java. */
final class BashCompletion {

    private static final List<String> OF_THE_LAUNCHER =
            List.of("demo", "serve", "test", "bench", "chaos", "doctor", "db", "mail", "help");

    private BashCompletion() {}

    static String of(Commands commands) {
        var next = new TreeMap<String, TreeSet<String>>();
        next.put("", new TreeSet<>(OF_THE_LAUNCHER));
        var options = new TreeMap<String, String>();
        var values = new TreeMap<String, String>();
        for (var syntax : commands.all()) {
            var typed = "";
            for (var word : syntax.name().split(" ")) {
                next.computeIfAbsent(typed, key -> new TreeSet<>()).add(word);
                typed = typed.isEmpty() ? word : typed + " " + word;
            }
            var all = Stream.concat(syntax.command().getOptions().stream(), Stream.of(Syntax.OUTPUT, Syntax.HELP))
                    .toList();
            options.put(
                    syntax.name(),
                    all.stream().map(option -> "--" + option.longName()).collect(Collectors.joining(" ")));
            all.stream()
                    .filter(option -> option.type().isEnum())
                    .forEach(option -> values.put("--" + option.longName(), choices(option)));
        }
        return script(next, options, values);
    }

    private static String choices(CommandOption option) {
        return Arrays.stream(option.type().getEnumConstants())
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    private static String script(
            Map<String, TreeSet<String>> next, Map<String, String> options, Map<String, String> values) {
        return """
                # bash completion of portal; source it, or save it in ~/.local/share/bash-completion/completions/portal
                _portal() {
                  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} word typed='' words=''
                  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                    case $word in -*) ;; *) typed="${typed:+$typed }$word" ;; esac
                  done
                  case $before in
                %s  esac
                  if [ -z "$words" ] && [[ $current == -* ]]; then
                    case $typed in
                %s    esac
                  elif [ -z "$words" ]; then
                    case $typed in
                %s    esac
                  fi
                  # shellcheck disable=SC2207
                  COMPREPLY=($(compgen -W "$words" -- "$current"))
                }
                complete -o default -F _portal portal ./portal
                """.formatted(
                        cases(values, "    %s) words='%s' ;;\n"),
                        cases(options, "      '%1$s' | '%1$s '*) words='%2$s' ;;\n"),
                        cases(
                                next.entrySet().stream()
                                        .collect(Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry -> String.join(" ", entry.getValue()),
                                                (one, other) -> one,
                                                TreeMap::new)),
                                "      '%s') words='%s' ;;\n"));
    }

    private static String cases(Map<String, String> lines, String pattern) {
        return lines.entrySet().stream()
                .map(line -> String.format(pattern, line.getKey(), line.getValue()))
                .collect(Collectors.joining());
    }
}
