package org.clientportal.itsm.rt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clientportal.itsm.Catalogue;
import org.clientportal.itsm.ChangePage;
import org.clientportal.itsm.Check;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.ItsmConnector;
import org.clientportal.itsm.ItsmRejected;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Ticket;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.jspecify.annotations.Nullable;

/** Request Tracker 5. */
class RtConnector implements ItsmConnector {

    private final RtClient rt;
    private final RtSettings settings;
    private final RtTickets tickets;
    private final RtFeed feed;
    private final RtDelivery delivery;
    private final RtPack pack;

    RtConnector(RtClient rt, RtSettings settings, Clock clock) {
        this.rt = rt;
        this.settings = settings;
        var people = new RtPeople(rt, settings, clock);
        this.tickets = new RtTickets(rt, settings, people);
        var knowledge = new RtKnowledge(rt, settings, people);
        var assets = new RtAssets(rt, settings.assets());
        var notes = new RtNotes(rt, settings, people);
        this.feed = new RtFeed(rt, settings, people, tickets, knowledge, assets, notes, clock);
        this.delivery = new RtDelivery(
                rt,
                settings,
                people,
                tickets,
                new RtVerdicts(rt, settings, knowledge),
                new RtAfterwards(rt, tickets, assets),
                notes);
        this.pack = new RtPack(rt, settings);
    }

    @Override
    public Check check() {
        var findings = pack.checkOfTickets();
        return findings.stream()
                .filter(finding -> !finding.ok())
                .findFirst()
                .orElseGet(() -> Check.passed(
                        settings + ", version " + findings.getFirst().summary()));
    }

    @Override
    public Catalogue catalogue() {
        var queues = queues();
        return new Catalogue(
                categories(queues),
                priorities(),
                Integer.toString(settings.ordinaryPriority()),
                statuses(),
                fields(queues));
    }

    private List<RtItem> queues() {
        return rt.page("/queues/all?fields=Name,SortOrder&per_page=100").stream()
                .filter(queue -> !settings.isNoTicketQueue(queue.text("Name")))
                .toList();
    }

    /** The custom fields of tickets that the administrators of RT made, each with its queues. */
    private List<Catalogue.TicketField> fields(List<RtItem> queues) {
        var names = new TreeMap<Long, String>();
        var ofQueues = new HashMap<Long, List<String>>();
        for (var queue : queues) {
            var fields = rt.get("/queue/{id}", queue.id())
                    .map(whole -> whole.objects("TicketCustomFields"))
                    .orElse(List.of());
            for (var field : fields) {
                if (!RtFields.TICKET.contains(field.text("name"))
                        && !RtFields.TICKET_LATER.contains(field.text("name"))
                        && !RtFields.APPROVAL.contains(field.text("name"))) {
                    names.put(field.idNumber(), field.text("name"));
                    ofQueues.computeIfAbsent(field.idNumber(), id -> new ArrayList<>())
                            .add(queue.id());
                }
            }
        }
        return names.entrySet().stream()
                .map(field -> new Catalogue.TicketField(
                        field.getKey().toString(),
                        Map.of("", field.getValue()),
                        ofQueues.getOrDefault(field.getKey(), List.of())))
                .toList();
    }

    private List<Catalogue.Choice> categories(List<RtItem> queues) {
        return queues.stream()
                .sorted(Comparator.comparingLong((RtItem queue) -> queue.number("SortOrder"))
                        .thenComparing(queue -> queue.text("Name")))
                .map(this::category)
                .toList();
    }

    private Catalogue.Choice category(RtItem queue) {
        var names = new LinkedHashMap<>(Map.of("", queue.text("Name")));
        names.putAll(settings.queueNames().getOrDefault(queue.text("Name"), Map.of()));
        return new Catalogue.Choice(queue.id(), names);
    }

    private List<Catalogue.Choice> priorities() {
        return settings.priorities().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(step -> priority(step.getKey().toString(), step.getValue()))
                .toList();
    }

    private static Catalogue.Choice priority(String id, Map<String, String> byLanguage) {
        var names = new LinkedHashMap<>(byLanguage);
        names.putIfAbsent("", byLanguage.getOrDefault("en", id));
        return new Catalogue.Choice(id, names);
    }

    /** RT does not tell its statuses over REST, so these are the settings', and each solved one once more confirmed. */
    private List<Catalogue.Status> statuses() {
        return settings.statuses().entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry<String, StatusMeaning>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .flatMap(status -> {
                    var name = status.getKey();
                    var plain = new Catalogue.Status(name, name, status.getValue());
                    return status.getValue() != StatusMeaning.SOLVED
                            ? Stream.of(plain)
                            : Stream.of(
                                    plain,
                                    new Catalogue.Status(
                                            name + RtStory.CONFIRMED, name + ", confirmed", StatusMeaning.CLOSED));
                })
                .toList();
    }

    @Override
    public ChangePage changes(@Nullable String cursor) {
        return feed.after(cursor);
    }

    @Override
    public Optional<Ticket> ticket(String ticketId) {
        return tickets.ticket(ticketId);
    }

    /** By way of a temporary file: RT sends the content as Base64 within JSON, and the caller's pace is its own. */
    @Override
    public InputStream openFile(String fileId) {
        var ofArticle = fileId.startsWith(RtKnowledge.FILE);
        var part = fileId.startsWith(RtNotes.FILE) ? fileId.substring(RtNotes.FILE.length()) : fileId;
        if (!ofArticle) {
            requirePresent(part);
        }
        try {
            var file = Files.createTempFile("rt-file-", null);
            try {
                if (ofArticle) {
                    fetchOfArticle(fileId, file);
                } else {
                    fetch(part, file);
                }
                return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fetch(String fileId, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            rt.attachment(fileId, out);
        }
    }

    private void fetchOfArticle(String fileId, Path file) throws IOException {
        var id = fileId.substring(RtKnowledge.FILE.length());
        try (var out = Files.newOutputStream(file)) {
            if (!id.matches("\\d{1,15}") || !rt.customFieldFile(id, out)) {
                throw new ItsmRejected(ItsmRejected.Reason.GONE, "file " + fileId);
            }
        }
    }

    /** Asked first, because RT answers 500 for an attachment that it does not have. */
    private void requirePresent(String fileId) {
        if (!fileId.matches("\\d{1,15}")
                || rt.search("/attachments", List.of(Limit.is("id", fileId))).isEmpty()) {
            throw new ItsmRejected(ItsmRejected.Reason.GONE, "file " + fileId);
        }
    }

    @Override
    public Delivered deliver(Submission submission) {
        return delivery.deliver(submission);
    }

    @Override
    public Optional<Delivered> find(Submission submission) {
        return delivery.find(submission);
    }

    /** A cursor behind everything there is now. */
    String end() {
        return feed.beginning().in(RtCursor.Phase.FEED, 0).toString();
    }
}
