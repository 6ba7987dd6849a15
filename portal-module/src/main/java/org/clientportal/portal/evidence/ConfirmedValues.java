package org.clientportal.portal.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
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
