package org.clientportal.portal.evidence;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clientportal.portal.evidence.ShownConfirmations.Shown;
import org.clientportal.portal.evidence.Stored.Content;
import org.jspecify.annotations.Nullable;

/** What was confirmed as names and texts: everything, so that nothing can be changed beside them. */
final class ConfirmedValues {

    static final String PERSON = "person";
    static final String RECEIPT = "receipt";
    static final String VERSION = "version";
    static final String CODE = "check-code";
    static final String FILE = "file-name";

    private final Map<String, String> values = new TreeMap<>();

    private ConfirmedValues() {}

    static Map<String, String> of(Confirmed what, String code, String fileName) {
        var all = new ConfirmedValues();
        all.put("organisation", what.organisation());
        all.put(PERSON, what.person());
        all.put(RECEIPT, what.receipt());
        all.put(VERSION, what.version());
        all.put("title", what.title());
        all.put("kind", what.returned() ? "RETURN" : "ISSUE");
        all.put("issued-by", what.issuedBy());
        all.put("issued-at", what.issuedAt());
        all.put("signed-name", what.signedName());
        all.put("login", what.login());
        all.put("signed-at", what.signedAt());
        var drawn = what.drawnSignature();
        all.put("signature", drawn == null ? null : Base64.getEncoder().encodeToString(drawn));
        all.put("language", what.language().toLanguageTag());
        all.put("zone", what.zone().getId());
        all.put(CODE, code);
        all.put(FILE, fileName);
        all.put("lines", what.lines().size());
        for (int at = 0; at < what.lines().size(); at++) {
            all.line("line." + (at + 1) + ".", what.lines().get(at));
        }
        return all.values;
    }

    /** What pages ought to show of it; empty when the values do not tell. */
    static Optional<Shown> shown(Content content) {
        var name = content.value("signed-name");
        var at = content.value("signed-at");
        if (name == null || at == null) {
            return Optional.empty();
        }
        var lines = new HashMap<String, ShownConfirmations.Line>();
        for (int line = 1; content.value("line." + line + ".id") != null; line++) {
            var prefix = "line." + line + ".";
            lines.put(
                    text(content, prefix + "id"),
                    new ShownConfirmations.Line(
                            text(content, prefix + "accepted").equals("true"),
                            text(content, prefix + "condition").strip(),
                            text(content, prefix + "comment").strip()));
        }
        try {
            return Optional.of(new Shown(name, Instant.parse(at), lines));
        } catch (DateTimeParseException changed) {
            return Optional.empty();
        }
    }

    private static String text(Content content, String name) {
        var value = content.value(name);
        return value == null ? "" : value;
    }

    private void line(String prefix, Confirmed.Line line) {
        put(prefix + "id", line.id());
        put(prefix + "name", line.name());
        put(prefix + "code", line.code());
        put(prefix + "serial", line.serial());
        put(prefix + "quantity", line.quantity());
        put(prefix + "accepted", line.accepted());
        put(prefix + "condition", line.condition());
        put(prefix + "comment", line.comment());
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, storable(value.toString()));
        }
    }

    /** As it comes back from the database, which knows no NUL and no half characters. */
    static String storable(String text) {
        return new String(text.replace("\u0000", "").getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
