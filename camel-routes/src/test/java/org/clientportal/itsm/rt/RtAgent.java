package org.clientportal.itsm.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Announcement;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Article;
import org.clientportal.itsm.Asset;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Document;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Note;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.PlatformAgent;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.clientportal.itsm.TicketLink;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpMethod;

/** An agent who works in a real RT. */
class RtAgent implements PlatformAgent {

    private final RtClient rt;

    RtAgent(URI url, String user, String password) {
        this.rt = new RtClient(settings(url, user, password));
    }

    /** As Spring Boot would bind them, defaults included. */
    static RtSettings settings(URI url, String user, String password) {
        var source = new MapConfigurationPropertySource(Map.of(
                "portal.itsm.rt.url",
                url.toString(),
                "portal.itsm.rt.user",
                user,
                "portal.itsm.rt.password",
                password,
                "portal.itsm.rt.request-limit",
                "30s",
                "portal.itsm.rt.people-every",
                "1s",
                "portal.itsm.rt.assets.public-fields",
                "Pamięć",
                "portal.itsm.rt.employee-domains",
                "oriale.example"));
        return new Binder(source).bind("portal.itsm.rt", RtSettings.class).get();
    }

    @Override
    public String textField() {
        return "Cost centre";
    }

    @Override
    public String choiceField() {
        return "Device model";
    }

    @Override
    public List<String> field(String ticketId, String name) {
        return rt.get("/ticket/{id}", ticketId).orElseThrow().objects("CustomFields").stream()
                .filter(field -> field.text("name").equals(name))
                .flatMap(field -> field.json().path("values").valueStream())
                .map(value -> value.asString(""))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    @Override
    public String rating(String ticketId) {
        return rt.get("/ticket/{id}", ticketId).orElseThrow().customField(RtFields.RATING);
    }

    @Override
    public void links(String ticketId, String otherId, TicketLink.Kind kind) {
        var link = switch (kind) {
            case RELATED -> "RefersTo";
            case PARENT -> "MemberOf";
            case CHILD -> "Members";
            case WAITS_FOR -> "DependsOn";
            case NEEDED_BY -> "DependedOnBy";
        };
        put("/ticket/" + ticketId, Map.of("Add" + link, otherId), "Ticket " + ticketId);
    }

    @Override
    public void promises(String ticketId, Instant solveBy) {
        put("/ticket/" + ticketId, Map.of("Due", rtTime(solveBy)), "Due");
    }

    @Override
    public void waitsFor(String ticketId, String words) {
        put("/ticket/" + ticketId, Map.of("CustomFields", Map.of(RtFields.WAITING_FOR, words)), RtFields.WAITING_FOR);
    }

    @Override
    public String asks(String ticketId, String personId, String question) {
        write(ticketId, RtFields.APPROVAL_ASKED, login(personId) + (question.isEmpty() ? "" : ": " + question));
        return RtApprovals.id(ticketId, personId);
    }

    /** Of a person who is asked alone. */
    @Override
    public void settles(String ticketId, String approvalId, Approval.State state, String reason) {
        var login = login(approvalId.substring(ticketId.length() + 1));
        switch (state) {
            case APPROVED -> write(ticketId, RtFields.APPROVAL_GIVEN, login + ": approved: " + reason);
            case REFUSED -> write(ticketId, RtFields.APPROVAL_GIVEN, login + ": refused: " + reason);
            default -> write(ticketId, RtFields.APPROVAL_ASKED);
        }
    }

    private void write(String ticketId, String field, String... values) {
        rt.write(HttpMethod.PUT, Map.of("CustomFields", Map.of(field, List.of(values))), "/ticket/{id}", ticketId);
    }

    private String login(String personId) {
        return rt.get("/user/{id}", personId).orElseThrow().text("Name");
    }

    @Override
    public String registers(Asset draft, OutgoingFile... files) {
        var fields = new HashMap<String, Object>();
        fields.put("Inventory code", draft.code());
        fields.put("Serial number", draft.serial());
        fields.put("Model", draft.model());
        fields.put("Manufacturer", draft.maker());
        fields.put("Kind of asset", draft.kind().name().toLowerCase(Locale.ROOT));
        fields.put("Held since", String.valueOf(draft.heldSince()));
        fields.put("Return by", String.valueOf(draft.returnBy()));
        fields.put("Warranty until", String.valueOf(draft.warrantyUntil()));
        fields.put("Location", draft.location());
        fields.put("Shared with organisation", draft.holders().organisationIds());
        draft.fields().forEach(field -> fields.put(field.name(), field.value()));
        if (files.length > 0) {
            fields.put("Documents", List.of(files).stream().map(RtAgent::upload).toList());
        }
        fields.values().removeIf(List.of()::equals);
        return new RtItem(rt.write(
                                HttpMethod.POST,
                                Map.of(
                                        "Catalog",
                                        "Portal assets",
                                        "Name",
                                        draft.name(),
                                        "Status",
                                        "in-use",
                                        "HeldBy",
                                        principals(draft.holders()),
                                        "CustomFields",
                                        fields),
                                "/asset")
                        .body())
                .id();
    }

    /** As REST names them: users by their name, groups with a word before. */
    private List<String> principals(Asset.Holders holders) {
        var named =
                new ArrayList<>(holders.personIds().stream().map(this::login).toList());
        holders.groups().forEach(group -> named.add("group:" + group));
        return named;
    }

    @Override
    public void handsOver(String assetId, Asset.Holders to) {
        rt.write(HttpMethod.PUT, Map.of("HeldBy", principals(to)), "/asset/{id}", assetId);
    }

    @Override
    public void setsAssetState(String assetId, Asset.State state) {
        var word = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        rt.write(HttpMethod.PUT, Map.of("CustomFields", Map.of("State for the holder", word)), "/asset/{id}", assetId);
    }

    @Override
    public void discards(String assetId) {
        put("/asset/" + assetId, Map.of("Status", "deleted"), "deleted");
    }

    @Override
    public void concerns(String ticketId, String assetId) {
        put("/ticket/" + ticketId, Map.of("AddRefersTo", "asset:" + assetId), "Ticket " + ticketId);
    }

    @Override
    public String notes(Note draft, OutgoingFile... files) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("Queue", "Notes");
        fields.put("Subject", draft.title());
        fields.put("Requestor", draft.personIds().stream().map(this::login).toList());
        fields.put("Content", draft.html());
        fields.put("ContentType", "text/html");
        return new RtItem(rt.write(new RtMessage(fields, List.of(files)), "/ticket")
                        .body())
                .id();
    }

