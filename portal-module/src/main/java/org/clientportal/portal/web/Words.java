package org.clientportal.portal.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.ibm.icu.text.MessageFormat;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages in one language. In a template it is a method: {@code t("tickets.list.title", 3)} or {@code t(phrase)}. It
 * gives plain text, so FreeMarker escapes the sentence together with its arguments.
 */
public final class Words implements TemplateMethodModelEx {

    private static final Logger log = LoggerFactory.getLogger(Words.class);
    private static final int COUNTED = 2_000;
    private static final int SHORT = 16;

    private final Locale locale;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> parsed = new ConcurrentHashMap<>();
    private final Cache<Counting, String> counted =
            Caffeine.newBuilder().maximumSize(COUNTED).build();

    Words(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        // what takes no arguments is ready; the others keep the quotes of MessageFormat
        this.patterns = patterns.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().indexOf('{') < 0
                                ? entry.getValue().replace("''", "'")
                                : entry.getValue()));
    }

    public String text(Phrase phrase) {
        return text(phrase.key(), phrase.arguments().toArray());
    }

    /** The sentence; a missing key is told to the log and shown as it is, since a word must not take a page down. */
    public String text(String key, @Nullable Object... arguments) {
        var pattern = patterns.get(key);
        if (pattern == null) {
            log.error("no message {} in {}", key, locale);
            return key;
        }
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        return isCounted(arguments)
                ? counted.get(new Counting(key, Arrays.asList(arguments)), this::format)
                : format(key, arguments);
    }

    private String format(Counting counting) {
        return format(counting.key(), counting.arguments().toArray());
    }

    private String format(String key, @Nullable Object... arguments) {
        // a MessageFormat is not safe for threads, its clone is cheap beside parsing
        var format = (MessageFormat) parsed.computeIfAbsent(
                        key, k -> new MessageFormat(Objects.requireNonNull(patterns.get(k)), locale))
                .clone();
        return format.format(arguments);
    }

    /** Sentences with a number are the dearest to make, and the same few are needed again and again. */
    private static boolean isCounted(@Nullable Object... arguments) {
        var numbers = 0;
        for (var argument : arguments) {
            if (argument instanceof Number) {
                numbers++;
            } else if (!(argument instanceof String text && text.length() <= SHORT)) {
                return false;
            }
        }
        return numbers > 0;
    }

    private record Counting(String key, List<@Nullable Object> arguments) {}

    boolean has(String key) {
        return patterns.containsKey(key);
    }

    @Override
    public Object exec(@SuppressWarnings("rawtypes") List arguments) throws TemplateModelException {
        if (arguments.isEmpty()) {
            throw new TemplateModelException("a message needs its key");
        }
        var first = DeepUnwrap.unwrap((TemplateModel) arguments.getFirst());
        if (first instanceof Phrase phrase) {
            return text(phrase);
        }
        var values = new Object[arguments.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = DeepUnwrap.unwrap((TemplateModel) arguments.get(i + 1));
        }
        return text(String.valueOf(first), values);
    }
}
