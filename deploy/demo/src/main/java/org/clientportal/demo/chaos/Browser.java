package org.clientportal.demo.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A plain browser: one session cookie, forms as they stand on the page, no scripts. An IOException: the portal is gone. */
final class Browser {

    private static final String BOUNDARY = "----chaos-boundary-41c7";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int HOPS = 5;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI portal;
    private final String session;

    Browser(URI portal, String session) {
        this.portal = portal;
        this.session = session;
    }

    /** A form with what was typed, ready to be posted, and posted again as it is. */
    record Filled(String action, Map<String, String> fields) {}

    Document page(String path) throws IOException {
        var next = path;
        for (int hop = 0; hop < HOPS; hop++) {
            var answer = send(request(next).GET());
            if (answer.statusCode() == 200) {
                return Jsoup.parse(answer.body(), portal.toString());
            }
            next = location(answer, "GET " + next);
        }
        throw new Differs("GET " + path + " goes round in circles");
    }

    static Filled fill(Document page, String action, Map<String, String> typed) {
        var form = page.selectFirst("form[action='" + action + "']");
        if (form == null) {
            throw new Differs("no form to " + action + " on the page \"" + page.title() + "\"");
        }
        var fields = new LinkedHashMap<String, String>();
        for (var hidden : form.select("input[type=hidden]")) {
            fields.put(hidden.attr("name"), hidden.attr("value"));
        }
        for (var select : form.select("select")) {
            select.select("option").stream()
                    .map(option -> option.attr("value"))
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .ifPresent(value -> fields.put(select.attr("name"), value));
        }
        fields.putAll(typed);
        return new Filled(action, fields);
    }

    /** @return where the browser is sent on success */
    String post(Filled form) throws IOException {
        var answer = send(request(form.action())
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(multipart(form.fields()), StandardCharsets.UTF_8)));
        return location(answer, "POST " + form.action());
    }

    private static String location(HttpResponse<String> answer, String what) {
        var to = answer.headers().firstValue("Location").map(Browser::path).orElse("");
        if (to.isEmpty() || to.startsWith("/signed-out") || to.startsWith("/oauth2") || to.contains("draft=")) {
            var main = Jsoup.parse(answer.body()).select("main, body").stream()
                    .findFirst()
                    .map(Element::text)
                    .orElse("");
            throw new Differs(what + " gives " + answer.statusCode() + " " + to + " "
                    + main.substring(0, Math.min(300, main.length())));
        }
        return to;
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "").replaceFirst("[?]said=[a-z-]+", "");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .timeout(LIMIT)
                .header("Accept", "text/html")
                .header("Cookie", "portal_session=" + session);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    private static String multipart(Map<String, String> fields) {
        var body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        return body.append("--" + BOUNDARY + "--\r\n").toString();
    }
}
