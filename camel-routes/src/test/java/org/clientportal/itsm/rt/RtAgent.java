package org.clientportal.itsm.rt;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.PlatformAgent;
import org.clientportal.itsm.StatusMeaning;
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
                "portal.itsm.rt.employee-domains",
                "oriale.example"));
        return new Binder(source).bind("portal.itsm.rt", RtSettings.class).get();
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
