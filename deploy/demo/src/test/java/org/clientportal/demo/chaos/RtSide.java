package org.clientportal.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Request Tracker as its agent sees it. */
final class RtSide implements AutoCloseable {

    private static final Pattern AUTHOR = Pattern.compile("portal-author=\"([^\"]+)\"");

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String rest;
    private final String login;

    RtSide(URI rt, String user, String password) {
        rest = rt + "/REST/2.0";
        login = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A ticket with what people said by way of the portal, oldest first.
     *
     * @param requester address of the person it was made for
     */
    record RtTicket(String id, String subject, String requester, List<Said> said) {}

    /** @param author name and address as the portal has written them down */
    record Said(String author, String text) {}

    /** All tickets with a word in the subject, oldest first. */
    List<RtTicket> tickets(String word) {
        var query = URLEncoder.encode("Subject LIKE '" + word + "'", StandardCharsets.UTF_8);
        var found = get("/tickets?query=" + query
                + "&fields=Subject,Requestor&fields[Requestor]=EmailAddress&orderby=id&per_page=100");
        if (found.path("total").asInt() > 100) {
            throw new IllegalStateException("more than one page of tickets");
        }
        return found.path("items")
                .valueStream()
                .map(ticket -> new RtTicket(
                        ticket.path("id").asString(),
                        ticket.path("Subject").asString(),
                        ticket.path("Requestor")
                                .valueStream()
                                .map(person -> person.path("EmailAddress").asString())
                                .collect(Collectors.joining(", ")),
                        said(ticket.path("id").asString())))
                .toList();
    }

    private List<Said> said(String ticket) {
        var parts = get("/ticket/" + ticket + "/attachments?fields=Headers,Content&orderby=id&per_page=100");
        return parts.path("items")
                .valueStream()
                .filter(part -> part.path("Headers").asString().contains("portal-key="))
                .map(part -> new Said(
                        author(part.path("Headers").asString()),
                        part.path("Content").asString().strip()))
                .toList();
    }

    private static String author(String headers) {
        var carried = AUTHOR.matcher(headers);
        if (!carried.find()) {
            return "nobody";
        }
        var author = new String(Base64.getUrlDecoder().decode(carried.group(1)), StandardCharsets.UTF_8);
        return author.substring(author.indexOf('|') + 1);
    }

    void agentReplies(String ticket, String text) {
        var body = json.writeValueAsString(Map.of("Content", text, "ContentType", "text/plain"));
        send(request("/ticket/" + ticket + "/correspond")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private JsonNode get(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(rest + path)).header("Authorization", "Basic " + login);
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.uri() + " gives " + answer.statusCode());
            }
            return json.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
