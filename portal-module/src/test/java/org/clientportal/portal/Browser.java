package org.clientportal.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The plain browser of a test: cookies, forms as they stand on the page, no scripts, no following of redirects. */
public final class Browser {

    private static final String BOUNDARY = "----test-boundary-7f3k";

    private final RunningPortal portal;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new java.util.TreeMap<>();

    Browser(RunningPortal portal, String sessionCookie) {
        this.portal = portal;
        if (!sessionCookie.isEmpty()) {
            cookies.put("portal_session", sessionCookie);
        }
    }

    /** A file chosen in a form. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Chosen(String field, String name, String type, byte[] content) {}

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** With a header that browsers send only now and then. */
    public HttpResponse<String> get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    /** What is downloaded, as it comes. */
    public HttpResponse<byte[]> download(String path) {
        return bytes(request(path).GET());
    }

    /** What is downloaded by the form of a page that goes to {@code action}. */
    public HttpResponse<byte[]> download(Document page, String action) {
        var token =
                page.select("form[action='" + action + "'] input[name=_csrf]").attr("value");
        return bytes(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token)));
    }

    private HttpResponse<byte[]> bytes(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    public Document page(String path) {
        return Jsoup.parse(get(path).body(), portal.url(path).toString());
    }

    /** Posts the form of a page that goes to {@code action}, with its hidden fields, some values and files. */
    public HttpResponse<String> submit(Document page, String action, Map<String, String> values, Chosen... files) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        var form = page.selectFirst("form[action='" + action + "']");
        if (form == null) {
            throw new IllegalStateException("no form to " + action + " in " + page.title());
        }
        for (var hidden : form.select("input[type=hidden]")) {
            if (!values.containsKey(hidden.attr("name"))) {
                fields.add(Map.entry(hidden.attr("name"), hidden.attr("value")));
            }
        }
        fields.addAll(values.entrySet());
        return post(action, fields, List.of(files));
    }

    public HttpResponse<String> post(String path, List<Map.Entry<String, String>> fields, List<Chosen> files) {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(multipart(fields, files))));
    }

    public HttpResponse<String> send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    public void forget(String cookie) {
        cookies.remove(cookie);
    }

    public String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    public void take(String name, String value) {
        cookies.put(name, value);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(portal.url(path)).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static byte[] multipart(List<Map.Entry<String, String>> fields, List<Chosen> files) {
        var body = new ByteArrayOutputStream();
        for (var field : fields) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                            + field.getValue() + "\r\n");
        }
        for (var file : files) {
            write(
                    body,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: " + file.type() + "\r\n\r\n");
            body.writeBytes(file.content());
            write(body, "\r\n");
        }
        write(body, "--" + BOUNDARY + "--\r\n");
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
