package org.clientportal.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What our own mail server found out about the sender (RFC 8601). Fields of any other server are worth nothing: the sender
 * may have written them (section 5).
 */
public record Authentication(Result dmarc, Result spf, Result dkim) {

    /** Nothing is known. */
    public static final Authentication NONE = new Authentication(Result.ABSENT, Result.ABSENT, Result.ABSENT);

    /** A method's outcome. */
    public enum Result {
        PASS,
        FAIL,
        /** Neither, such as none, neutral, temperror. */
        OTHER,
        /** Our server did not say. */
        ABSENT
    }

    /** @param rawFields Authentication-Results, topmost first: for each method the topmost counts */
    static Authentication of(List<String> rawFields, String authservId) {
        if (authservId.isBlank()) {
            return NONE;
        }
        var ours = rawFields.stream()
                .map(Authentication::withoutComments)
                .filter(field -> isOurs(field, authservId))
                .toList();
        return new Authentication(result(ours, "dmarc"), result(ours, "spf"), result(ours, "dkim"));
    }

    private static boolean isOurs(String field, String authservId) {
        var first = field.split(";", 2)[0].strip().split("\\s+", 2)[0];
        return first.equalsIgnoreCase(authservId.strip());
    }

    private static Result result(List<String> fields, String method) {
        var pattern = Pattern.compile("(?:^|;)\\s*" + method + "\\s*(?:/\\s*\\d+)?\\s*=\\s*([a-z]+)");
        for (var field : fields) {
            var match = pattern.matcher(field.toLowerCase(Locale.ROOT));
            if (match.find()) {
                return switch (match.group(1)) {
                    case "pass" -> Result.PASS;
                    case "fail" -> Result.FAIL;
                    default -> Result.OTHER;
                };
            }
        }
        return Result.ABSENT;
    }

    private static String withoutComments(String raw) {
        var out = new StringBuilder();
        var depth = 0;
        var quoted = false;
        for (int at = 0; at < raw.length(); at++) {
            var c = raw.charAt(at);
            quoted ^= c == '"' && depth == 0;
            if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (depth == 0 && !quoted && c != '"') {
                out.append(c);
            }
        }
        return out.toString();
    }
}
