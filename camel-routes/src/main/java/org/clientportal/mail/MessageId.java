package org.clientportal.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Message identifiers in a field, however they are separated (RFC 5322 section 3.6.4). */
final class MessageId {

    private static final Pattern IN_BRACKETS = Pattern.compile("<\\s*([^<>\\s]{1,900})\\s*>");
    private static final Pattern BARE = Pattern.compile("[^<>@\\s,;\"()]{1,400}+@[^<>\\s,;\"()]{1,400}");
    private static final int MOST = 500;

    private MessageId() {}

    /** Without brackets, in their order. */
    static List<String> all(String raw) {
        var found = matches(IN_BRACKETS, raw, 1);
        return found.isEmpty() ? matches(BARE, raw, 0) : found;
    }

    private static List<String> matches(Pattern pattern, String raw, int group) {
        var found = new ArrayList<String>();
        var matcher = pattern.matcher(raw);
        while (matcher.find() && found.size() < MOST) {
            found.add(matcher.group(group));
        }
        return found;
    }
}
