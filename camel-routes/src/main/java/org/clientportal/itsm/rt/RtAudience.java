package org.clientportal.itsm.rt;

import java.util.ArrayList;
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

    /**
     * @param article number of the article, for the log
     * @param persons ids by name of RT's users, in lower case
     */
    static Audience parse(String article, String field, boolean open, Map<String, String> persons) {
        var everyone = false;
        var organisations = new ArrayList<String>();
        var groups = new ArrayList<String>();
        var ids = new ArrayList<String>();
        for (var line : lines(field).toList()) {
            var name = value(line);
            var id = persons.getOrDefault(name.toLowerCase(Locale.ROOT), "");
            if (line.equalsIgnoreCase("everyone")) {
                everyone = true;
            } else if (key(line).equals("organisation") && !name.isEmpty()) {
                organisations.add(name);
            } else if (key(line).equals("group") && !name.isEmpty()) {
                groups.add(name);
            } else if (key(line).equals("person") && !id.isEmpty()) {
                ids.add(id);
            } else {
                log.warn("article {} of RT: nobody is meant by a line that begins with {}", article, key(line));
            }
        }
        var named = everyone || !organisations.isEmpty() || !groups.isEmpty() || !ids.isEmpty();
        return new Audience(open && named, everyone || (open && named), organisations, groups, ids);
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