    @Override
    public void rewritesNote(String noteId, String title, String html) {
        rt.write(HttpMethod.PUT, Map.of("Subject", title), "/ticket/{id}", noteId);
        correspond(noteId, Map.of("Content", html, "ContentType", "text/html"));
    }

    @Override
    public void redirectsNote(String noteId, List<String> personIds) {
        rt.write(
                HttpMethod.PUT,
                Map.of("Requestor", personIds.stream().map(this::login).toList()),
                "/ticket/{id}",
                noteId);
    }

    @Override
    public void withdrawsNote(String noteId) {
        put("/ticket/" + noteId, Map.of("Status", "rejected"), "rejected");
    }

    @Override
    public List<Mark> marks(String noteId) {
        return rt.get("/ticket/{id}", noteId).orElseThrow().customFieldValues(RtFields.NOTE_READS).stream()
                .map(line -> line.split(" \\| ")[0])
                .map(seen -> new Mark(
                        seen.substring(0, seen.lastIndexOf(", ")),
                        Instant.parse(seen.substring(seen.lastIndexOf(", ") + 2))))
                .toList();
    }

    @Override
    public void replies(String ticketId, String html) {
        correspond(ticketId, Map.of("Content", html, "ContentType", "text/html"));
    }

    @Override
    public void repliesPlain(String ticketId, String text) {
        correspond(ticketId, Map.of("Content", text, "ContentType", "text/plain"));
    }

    @Override
    public void notesInternally(String ticketId, String text) {
        rt.write(
                HttpMethod.POST,
                Map.of("Content", text, "ContentType", "text/plain"),
                "/ticket/{id}/comment",
                ticketId);
    }

    @Override
    public void setsStatus(String ticketId, StatusMeaning meaning) {
        var status = switch (meaning) {
            case NEW -> "new";
            case IN_WORK, PLANNED, WAITING_FOR_OTHERS -> "open";
            case WAITING_FOR_PERSON -> "stalled";
            case SOLVED -> "resolved";
            case CLOSED -> "rejected";
        };
        put("/ticket/" + ticketId, Map.of("Status", status), "Status changed");
    }

    @Override
    public void attaches(String ticketId, String fileName, byte[] content) {
        var name = "=?UTF-8?B?" + Base64.getEncoder().encodeToString(fileName.getBytes(StandardCharsets.UTF_8)) + "?=";
        var file = Map.of(
                "FileName",
                name,
                "FileType",
                "application/pdf",
                "FileContent",
                Base64.getEncoder().encodeToString(content));
        correspond(ticketId, Map.of("Content", "See there", "ContentType", "text/plain", "Attachments", List.of(file)));
    }

