package org.clientportal.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Audience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The story seen from the service desk: what is in its register, and what its agent does (AgentApi). */
final class DeskSide {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final URI desk = URI.create(RunningDemo.sheet().deskUrl());

    /** A subject that no other story has, nor an earlier run against the same demo. */
    static String fresh(String subject) {
        return subject + " " + Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36 * 36), 36);
    }

    List<JsonNode> ticketsAbout(String subject) {
        return json.readTree(send("GET", "/agent/tickets", BodyPublishers.noBody()))
                .valueStream()
                .filter(ticket -> ticket.path("subject").asString().equals(subject))
                .toList();
    }

    /** Tickets whose description has these words. */
    List<JsonNode> ticketsSaying(String words) {
        return json.readTree(send("GET", "/agent/tickets", BodyPublishers.noBody()))
                .valueStream()
                .filter(ticket ->
                        ticket.path("entries").path(0).path("text").asString("").contains(words))
                .toList();
    }

    /** The one ticket with this subject, once it is there. */
    JsonNode arrived(Promise soon, String subject) {
        return soon.until(() -> ticketsAbout(subject), found -> !found.isEmpty())
                .getFirst();
    }

    JsonNode ticket(String id) {
        return json.readTree(send("GET", "/agent/tickets/" + id, BodyPublishers.noBody()));
    }

    /** What people said of an article. */
    JsonNode verdicts(String articleId) {
        return json.readTree(send("GET", "/agent/articles/" + articleId + "/verdicts", BodyPublishers.noBody()));
    }

    /** Tells everybody, in Polish, of an outage that goes on; gives its id. */
    String announcesOutage(String title) {
        var outage = new Announcement(
                "", Announcement.Kind.OUTAGE, title, "", "pl", Audience.EVERYONE, Instant.now(), null, false, 0);
        return json.readTree(send(
                        "POST", "/agent/announcements", BodyPublishers.ofByteArray(json.writeValueAsBytes(outage))))
                .path("id")
                .asString();
    }

    void endsOutage(String id) {
        send("DELETE", "/agent/announcements/" + id, BodyPublishers.noBody());
    }

    /** Puts a tablet with a manual on the books and hands it out; gives its id. */
    String handsOut(String name, String personId) {
        var code = "T-" + ThreadLocalRandom.current().nextInt(1_000_000);
        var asset = new Asset(
                "",
                Asset.Kind.DEVICE,
                name,
                "Tab 5",
                "Samsung",
                code,
                "SN-" + code,
                Asset.State.IN_USE,
                "",
                Asset.Holders.person(personId),
                LocalDate.of(2026, 2, 3),
                null,
                LocalDate.of(2031, 2, 2),
                "Gdańsk",
                List.of(),
                List.of(),
                Instant.EPOCH,
                false,
                0);
        var id = json.readTree(send("POST", "/agent/assets", BodyPublishers.ofByteArray(json.writeValueAsBytes(asset))))
                .path("id")
                .asString();
        send(
                "POST",
                "/agent/assets/" + id + "/files?name=Instrukcja.txt&type=text/plain",
                BodyPublishers.ofString("1."));
        return id;
    }

    JsonNode asset(String id) {
        return json.readTree(send("GET", "/agent/assets", BodyPublishers.noBody()))
                .valueStream()
                .filter(asset -> asset.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    void handsOver(String asset, String personId) {
        send("PUT", "/agent/assets/" + asset + "/holders", Map.of("personIds", List.of(personId)));
    }

    void takesOffTheBooks(String asset) {
        send("DELETE", "/agent/assets/" + asset, BodyPublishers.noBody());
    }

    /** Writes a note for a person; gives its id. */
    String writesNote(String title, String personId, String html) {
        var note = Map.of("title", title, "html", html, "personIds", List.of(personId));
        return json.readTree(send("POST", "/agent/notes", BodyPublishers.ofByteArray(json.writeValueAsBytes(note))))
                .path("id")
                .asString();
    }

    void rewritesNote(String note, String html) {
        send("PUT", "/agent/notes/" + note, Map.of("html", html));
    }

    void attachesToNote(String note, String file) {
        var name = java.net.URLEncoder.encode(file, java.nio.charset.StandardCharsets.UTF_8);
        send(
                "POST",
                "/agent/notes/" + note + "/files?name=" + name + "&type=application/pdf",
                BodyPublishers.ofString("%PDF-1.4"));
    }

    void withdrawsNote(String note) {
        send("DELETE", "/agent/notes/" + note, BodyPublishers.noBody());
    }

    /** Who read a note, oldest first: name, edition, at. */
    List<JsonNode> marks(String note) {
        return json.readTree(send("GET", "/agent/notes/" + note + "/marks", BodyPublishers.noBody()))
                .valueStream()
                .toList();
    }

    List<JsonNode> entries(String id) {
        return ticket(id).path("entries").valueStream().toList();
    }

    byte[] file(String ticketId, String fileId) {
        return bytes("GET", "/tickets/" + ticketId + "/files/" + fileId, BodyPublishers.noBody());
    }

    void replies(String id, String text) {
        send("POST", "/agent/tickets/" + id + "/replies", Map.of("text", text, "agent", "Katarzyna"));
    }

    void repliesInHtml(String id, String html) {
        send("POST", "/agent/tickets/" + id + "/replies", Map.of("text", html, "html", true, "agent", "Katarzyna"));
    }

    /** @param kind such as WAITS_FOR */
    void links(String id, String other, String kind) {
        send("POST", "/agent/tickets/" + id + "/links", Map.of("to", other, "kind", kind));
    }

    void promises(String id, Instant solveBy) {
        send("PUT", "/agent/tickets/" + id + "/target", Map.of("solveBy", solveBy.toString()));
    }

    void waitsFor(String id, String words) {
        send("PUT", "/agent/tickets/" + id + "/waiting-for", Map.of("words", words));
    }

    /** Asks somebody to approve; gives the approval's id. */
    String asks(String id, String personId, String question) {
        return json.readTree(send(
                        "POST",
                        "/agent/tickets/" + id + "/approvals",
                        BodyPublishers.ofByteArray(
                                json.writeValueAsBytes(Map.of("personId", personId, "question", question)))))
                .path("id")
                .asString();
    }

    void withdraws(String id, String approval) {
        send("PUT", "/agent/tickets/" + id + "/approvals/" + approval, Map.of("state", "WITHDRAWN"));
    }

    /** How the first approval of a ticket stands. */
    String approval(String id) {
        return ticket(id).path("approvals").path(0).path("state").asString("");
    }

    /** @param meaning such as SOLVED */
    void sets(String id, String meaning) {
        send("PUT", "/agent/tickets/" + id + "/status", Map.of("meaning", meaning));
    }

    private void send(String method, String path, Map<String, ?> body) {
        send(method, path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private String send(String method, String path, BodyPublisher body) {
        return new String(bytes(method, path, body), java.nio.charset.StandardCharsets.UTF_8);
    }

    private byte[] bytes(String method, String path, BodyPublisher body) {
        try {
            var request = HttpRequest.newBuilder(desk.resolve(path))
                    .method(method, body)
                    .build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
