package org.clientportal.demo.desk;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One request and the answer to it. */
final class Call {

    private final HttpExchange exchange;
    private final Map<String, String> path;
    private final JsonMapper json;

    Call(HttpExchange exchange, Map<String, String> path, JsonMapper json) {
        this.exchange = exchange;
        this.path = path;
        this.json = json;
    }

    /** A variable of the path. */
    String path(String name) {
        var value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("no such part of the path: " + name);
        }
        return value;
    }

    Optional<String> query(String name) {
        var raw = exchange.getRequestURI().getRawQuery();
        return Optional.ofNullable(raw == null ? null : fields(raw).get(name));
    }

    @Nullable
    String header(String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    InputStream body() {
        return exchange.getRequestBody();
    }

    <T> T body(Class<T> type) throws IOException {
        return json.readValue(body().readNBytes(8_000_000), type);
    }

    /** The fields of a posted form. */
    Map<String, String> form() throws IOException {
        return fields(new String(body().readNBytes(8_000_000), StandardCharsets.UTF_8));
    }

    static Map<String, String> fields(String encoded) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : encoded.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
        }
        return fields;
    }

    static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    void json(Object value) throws IOException {
        answer(200, "application/json", json.writeValueAsBytes(value));
    }

    void problem(int status, String type, String title, @Nullable String detail) throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", type);
        problem.put("title", title);
        problem.put("status", status);
        if (detail != null) {
            problem.put("detail", detail);
        }
        answer(status, "application/problem+json", json.writeValueAsBytes(problem));
    }

    void problem(Refusal refusal) throws IOException {
        var kind = refusal.kind();
        problem(kind.status(), kind.type(), kind.title(), refusal.getMessage());
    }

    void done() throws IOException {
        exchange.sendResponseHeaders(204, -1);
    }

    void html(int status, String page) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        headers.set("Referrer-Policy", "same-origin");
        answer(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    void seeOther(String address) throws IOException {
        exchange.getResponseHeaders().set("Location", address);
        exchange.sendResponseHeaders(303, -1);
    }

    void answer(int status, String contentType, byte[] bytes) throws IOException {
        set("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    void stream(String contentType, long size, InputStream bytes) throws IOException {
        set("Content-Type", contentType);
        exchange.sendResponseHeaders(200, size == 0 ? -1 : size);
        if (size > 0) {
            bytes.transferTo(exchange.getResponseBody());
        }
    }

    void set(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    }

    /** Ends the connection without an answer. */
    void cut() {
        exchange.close();
    }
}
