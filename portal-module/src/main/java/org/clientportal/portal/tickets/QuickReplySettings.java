package org.clientportal.portal.tickets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Short answers offered above the reply box, which people may change before they send them. By language; an empty list offers
 * none, a language that is not set has the portal's own.
 *
 * @param asked where support asked something and waits
 * @param solved where support thinks it is solved
 */
@ConfigurationProperties(prefix = "portal.quick-replies", ignoreUnknownFields = false)
public record QuickReplySettings(
        @DefaultValue Map<String, List<String>> asked,
        @DefaultValue Map<String, List<String>> solved) {

    private static final int MOST = 6;
    private static final int LONGEST = 200;

    private static final Map<String, List<String>> ASKED = Map.of(
            "pl", List.of("Sprawdzę i dam znać.", "Przesyłam w załączniku.", "To już nieaktualne, można zamknąć."),
            "en",
                    List.of(
                            "I’ll check and let you know.",
                            "I’ve attached it.",
                            "No longer needed, you can close this."));
    private static final Map<String, List<String>> SOLVED = Map.of(
            "pl", List.of("Działa, dziękuję.", "Sprawdzę i dam znać.", "Nadal nie działa."),
            "en", List.of("It works, thank you.", "I’ll check and let you know.", "It still doesn’t work."));

    public QuickReplySettings {
        asked = withOwn(asked, ASKED);
        solved = withOwn(solved, SOLVED);
    }

    private static Map<String, List<String>> withOwn(Map<String, List<String>> set, Map<String, List<String>> own) {
        if (!own.keySet().containsAll(set.keySet())) {
            throw new IllegalArgumentException("portal.quick-replies knows the languages pl and en");
        }
        if (set.values().stream().anyMatch(texts -> texts.size() > MOST)
                || set.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(text -> text.isBlank() || text.length() > LONGEST)) {
            throw new IllegalArgumentException("portal.quick-replies takes up to " + MOST + " texts of up to " + LONGEST
                    + " characters in a list, none of them empty");
        }
        var all = new TreeMap<>(own);
        all.putAll(set);
        return Map.copyOf(all);
    }

    /** What is offered to somebody whose move it is. */
    List<String> offered(Move move, String language) {
        return switch (move) {
            case YOURS_ANSWER -> asked.getOrDefault(language, List.of());
            case YOURS_CHECK -> solved.getOrDefault(language, List.of());
            default -> List.of();
        };
    }
}
