package org.clientportal.demo.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.Kind;
import org.clientportal.itsm.Rating;
import org.clientportal.itsm.StatusMeaning;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The desk as its agents and its saboteur see it. */
final class DeskSide {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI desk;
    private final String token;

    DeskSide(URI desk, String token) {
        this.desk = desk;
        this.token = token;
    }

    /** A ticket with what was said in it. */
    record DeskTicket(
            String id,
            String number,
            String subject,
            String requesterId,
            List<DeskEntry> entries,
            List<Approval> approvals,
            DeskMargin margin) {

        /** What the person can read as words, oldest first. */
        List<DeskEntry> said() {
            return entries.stream()
                    .filter(entry -> !entry.internal() && !entry.text().isBlank())
                    .toList();
        }
    }

    record DeskEntry(
            Kind kind,
            boolean internal,
            Author author,
            String text,
            @Nullable String requestKey) {}

    /** What stands beside a ticket. */
    record DeskMargin(@Nullable Rating rating) {}

    void moveIn(Writer writer, String firmName) {
        send("POST", "/agent/organisations", Map.of("id", writer.firm(), "name", firmName));
        send(
                "POST",
                "/agent/people",
                Map.of(
                        "id",
                        writer.id(),
                        "name",
                        writer.name(),
                        "addresses",
                        List.of(writer.email()),
                        "organisationId",
                        writer.firm()));
    }

    void agentReplies(String ticketId, String text) {
        send("POST", "/agent/tickets/" + ticketId + "/replies", Map.of("text", text, "agent", "Piotr Zieliński"));
    }

    /** Asks a person whether they agree to a ticket. */
    void asks(String ticketId, String personId) {
        send(
                "POST",
                "/agent/tickets/" + ticketId + "/approvals",
                Map.of("personId", personId, "question", "Czy zamawiamy?"));
    }

    void solves(String ticketId) {
        send("PUT", "/agent/tickets/" + ticketId + "/status", Map.of("meaning", StatusMeaning.SOLVED));
    }

    /**
     * Orders faults at {@code /chaos}; an empty map ends them. Always with a desk that would act twice when sent to twice, so
     * that only asking before repeating saves the portal.
     */
    void order(Map<String, Object> faults) {
        var all = new HashMap<>(faults);
        all.put("forgetful", true);
        send("PUT", "/chaos", all);
    }

    /** Whether the faults ordered for so many submissions have all struck. */
    boolean struck() {
        return json.readTree(send("GET", "/chaos", null)).path("times").asInt() == 0;
    }

    List<DeskTicket> tickets() {
        return List.of(json.readValue(send("GET", "/agent/tickets", null), DeskTicket[].class));
    }

    /** How many submissions of the portal have been acted upon. */
    long acted() {
        return tickets().stream()
                .flatMap(ticket -> ticket.entries().stream())
                .filter(entry -> entry.requestKey() != null)
                .count();
    }

    private String send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(desk.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("desk: " + method + " " + path + " gives " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        }
    }
}
