package org.clientportal.itsm.rt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.ItsmRejected.Reason;
import org.clientportal.itsm.ItsmUnavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.StreamingHttpOutputMessage;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks REST 2 with RT and turns every outcome into a value, {@link ItsmRejected} or {@link ItsmUnavailable}. */
class RtClient {

    private static final int PAGE = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RtSession session;

    RtClient(RtSettings settings) {
        this.session = new RtSession(settings);
    }

    /** What RT says to a write. */
    record Answer(int status, String location, JsonNode body) {

        /** The sentences or the message in it. */
        String words() {
            var words = body.isArray()
                    ? body.valueStream().map(JsonNode::asString).toList().toString()
                    : new RtItem(body).text("message");
            return words.length() > 300 ? words.substring(0, 300) : words;
        }
    }

    /** A condition of RT's JSON search. */
    record Limit(String field, String operator, Object value) {

        static Limit is(String field, Object value) {
            return new Limit(field, "=", value);
        }

        static Limit in(String field, List<String> values) {
            return new Limit(field, "IN", values);
        }
    }

    /** One object; empty when RT has none of that id or does not show it to the account. */
    Optional<RtItem> get(String path, Object... variables) {
        var answer = exchange(HttpMethod.GET, path, null, variables);
        return switch (answer.status()) {
            case 200 -> Optional.of(new RtItem(answer.body()));
            case 403, 404 -> Optional.empty();
            default -> throw unexpected(answer);
        };
    }

    /** One page of a list. */
    List<RtItem> page(String path, Object... variables) {
        return items(exchange(HttpMethod.GET, path, null, variables));
    }

    /** One page of a JSON search. */
    List<RtItem> search(String path, List<Limit> limits, Object... variables) {
        return items(exchange(HttpMethod.POST, path, json(conditions(limits)), variables));
    }

    /**
     * Everything that a JSON search finds, by id. RT checks rights after it has cut the page, so a short page may not be
     * the last and only an empty one is. A page that does not go on is a fault: what answers so would be read for ever.
     */
    List<RtItem> searchAll(String path, List<Limit> limits) {
        var found = new ArrayList<RtItem>();
        var last = 0L;
        while (true) {
            var after = new ArrayList<>(limits);
            after.add(new Limit("id", ">", Long.toString(last)));
            var page = search(path + "&orderby=id&order=ASC&per_page=" + PAGE, after);
            if (page.isEmpty()) {
                return found;
            }
            var highest = page.stream().mapToLong(RtItem::idNumber).max().orElseThrow();
            if (highest <= last) {
                throw new ItsmUnavailable("RT answered with what was read before, " + path, false);
            }
            found.addAll(page);
            last = highest;
        }
    }

    /** A write; answers of 2xx come back, refusals are thrown. */
    Answer write(HttpMethod method, Object body, String path, Object... variables) {
        return accepted(exchange(method, path, json(body), variables));
    }

    /** A write whose body is streamed, as often as asked. */
    Answer write(StreamingHttpOutputMessage.Body body, String path, Object... variables) {
        return accepted(exchange(HttpMethod.POST, path, body, variables));
    }

    /** Decodes the content of an attachment while it arrives; says how many bytes it has. */
    long attachment(String id, OutputStream to) {
        return session.send(
                HttpMethod.GET,
                "/attachment/{id}",
                null,
                response -> {
                    if (response.getStatusCode().value() != 200) {
                        throw unexpected(answer(response));
                    }
                    return decodeContent(response, to);
                },
                id);
    }

    /** Takes in the content of a value of a custom field while it arrives; false when RT has none of that id. */
    boolean customFieldFile(String id, OutputStream to) {
        return session.send(
                HttpMethod.GET,
                "/download/cf/{id}",
                null,
                response -> switch (response.getStatusCode().value()) {
                    case 200 -> {
                        response.getBody().transferTo(to);
                        yield true;
                    }
                    case 400, 403, 404 ->
                        false; // of another kind of field, or not to be seen, which RT tells apart only here
                    default -> throw unexpected(answer(response));
                },
                id);
    }

    private static long decodeContent(ClientHttpResponse response, OutputStream to) throws IOException {
        try (var parser = JSON.createParser(response.getBody())) {
            var bytes = 0L;
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var content = parser.currentName().equals("Content");
                parser.nextToken();
                if (content && parser.currentToken() == JsonToken.VALUE_STRING) {
                    bytes += parser.readBinaryValue(to);
                } else {
                    parser.skipChildren();
                }
            }
            return bytes;
        } catch (JacksonException e) {
            throw new ItsmUnavailable("RT's attachment cannot be read", e);
        }
    }

    private static Answer accepted(Answer answer) {
        if (answer.status() == 200 || answer.status() == 201) {
            return answer;
        }
        throw switch (answer.status()) {
            case 400 -> new ItsmRejected(refusal(answer), answer.words());
            case 404 -> new ItsmRejected(Reason.GONE, answer.words());
            case 413 -> new ItsmRejected(Reason.TOO_LARGE, answer.words());
            default -> unexpected(answer);
        };
    }

    private static Reason refusal(Answer answer) {
        return answer.words().contains("Permission Denied") ? Reason.FORBIDDEN : Reason.INVALID;
    }

    private static List<RtItem> items(Answer answer) {
        if (answer.status() != 200 || !answer.body().path("items").isArray()) {
            throw unexpected(answer);
        }
        return answer.body().path("items").valueStream().map(RtItem::new).toList();
    }

    private static ItsmUnavailable unexpected(Answer answer) {
        return new ItsmUnavailable(
                ("RT answered " + answer.status() + " " + answer.words()).strip(), answer.status() < 500);
    }

    private Answer exchange(
            HttpMethod method, String path, StreamingHttpOutputMessage.@Nullable Body body, Object... variables) {
        return session.send(method, path, body, RtClient::answer, variables);
    }

    private static Answer answer(ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        var bytes = response.getBody().readAllBytes();
        var type = response.getHeaders().getContentType();
        var json = type != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(type);
        if (!json || bytes.length == 0) {
            if (status < 300) {
                throw new ItsmUnavailable("RT answered " + status + " without JSON", false);
            }
            return new Answer(status, "", JSON.createObjectNode());
        }
        try {
            var location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
            return new Answer(status, location == null ? "" : location, JSON.readTree(bytes));
        } catch (JacksonException e) {
            throw new ItsmUnavailable("RT answered " + status + " with broken JSON", e);
        }
    }

    private static List<Map<String, Object>> conditions(List<Limit> limits) {
        return limits.stream()
                .map(limit -> Map.of(
                        "field",
                        limit.field(),
                        "operator",
                        limit.operator(),
                        "value",
                        limit.value(),
                        "entry_aggregator",
                        (Object) "AND"))
                .toList();
    }

    private static StreamingHttpOutputMessage.Body json(Object body) {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return out -> out.write(bytes);
    }
}
