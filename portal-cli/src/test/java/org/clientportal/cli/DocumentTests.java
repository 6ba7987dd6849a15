package org.clientportal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the documents name is there: paths, commands, other documents; and the manual is what the tool says. */
class DocumentTests {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)");
    private static final Pattern PATH =
            Pattern.compile("`((?:camel-routes|portal-module|portal-cli|templates|deploy|docs|\\.ci)/[\\w./-]+)`");
    private static final Pattern COMMAND =
            Pattern.compile("(?:[`'(]|^|\\| )(?:\\./)?portal ((?:[a-z]+ ?){1,3})(?=[^a-z]|$)", Pattern.MULTILINE);
    private static final Pattern DOCUMENT = Pattern.compile("docs/[\\w/-]+\\.(?:md|yaml)");

    private static final Set<String> OF_THE_LAUNCHER = Set.of(
            "demo", "serve", "test", "bench", "chaos", "doctor", "db init", "mail read", "catalogue check", "help");

    @Test
    void everyPathAndLinkExists() throws IOException {
        var missing = new TreeSet<String>();
        for (var document : documents()) {
            var text = Files.readString(document);
            found(LINK, text).stream()
                    .filter(link -> !Files.exists(document.resolveSibling(link)))
                    .forEach(link -> missing.add(document + " → " + link));
            found(PATH, text).stream()
                    .filter(path -> !Files.exists(ROOT.resolve(path)))
                    .forEach(path -> missing.add(document + " → " + path));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyCommandExists() throws IOException {
        var known = new TreeSet<>(OF_THE_LAUNCHER);
        ManualPageTests.commands().forEach(syntax -> known.add(syntax.name()));
        var unknown = new TreeSet<String>();
        for (var document : documents()) {
            found(COMMAND, Files.readString(document)).stream()
                    .map(String::strip)
                    .filter(command -> known.stream().noneMatch(one -> isIt(one, command)))
                    .forEach(command -> unknown.add(document + " → portal " + command));
        }
        assertThat(unknown).isEmpty();
    }

    /** The other half, that every endpoint is in the table and exists, is a test of the portal. */
    @Test
    void everyCommandHasItsEndpoint() throws IOException {
        var told = found(
                Pattern.compile("^\\| `([a-z ]+?)(?: --[a-z]+)?` \\| (?:`[A-Z]+ /|\\(none\\))", Pattern.MULTILINE),
                Files.readString(ROOT.resolve("docs/admin-api.md")));
        assertThat(ManualPageTests.commands().stream().map(Syntax::name).toList())
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void theCodePointsAtDocumentsThatExist() throws IOException {
        var missing = new TreeSet<String>();
        for (var module : List.of("camel-routes", "portal-module", "portal-cli", "deploy/demo")) {
            for (var file : files(ROOT.resolve(module).resolve("src/main"), ".java")) {
                found(DOCUMENT, Files.readString(file)).stream()
                        .filter(document -> !Files.exists(ROOT.resolve(document)))
                        .forEach(document -> missing.add(file.getFileName() + " → " + document));
            }
        }
        assertThat(missing).isEmpty();
    }

    /** After a change of a manual page: {@code mvn -pl portal-cli test -Dtest=DocumentTests -Ddocs.write=true}. */
    @Test
    void theManualIsWhatTheToolSays() throws IOException {
        var document = ROOT.resolve("docs/cli.md");
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(document, manual());
        }
        assertThat(Files.readString(document)).isEqualTo(manual());
    }

    private static String manual() {
        var commands = new Commands(ManualPageTests.commands());
        var pages = commands.all().stream()
                .map(syntax -> "## portal " + syntax.name() + "\n\n```text\n" + ManualPage.of(syntax) + "\n```\n")
                .collect(Collectors.joining("\n"));
        return "# The command line\n\nMade of the tool's own manual pages; `portal COMMAND --help` shows the same.\n\n```text\n"
                + ManualPage.overview("", commands) + "\n```\n\n" + pages;
    }

    /** The text after {@code portal} may go on with other words, or name a group of commands. */
    private static boolean isIt(String known, String text) {
        return (text + " ").startsWith(known + " ") || known.startsWith(text + " ");
    }

    private static List<Path> documents() throws IOException {
        var documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")));
        documents.addAll(files(ROOT.resolve("docs"), ".md"));
        return documents;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1 - (match.groupCount() == 0 ? 1 : 0)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
