package org.clientportal.itsm.rt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientportal.itsm.Audience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who an article is for, one a line: {@code everyone}, {@code organisation: NAME}, {@code group: NAME}, {@code person: LOGIN}.
 * What cannot be understood names nobody.
 */
final class RtAudience {

    private static final Logger log = LoggerFactory.getLogger(RtAudience.class);

    private RtAudience() {}

    /** Names of RT's users that are meant. */
    static Set<String> logins(String field) {
        return lines(field)
                .filter(line -> key(line).equals("person"))
                .map(RtAudience::value)
                .collect(Collectors.toSet());
    }

    /** @param persons ids by name of RT's users, in lower case */
    static Audience parse(String field, boolean open, Map<String, String> persons) {
        var everyone = false;
        var organisations = new ArrayList<String>();
        var groups = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (var line : lines(field).toList()) {
            var id = persons.get(value(line).toLowerCase(Locale.ROOT));
            switch (value(line).isEmpty() && !key(line).equals("everyone") ? "" : key(line)) {
                case "everyone" -> everyone = true;
                case "organisation", "organization" -> organisations.add(value(line));
                case "group" -> groups.add(value(line));
                case "person" -> {
                    if (id != null) {
                        ids.add(id);
                    } else {
                        log.warn("an article of RT is for a person who is not there");
                    }
                }
                default -> log.warn("an article of RT has an audience that is not understood: {}", key(line));
            }
        }
        var named = everyone || !organisations.isEmpty() || !groups.isEmpty() || !ids.isEmpty();
        return new Audience(
                open && named, everyone || (open && named), organisations, List.copyOf(groups), List.copyOf(ids));
    }

    private static Stream<String> lines(String field) {
        return field.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static String key(String line) {
        return line.split(":", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String value(String line) {
        var parts = line.split(":", 2);
        return parts.length < 2 ? "" : parts[1].strip();
    }
}
