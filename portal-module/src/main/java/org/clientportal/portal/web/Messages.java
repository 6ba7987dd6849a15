package org.clientportal.portal.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Every sentence of the portal, from {@code messages/messages_*.properties}, in ICU MessageFormat. */
@Component
public final class Messages {

    public static final List<String> LANGUAGES = List.of("pl", "en");

    /** Polish never leaves a one-letter word at the end of a line. */
    private static final Pattern LONELY_LETTER =
            Pattern.compile("(?<=^|[\\s(„{])([wzioua]) ", Pattern.CASE_INSENSITIVE);

    private final Map<String, Words> byLanguage = new HashMap<>();

    public Messages() {
        LANGUAGES.forEach(language -> byLanguage.put(language, load(language)));
    }

    /** The words of a language; English for one we do not have. */
    public Words in(String language) {
        var words = byLanguage.get(language);
        return words != null ? words : Objects.requireNonNull(byLanguage.get("en"));
    }

    private static Words load(String language) {
        var patterns = new HashMap<String, String>();
        patterns(language)
                .forEach((key, text) -> patterns.put(
                        key.toString(),
                        language.equals("pl")
                                ? LONELY_LETTER.matcher(text.toString()).replaceAll("$1\u00a0")
                                : text.toString()));
        return new Words(Locale.forLanguageTag(language), patterns);
    }

    static Properties patterns(String language) {
        var name = "/messages/messages_" + language + ".properties";
        var patterns = new Properties();
        try (var file = Messages.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("no " + name);
            }
            patterns.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return patterns;
    }
}