    @Override
    public void merges(String ticketId, String into) {
        put("/ticket/" + ticketId, Map.of("MergeInto", into), "Merge Successful");
    }

    @Override
    public void deletes(String ticketId) {
        put("/ticket/" + ticketId, Map.of("Status", "deleted"), "deleted");
    }

    @Override
    public void setsPortalAccess(String personId, PortalAccess access) {
        var fields = Map.of(RtFields.PORTAL_ACCESS, access.name().toLowerCase(Locale.ROOT));
        rt.write(HttpMethod.PUT, Map.of("CustomFields", fields), "/user/{id}", personId);
    }

    /** The group is one of RT's sample: an agent makes none. */
    @Override
    public void puts(String personId, String group) {
        rt.write(HttpMethod.PUT, List.of(personId), "/group/{id}/members", group(group));
    }

    @Override
    public void takesOutOfGroups(String personId) {
        takesOut(personId, "Managers of the contract");
    }

    /** What is deleted is answered without JSON, which is no word of RT's to the portal. */
    void takesOut(String personId, String group) {
        try {
            rt.write(HttpMethod.DELETE, Map.of(), "/group/{id}/member/{person}", group(group), personId);
        } catch (ItsmUnavailable answered) {
            assertThat(answered).hasMessageContaining("RT answered 204");
        }
    }

    private String group(String name) {
        return rt.search("/groups?fields=Name", List.of(Limit.is("Domain", "UserDefined"), Limit.is("Name", name)))
                .getFirst()
                .id();
    }

    @Override
    public void asksForNewPassword(String personId) {
        var now = Clock.systemUTC()
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
        put("/user/" + personId, Map.of("CustomFields", Map.of(RtFields.PASSWORD_ASKED, now)), RtFields.PASSWORD_ASKED);
    }

    @Override
    public String publishes(Article draft, OutgoingFile... files) {
        var fields = fields(draft.audience(), draft.language(), draft.validFrom(), draft.validUntil());
        fields.put("Body", draft.html());
        fields.put("Category", String.join(" / ", draft.category()));
        fields.put("Keywords", String.join(", ", draft.keywords()));
        fields.put("Related", String.join(", ", draft.relatedIds()));
        if (files.length > 0) {
            fields.put("Files", List.of(files).stream().map(RtAgent::upload).toList());
        }
        return article("Portal knowledge", draft.title(), draft.summary(), fields);
    }

