package org.clientportal.portal.owndata;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.portal.conversation.PlainText;
import org.clientportal.portal.conversation.StateView;
import org.clientportal.portal.owndata.OwnDataDocument.Line;
import org.clientportal.portal.pdf.PrintedHtml;
import org.clientportal.portal.web.Frame;
import org.clientportal.portal.web.Templates;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows of JSON as lines that a person reads: moments in their time zone, yes and no, words of people as they were formatted.
 *
 * @param files path in the archive by id
 */
record Readable(Frame frame, Map<String, String> files, JsonMapper json) {

    private static final List<String> FIRST =
            List.of("name", "number", "subject", "ticket", "article", "announcement", "act", "device", "at", "author");

    private static final List<String> LAST =
            List.of("text", "question", "fields", "answers", "entries", "words", "files", "before", "after");

    private static final Set<String> CODED = Set.of("by", "delivery", "role");
    private static final Set<String> MOMENTS = Set.of("at", "from", "until");
    /** Told by others: whether a text is HTML, and the id that a file is linked by. */
    private static final Set<String> SILENT = Set.of("html", "id");

    List<Line> row(String row) {
        return lines(json.readTree(row));
    }

    private List<Line> lines(JsonNode row) {
        // the database keeps the names of a row by their length
        return row.properties().stream()
                .filter(field -> !field.getValue().isNull()
                        && !SILENT.contains(field.getKey())
                        && !field.getValue().asString("-").isEmpty())
                .sorted(Comparator.comparingInt(field -> place(field.getKey())))
                .map(field -> line(field.getKey(), field.getValue(), row))
                .toList();
    }

    private static int place(String key) {
        var first = FIRST.indexOf(key);
        return first >= 0 ? first : FIRST.size() + 1 + LAST.indexOf(key);
    }

    private Line line(String key, JsonNode value, JsonNode row) {
        if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
            return new Line(
                    key, null, null, value.valueStream().map(this::lines).toList(), null);
        }
        if (value.isObject()) {
            return new Line(key, null, null, List.of(given(value)), null);
        }
        if (key.equals("text") && row.has("html")) {
            var text = value.asString();
            var html = row.path("html").asBoolean() ? text : PlainText.html(text);
            return new Line(key, null, Templates.safe(PrintedHtml.of(html, any -> Optional.empty())), List.of(), null);
        }
        var file = key.equals("name") ? files.get(row.path("id").asString("")) : null;
        return new Line(key, text(key, value), null, List.of(), file);
    }

    /** What somebody typed into fields whose names are not ours. */
    private static List<Line> given(JsonNode fields) {
        return fields.properties().stream()
                .map(field -> new Line(
                        "given",
                        field.getKey() + ": "
                                + (field.getValue().isString()
                                        ? field.getValue().asString()
                                        : field.getValue().toString()),
                        null,
                        List.of(),
                        null))
                .toList();
    }

    private String text(String key, JsonNode value) {
        if (value.isBoolean()) {
            return frame.words().text(value.asBoolean() ? "own-data.yes" : "own-data.no");
        }
        if (value.isArray()) {
            return String.join(
                    ", ", value.valueStream().map(each -> each.asString("")).toList());
        }
        if (key.equals("bytes")) {
            return frame.formats().size(value.asLong());
        }
        var text = value.asString();
        if (MOMENTS.contains(key) || key.endsWith("At")) {
            return moment(text);
        }
        if (key.equals("state")) {
            return state(text);
        }
        return CODED.contains(key) ? frame.words().text("own-data." + key + "." + text.toLowerCase(Locale.ROOT)) : text;
    }

    private String moment(String text) {
        try {
            return frame.formats().exact(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unknown) {
            return text;
        }
    }

    private String state(String code) {
        for (var meaning : StatusMeaning.values()) {
            if (meaning.name().equals(code)) {
                return frame.words().text("state." + StateView.State.of(meaning).key());
            }
        }
        return code;
    }
}
