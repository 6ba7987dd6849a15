package org.clientportal.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word exists in both languages, is used, and speaks as we want to speak. */
class MessagesTests {

    private static final Path TEMPLATES = Path.of("../templates/src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9][a-z0-9.-]*)\"");
    private static final Pattern SAID = Pattern.compile(
            "(?:\\bt\\(|Phrase\\.of\\(|Flash\\.\\w+\\(|\\.text\\(|Problem\\.of\\(\\s*\\w[\\w\"()]*,)\\s*\"([a-z0-9.-]+[a-z0-9])\"\\s*[,)]");

    @Test
    void bothLanguagesHaveTheSameWordsWithTheSameArguments() {
        var polish = Messages.patterns("pl");
        var english = Messages.patterns("en");
        assertThat(new TreeSet<>(polish.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        polish.forEach((key, text) -> assertThat(arguments(text.toString()))
                .as(key.toString())
                .isEqualTo(arguments(english.get(key).toString())));
    }

    @Test
    void everyWordThatIsSaidExists() {
        var known = Messages.patterns("en").keySet();
        var said = new TreeSet<String>();
        sources().forEach(source -> SAID.matcher(source).results().forEach(hit -> said.add(hit.group(1))));
        assertThat(said).hasSizeGreaterThan(100);
        assertThat(said).allSatisfy(key -> assertThat(known).contains(key));
    }

    @Test
    void everyWordIsUsed() {
        var literals = new HashSet<String>();
        sources().forEach(source -> LITERAL.matcher(source).results().forEach(hit -> literals.add(hit.group(1))));
        var prefixes = literals.stream()
                .filter(literal -> literal.endsWith(".") || literal.endsWith("-"))
                .filter(literal -> literal.indexOf('.') > 0)
                .toList();
        assertThat(Messages.patterns("en").stringPropertyNames())
                .allSatisfy(key -> assertThat(
                                literals.contains(key) || prefixes.stream().anyMatch(key::startsWith))
                        .as(key + " is used somewhere")
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void everySentenceCanBeSaidWithAnyCount(String language) {
        Messages.patterns(language).forEach((key, text) -> {
            var format = new MessageFormat(text.toString(), Locale.forLanguageTag(language));
            for (var count : List.of(0, 1, 2, 5, 12, 22, 1000)) {
                assertThat(format.format(new Object[] {count, count, count}))
                        .as(key.toString())
                        .doesNotContain("{");
            }
        });
    }

    /** Of two the later would count, and say something else where the earlier was meant. */
    @ParameterizedTest
    @ValueSource(strings = {"pl", "en"})
    void noSentenceIsThereTwice(String language) throws IOException {
        try (var file = Messages.class.getResourceAsStream("/messages/messages_" + language + ".properties")) {
            var keys = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void polishCountsItsNouns() {
        var words = new Messages().in("pl");
        assertThat(words.text("tickets.count", 1, "false")).isEqualTo("1 zgłoszenie");
        assertThat(words.text("tickets.count", 22, "false")).isEqualTo("22 zgłoszenia");
        assertThat(words.text("tickets.count", 12, "false")).isEqualTo("12 zgłoszeń");
        assertThat(words.text("tickets.count", 99, "true")).isEqualTo("ponad 99 zgłoszeń");
        assertThat(words.text("ticket.older", 21)).isEqualTo("Pokaż 21 starszych wpisów");
    }

    @Test
    void polishIsSpokenToEverybody() {
        var gendered = Pattern.compile("\\p{L}+(łeś|łaś|łem|łam)\\b");
        var banned = List.of("ticket", "użytkowni", "incydent", "Ups", "Niestety", "proszę czekać", "!", "...", " - ");
        Messages.patterns("pl").forEach((key, text) -> {
            assertThat(gendered.matcher(text.toString()).find())
                    .as(key + "=" + text)
                    .isFalse();
            assertThat(banned)
                    .as(key + "=" + text)
                    .noneMatch(word -> text.toString().contains(word));
        });
    }

    @Test
    void aLonelyLetterStaysWithTheNextWord() {
        var words = new Messages().in("pl");
        assertThat(words.text("tickets.empty.open")).contains("zgłoszeń. Gdy");
        assertThat(words.text("tickets.search")).isEqualTo("Szukaj w\u00a0zgłoszeniach");
    }

    private static Set<String> arguments(String pattern) {
        return Pattern.compile("\\{(\\d)")
                .matcher(pattern)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> sources() {
        return List.of(TEMPLATES, JAVA).stream()
                .flatMap(root -> files(root).stream())
                .toList();
    }

    private static List<String> files(Path root) {
        try (var paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().matches(".*\\.(ftlh|ftl|java)"))
                    .filter(path -> !path.toString().contains("keycloak"))
                    .map(MessagesTests::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