    private static Map<String, String> upload(OutgoingFile file) {
        try (var in = file.content().open()) {
            return Map.of(
                    "FileName",
                    file.name(),
                    "FileType",
                    file.contentType(),
                    "FileContent",
                    Base64.getEncoder().encodeToString(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> fields(
            Audience audience, @Nullable String language, @Nullable Instant from, @Nullable Instant until) {
        var lines = new ArrayList<String>();
        if (audience.everyone()) {
            lines.add("everyone");
        }
        audience.organisationIds().forEach(name -> lines.add("organisation: " + name));
        audience.groups().forEach(name -> lines.add("group: " + name));
        audience.personIds()
                .forEach(id -> lines.add(
                        "person: " + rt.get("/user/{id}", id).orElseThrow().text("Name")));
        var fields = new HashMap<String, Object>();
        fields.put("Audience", String.join("\r\n", lines)); // as a browser's text area sends it
        fields.put("Public", audience.open() ? "yes" : "no");
        fields.put("Language", language == null ? "" : language);
        fields.put("Valid from", from == null ? "" : rtTime(from));
        fields.put("Valid until", until == null ? "" : rtTime(until));
        return fields;
    }

    private static String rtTime(Instant at) {
        return at.toString().replace('T', ' ').replace("Z", "");
    }

    /** Values that are empty are left out, as the form does. */
    private String article(String className, String name, String summary, Map<String, Object> fields) {
        fields.values().removeIf(""::equals);
        return new RtItem(rt.write(
                                HttpMethod.POST,
                                Map.of("Class", className, "Name", name, "Summary", summary, "CustomFields", fields),
                                "/article")
                        .body())
                .id();
    }

    String writes(String className, String name) {
        return article(className, name, "", new HashMap<>());
    }

    @Override
    public void rewrites(String articleId, String title, String html) {
        put("/article/" + articleId, Map.of("Name", title, "CustomFields", Map.of("Body", html)), "Name changed");
    }

    @Override
    public void unpublishes(String articleId) {
        put("/article/" + articleId, Map.of("Disabled", 1), "Disabled changed");
    }

    @Override
    public void publishesAgain(String articleId) {
        put("/article/" + articleId, Map.of("Disabled", 0), "Disabled changed");
    }

    void saysFor(String articleId, String audience) {
        put("/article/" + articleId, Map.of("CustomFields", Map.of("Audience", audience)), "Audience");
    }

    /** In the queue for them, one ticket each. */
    @Override
    public List<Verdict> verdicts(String articleId) {
        var query = "Queue = 'Knowledge feedback' AND Subject LIKE 'Article " + articleId + " '";
        return rt.page("/tickets?query={query}&fields=Subject,CustomFields&orderby=id&per_page=100", query).stream()
                .map(ticket -> new Verdict(
                        ticket.customField(RtFields.AUTHOR).split("\\|")[1],
                        ticket.text("Subject").startsWith("Article " + articleId + " helped: "),
                        reason(ticket.id())))
                .toList();
    }

    private String reason(String ticketId) {
        var created = rt.search(
                "/transactions?fields=Type",
                List.of(
                        Limit.is("ObjectType", "RT::Ticket"),
                        Limit.is("ObjectId", ticketId),
                        Limit.is("Type", "Create")));
        var parts = rt.search(
                "/attachments?fields=Content",
                List.of(Limit.in(
                        "TransactionId", created.stream().map(RtItem::id).toList())));
        var text = parts.getFirst().text("Content");
        return text.substring(0, text.lastIndexOf("-- \n")).strip();
    }

    @Override
    public String announces(Announcement draft) {
        var fields = fields(draft.audience(), draft.language(), draft.from(), draft.until());
        fields.remove("Public");
        fields.put("Kind", draft.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        fields.put("Text", draft.text().replace("\n", "\r\n"));
        return article("Portal announcements", draft.title(), "", fields);
    }

    @Override
    public void withdraws(String announcementId) {
        unpublishes(announcementId);
    }

    @Override
    public String issues(Document draft, OutgoingFile first) {
        var fields = fields(draft.audience(), null, null, null);
        fields.remove("Public");
        fields.put("Kind of document", draft.kind());
        fields.put("Versions", List.of(upload(first)));
        return article("Portal documents", draft.title(), draft.summary(), fields);
    }

    /** As the page of the article does: one more file, and a line for it. */
    @Override
    public void issuesAgain(String documentId, OutgoingFile newer, String changes) {
        var row = rt.get("/article/{id}", documentId).orElseThrow();
        var there = row.customFieldObjects("Versions").size();
        var fields = new HashMap<String, Object>();
        var files = new ArrayList<Object>(row.customFieldObjects("Versions").stream()
                .map(file -> file.text("filename"))
                .toList());
        files.add(upload(newer));
        fields.put("Versions", files);
        if (!changes.isEmpty()) {
            fields.put("What is new", (row.customField("What is new") + "\r\n" + (there + 1) + ": " + changes).strip());
        }
        put("/article/" + documentId, Map.of("CustomFields", fields), "added");
    }

    @Override
    public void addresses(String documentId, Audience to) {
        var audience = String.valueOf(fields(to, null, null, null).get("Audience"));
        put("/article/" + documentId, Map.of("CustomFields", Map.of("Audience", audience)), "Audience");
    }

    @Override
    public void takesBack(String documentId) {
        unpublishes(documentId);
    }

    void disables(String personId, boolean disabled) {
        put("/user/" + personId, Map.of("Disabled", disabled ? 1 : 0), disabled ? "disabled" : "enabled");
    }

    void moves(String ticketId, String queue) {
        put("/ticket/" + ticketId, Map.of("Queue", queue), "Queue changed");
    }

    /** A ticket that did not come from the portal. */
    String opens(String queue, String requestor, String subject) {
        return new RtItem(rt.write(
                                HttpMethod.POST,
                                Map.of("Queue", queue, "Requestor", requestor, "Subject", subject, "Content", "Text"),
                                "/ticket")
                        .body())
                .id();
    }

    private void correspond(String ticketId, Map<String, Object> message) {
        rt.write(HttpMethod.POST, message, "/ticket/{id}/correspond", ticketId);
    }

    private void put(String path, Map<String, Object> body, String expected) {
        assertThat(rt.write(HttpMethod.PUT, body, path).words()).contains(expected);
    }
}
