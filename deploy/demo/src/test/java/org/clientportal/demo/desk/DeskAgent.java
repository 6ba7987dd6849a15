package org.clientportal.demo.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.PlatformAgent;
import org.clientportal.itsm.Receipt;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.clientportal.itsm.TicketLink;
import tools.jackson.databind.json.JsonMapper;

/** Acts on a desk through its JSON for agents. */
class DeskAgent implements PlatformAgent {

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final URI desk;

    DeskAgent(URI desk) {
        this.desk = desk;
    }

    void addsFirm(String id, String name) {
        send("POST", "/agent/organisations", Map.of("id", id, "name", name));
    }

    void addsPerson(String id, String name, String email, String organisationId) {
        send(
                "POST",
                "/agent/people",
                Map.of("id", id, "name", name, "addresses", List.of(email), "organisationId", organisationId));
    }

    @Override
    public String textField() {
        return "Cost centre";
    }

    @Override
    public String choiceField() {
        return "Access level";
    }

    @Override
    public List<String> field(String ticketId, String name) {
        var id = DeskCatalogue.LISTS.fields().stream()
                .filter(field -> field.names().containsValue(name))
                .findFirst()
                .orElseThrow()
                .id();
        return json.readTree(get("/agent/tickets/" + ticketId))
                .path("fields")
                .path(id)
                .valueStream()
                .map(value -> value.asString(""))
                .toList();
    }

    @Override
    public String rating(String ticketId) {
        return json.readTree(get("/agent/tickets/" + ticketId))
                .path("margin")
                .path("rating")
                .path("score")
                .asString("");
    }

    @Override
    public void links(String ticketId, String otherId, TicketLink.Kind kind) {
        send("POST", "/agent/tickets/" + ticketId + "/links", Map.of("to", otherId, "kind", kind));
    }

    @Override
    public void promises(String ticketId, Instant solveBy) {
        send("PUT", "/agent/tickets/" + ticketId + "/target", Map.of("solveBy", solveBy));
    }

    @Override
    public void waitsFor(String ticketId, String words) {
        send("PUT", "/agent/tickets/" + ticketId + "/waiting-for", words.isEmpty() ? Map.of() : Map.of("words", words));
    }

    @Override
    public String asks(String ticketId, String personId, String question) {
        return made("/agent/tickets/" + ticketId + "/approvals", Map.of("personId", personId, "question", question));
    }

    @Override
    public void settles(String ticketId, String approvalId, Approval.State state, String reason) {
        send(
                "PUT",
                "/agent/tickets/" + ticketId + "/approvals/" + approvalId,
                Map.of("state", state.name(), "reason", reason));
    }

    @Override
    public void replies(String ticketId, String html) {
        send("POST", "/agent/tickets/" + ticketId + "/replies", Map.of("text", html, "html", true));
    }

    @Override
    public void repliesPlain(String ticketId, String text) {
        send("POST", "/agent/tickets/" + ticketId + "/replies", Map.of("text", text));
    }

    @Override
    public void notesInternally(String ticketId, String text) {
        send("POST", "/agent/tickets/" + ticketId + "/notes", Map.of("text", text));
    }

    @Override
    public void setsStatus(String ticketId, StatusMeaning meaning) {
        send("PUT", "/agent/tickets/" + ticketId + "/status", Map.of("meaning", meaning));
    }

    @Override
    public void attaches(String ticketId, String fileName, byte[] content) {
        var name = URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        send("POST", "/agent/tickets/" + ticketId + "/files?name=" + name, BodyPublishers.ofByteArray(content));
    }

    @Override
    public void merges(String ticketId, String into) {
        send("POST", "/agent/tickets/" + ticketId + "/merge", Map.of("into", into));
    }

    @Override
    public void deletes(String ticketId) {
        send("DELETE", "/agent/tickets/" + ticketId, BodyPublishers.noBody());
    }

    @Override
    public void locks(String ticketId) {
        send("PUT", "/agent/tickets/" + ticketId + "/lock", Map.of("locked", true));
    }

    @Override
    public void setsPortalAccess(String personId, PortalAccess access) {
        send("PUT", "/agent/people/" + personId + "/portal-access", Map.of("portalAccess", access));
    }

    @Override
    public void puts(String personId, String group) {
        send("PUT", "/agent/people/" + personId + "/groups", Map.of("groups", List.of(group)));
    }

    @Override
    public void takesOutOfGroups(String personId) {
        send("PUT", "/agent/people/" + personId + "/groups", Map.of("groups", List.of()));
    }

    @Override
    public void asksForNewPassword(String personId) {
        send("POST", "/agent/people/" + personId + "/new-password", BodyPublishers.noBody());
    }

    @Override
    public String publishes(Article draft, OutgoingFile... files) {
        var id = made("/agent/articles", draft);
        attach("/agent/articles/" + id, files);
        return id;
    }

    private void attach(String to, OutgoingFile... files) {
        for (var file : files) {
            upload(to + "/files?", file);
        }
    }

    /** @param to ends where the further parameters begin */
    private void upload(String to, OutgoingFile file) {
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8);
        var type = URLEncoder.encode(file.contentType(), StandardCharsets.UTF_8);
        try (var bytes = file.content().open()) {
            send("POST", to + "name=" + name + "&type=" + type, BodyPublishers.ofByteArray(bytes.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String registers(Asset draft, OutgoingFile... files) {
        var id = made("/agent/assets", draft);
        attach("/agent/assets/" + id, files);
        return id;
    }

    @Override
    public void handsOver(String assetId, Asset.Holders to) {
        send("PUT", "/agent/assets/" + assetId + "/holders", to);
    }

    @Override
    public void setsAssetState(String assetId, Asset.State state) {
        send("PUT", "/agent/assets/" + assetId + "/state", Map.of("state", state));
    }

    @Override
    public void discards(String assetId) {
        send("DELETE", "/agent/assets/" + assetId, BodyPublishers.noBody());
    }

    @Override
    public void concerns(String ticketId, String assetId) {
        send("POST", "/agent/tickets/" + ticketId + "/assets", Map.of("assetId", assetId));
    }

    @Override
    public String issues(Receipt draft) {
        return made("/agent/receipts", draft);
    }

    @Override
    public void revises(String receiptId, Receipt draft) {
        send("PUT", "/agent/receipts/" + receiptId, draft);
    }

    @Override
    public void recalls(String receiptId) {
        send("DELETE", "/agent/receipts/" + receiptId, BodyPublishers.noBody());
    }

    @Override
    public String notes(Note draft, OutgoingFile... files) {
        var id = made("/agent/notes", draft);
        attach("/agent/notes/" + id, files);
        return id;
    }

    @Override
    public String issues(Document draft, OutgoingFile first) {
        var id = made("/agent/documents", draft);
        issuesAgain(id, first, "");
        return id;
    }

    @Override
    public void rewritesNote(String noteId, String title, String html) {
        send("PUT", "/agent/notes/" + noteId, Map.of("title", title, "html", html));
    }

    @Override
    public void redirectsNote(String noteId, List<String> personIds) {
        send("PUT", "/agent/notes/" + noteId, Map.of("personIds", personIds));
    }

    @Override
    public void withdrawsNote(String noteId) {
        send("DELETE", "/agent/notes/" + noteId, BodyPublishers.noBody());
    }

    @Override
    public List<Mark> marks(String noteId) {
        return json.readTree(get("/agent/notes/" + noteId + "/marks"))
                .valueStream()
                .map(mark -> new Mark(
                        mark.path("name").asString(),
                        java.time.Instant.parse(mark.path("at").asString())))
                .toList();
    }

    @Override
    public void issuesAgain(String documentId, OutgoingFile newer, String changes) {
        upload(
                "/agent/documents/" + documentId + "/versions?changes="
                        + URLEncoder.encode(changes, StandardCharsets.UTF_8) + "&",
                newer);
    }

    @Override
    public void addresses(String documentId, Audience to) {
        send("PUT", "/agent/documents/" + documentId + "/audience", to);
    }

    @Override
    public void takesBack(String documentId) {
        send("DELETE", "/agent/documents/" + documentId, BodyPublishers.noBody());
    }

    @Override
    public void rewrites(String articleId, String title, String html) {
        send("PUT", "/agent/articles/" + articleId, Map.of("title", title, "html", html));
    }

    @Override
    public void unpublishes(String articleId) {
        send("PUT", "/agent/articles/" + articleId + "/published", Map.of("published", false));
    }

    @Override
    public void publishesAgain(String articleId) {
        send("PUT", "/agent/articles/" + articleId + "/published", Map.of("published", true));
    }

    @Override
    public List<Verdict> verdicts(String articleId) {
        return json.readTree(get("/agent/articles/" + articleId + "/verdicts"))
                .valueStream()
                .map(verdict -> new Verdict(
                        verdict.path("name").asString(),
                        verdict.path("helped").asBoolean(),
                        verdict.path("reason").asString()))
                .toList();
    }

    @Override
    public String announces(Announcement draft) {
        return made("/agent/announcements", draft);
    }

    @Override
    public void withdraws(String announcementId) {
        send("DELETE", "/agent/announcements/" + announcementId, BodyPublishers.noBody());
    }

    private String made(String path, Object draft) {
        return json.readTree(send("POST", path, BodyPublishers.ofByteArray(json.writeValueAsBytes(draft))))
                .path("id")
                .asString();
    }

    String get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    private void send(String method, String path, Object body) {
        send(method, path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    }

    private String send(String method, String path, BodyPublisher body) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(desk.resolve(path))
                            .method(method, body)
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
