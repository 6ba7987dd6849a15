package org.clientportal.demo.desk;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.clientportal.demo.desk.Agents.Words;
import org.clientportal.itsm.Entry.Author;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.StatusMeaning;

/** The page on which a newcomer answers as the agent. Plain HTML forms; the templates escape everything. */
final class AgentPages {

    private static final int PAGE = 50;
    static final Set<String> PICTURES = Set.of("image/png", "image/jpeg", "image/gif");

    private final Register register;
    private final Agents agents;
    private final DeskFiles files;
    private final PageFrame frame;

    AgentPages(Register register, Agents agents, DeskFiles files, PageFrame frame) {
        this.register = register;
        this.agents = agents;
        this.files = files;
        this.frame = frame;
    }

    void serve(Router routes) {
        var router = new SameSite(routes);
        router.on("GET", "/", this::tickets);
        router.on("GET", "/tickets/{id}", this::ticket);
        router.on("POST", "/tickets/{id}/entries", this::say);
        router.on("POST", "/tickets/{id}/status", call -> {
            agents.setStatus(call.path("id"), frame.me(call), call.form().getOrDefault("status", ""));
            back(call);
        });
        router.on("POST", "/tickets/{id}/assignee", call -> {
            var name = call.form().getOrDefault("agent", "");
            agents.assign(call.path("id"), name.isEmpty() ? null : name);
            back(call);
        });
        router.on("GET", "/tickets/{id}/files/{file}", this::file);
        router.on("POST", "/me", call -> {
            call.set(
                    "Set-Cookie",
                    "agent=" + encode(call.form().getOrDefault("agent", "")) + "; Path=/; SameSite=Strict; HttpOnly");
            call.seeOther("/");
        });
        router.on("GET", "/people", this::people);
        router.on("POST", "/people/{id}", this::changePerson);
        router.on("GET", "/desk.css", call -> call.answer(200, "text/css", css()));
    }

    private void tickets(Call call) throws IOException {
        var status = call.query("status").orElse("");
        var words = call.query("q").orElse("").strip();
        int page = call.query("page").map(Integer::parseInt).orElse(1);
        var all = register.read(view -> view.tickets()).stream()
                .filter(ticket -> !ticket.gone() && ticket.mergedInto() == null)
                .toList();
        var found = all.stream()
                .filter(ticket -> status.equals("all")
                        || (status.isEmpty()
                                ? isOpen(ticket)
                                : ticket.statusId().equals(status)))
                .filter(ticket -> matches(ticket, words))
                .sorted(Comparator.comparing(DeskTicket::changedAt).reversed())
                .toList();
        var rows = found.stream()
                .skip((Math.max(page, 1) - 1L) * PAGE)
                .limit(PAGE)
                .map(this::row)
                .toList();
        var model = frame.model(call, "Tickets");
        model.put("rows", rows);
        model.put("total", found.size());
        model.put("open", all.stream().filter(AgentPages::isOpen).count());
        model.put("status", status);
        model.put("q", words);
        model.put("page", page);
        model.put("more", found.size() > Math.max(page, 1) * PAGE);
        call.html(200, frame.draw("tickets", model));
    }

    private static boolean isOpen(DeskTicket ticket) {
        return DeskCatalogue.meaning(ticket.statusId()) != StatusMeaning.CLOSED;
    }

    private boolean matches(DeskTicket ticket, String words) {
        var wanted = words.toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || ticket.number().equals(wanted)
                || (ticket.subject() + " " + name(ticket.requesterId()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted);
    }

    private Map<String, Object> row(DeskTicket ticket) {
        var last = ticket.lastPublic();
        var row = new HashMap<String, Object>();
        row.put("id", ticket.id());
        row.put("number", ticket.number());
        row.put("subject", ticket.subject().isBlank() ? "(no subject)" : ticket.subject());
        row.put("statusId", ticket.statusId());
        row.put("status", statusName(ticket.statusId()));
        row.put("requester", name(ticket.requesterId()));
        row.put("organisation", organisation(ticket));
        row.put("agent", ticket.agentName() == null ? "" : ticket.agentName());
        row.put("changed", Pages.time(ticket.changedAt()));
        row.put("priority", ticket.priorityId());
        row.put("waits", isOpen(ticket) && last.author().role() == org.clientportal.itsm.Entry.Role.PERSON);
        return row;
    }

    private void ticket(Call call) throws IOException {
        var found = register.read(view -> view.ticket(call.path("id")));
        if (found.isEmpty()) {
            call.html(404, frame.draw("missing", frame.model(call, "Not here")));
            return;
        }
        var ticket = found.get();
        var model = frame.model(call, "#" + ticket.number());
        model.put("ticket", row(ticket));
        model.put(
                "category",
                DeskCatalogue.LISTS.categories().stream()
                        .filter(choice -> choice.id().equals(ticket.categoryId()))
                        .map(choice -> choice.name("en"))
                        .findFirst()
                        .orElse(""));
        model.put("created", Pages.time(ticket.createdAt()));
        model.put(
                "participants", ticket.participantIds().stream().map(this::name).toList());
        model.put("assets", AssetPages.of(ticket, register));
        model.put("approvals", ApprovalPages.of(ticket, this::name));
        model.put(
                "fields",
                DeskCatalogue.LISTS.fields().stream()
                        .filter(field -> ticket.fields().containsKey(field.id()))
                        .map(field -> Map.of(
                                "name",
                                String.valueOf(field.names().get("en")),
                                "value",
                                String.join(", ", ticket.fields().getOrDefault(field.id(), List.of()))))
                        .toList());
        model.put("entries", ticket.entries().stream().map(AgentPages::entry).toList());
        call.html(200, frame.draw("ticket", model));
    }

    private static Map<String, Object> entry(DeskEntry entry) {
        var model = new HashMap<String, Object>();
        model.put("author", author(entry.author()));
        model.put("role", entry.author().role().name().toLowerCase(Locale.ROOT));
        model.put("at", Pages.time(entry.at()));
        model.put("internal", entry.internal());
        model.put("html", entry.html());
        model.put("text", entry.html() ? Html.safe(entry.text()) : entry.text());
        model.put("status", entry.statusId() == null ? "" : statusName(entry.statusId()));
        model.put("statusId", entry.statusId() == null ? "" : entry.statusId());
        model.put("byMail", entry.channel() == org.clientportal.itsm.Submission.Channel.MAIL);
        model.put("byPortal", entry.channel() == org.clientportal.itsm.Submission.Channel.PORTAL);
        model.put("unverified", !entry.verified());
        model.put(
                "files",
                entry.files().stream()
                        .map(file -> Map.of(
                                "id",
                                file.id(),
                                "name",
                                file.name(),
                                "size",
                                (file.size() + 1023) / 1024,
                                "picture",
                                PICTURES.contains(file.contentType())))
                        .toList());
        return model;
    }

    private void say(Call call) throws IOException {
        var form = Multipart.of(call.header("Content-Type"), call.body());
        var text = form.fields().getOrDefault("text", "").strip();
        var status = form.fields().getOrDefault("status", "");
        boolean internal = "note".equals(form.fields().get("kind"));
        boolean html = "html".equals(form.fields().get("format"));
        var refs = new ArrayList<FileRef>();
        for (var file : form.files()) {
            refs.add(AgentApi.store(files, file.open(), file.name(), file.contentType()));
        }
        if (!text.isEmpty() || !refs.isEmpty()) {
            var words =
                    new Words(frame.me(call), text, html, internal, internal || status.isEmpty() ? null : status, refs);
            agents.say(call.path("id"), words);
        } else if (!status.isEmpty() && !internal) {
            agents.setStatus(call.path("id"), frame.me(call), status);
        }
        back(call);
    }

    private void file(Call call) throws IOException {
        var id = call.path("file");
        var ref = register.read(view -> view.ticketAsItIs(call.path("id"))).entries().stream()
                .flatMap(entry -> entry.files().stream())
                .filter(file -> file.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + id));
        send(call, ref, files);
    }

    static void send(Call call, FileRef ref, DeskFiles files) throws IOException {
        var path = files.find(ref.id()).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "file " + ref.id()));
        call.set(
                "Content-Disposition",
                "attachment; filename*=UTF-8''" + encode(ref.name()).replace("+", "%20"));
        try (var in = Files.newInputStream(path)) {
            call.stream(
                    PICTURES.contains(ref.contentType()) ? ref.contentType() : "application/octet-stream",
                    Files.size(path),
                    in);
        }
    }

    private void people(Call call) throws IOException {
        var model = frame.model(call, "People");
        model.put(
                "people",
                register.read(view -> view.people()).stream().map(this::person).toList());
        call.html(200, frame.draw("people", model));
    }

    private Map<String, Object> person(Person person) {
        var model = new HashMap<String, Object>();
        model.put("id", person.id());
        model.put("name", person.name());
        model.put("kind", person.kind().name().toLowerCase(Locale.ROOT));
        model.put("addresses", String.join(", ", person.addresses()));
        model.put(
                "organisation",
                register.read(view -> view.organisation(person.organisationId()))
                        .map(organisation -> organisation.name())
                        .orElse(""));
        model.put("groups", String.join(", ", person.groups()));
        model.put("access", person.portalAccess().name());
        model.put("asked", person.passwordAskedAt() == null ? "" : Pages.time(person.passwordAskedAt()));
        model.put("active", person.active());
        return model;
    }

    private void changePerson(Call call) throws IOException {
        var form = call.form();
        var id = call.path("id");
        switch (form.getOrDefault("what", "")) {
            case "access" -> agents.setPortalAccess(id, PortalAccess.valueOf(form.getOrDefault("access", "UNSET")));
            case "password" -> agents.askForNewPassword(id);
            case "active" -> agents.setActive(id, Boolean.parseBoolean(form.get("active")));
            case "addresses" -> agents.setAddresses(id, words(form.getOrDefault("addresses", "")));
            case "groups" -> agents.setGroups(id, words(form.getOrDefault("groups", "")));
            default -> throw new IllegalArgumentException("nothing to change");
        }
        call.seeOther("/people#" + id);
    }

    /** What stands between commas. */
    private static List<String> words(String text) {
        return Stream.of(text.strip().split("\\s*,\\s*"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private String name(String personId) {
        return register.read(view -> view.person(personId)).map(Person::name).orElse(personId);
    }

    private String organisation(DeskTicket ticket) {
        return register.read(view -> view.organisation(ticket.organisationId()))
                .map(organisation -> organisation.name())
                .orElse("");
    }

    private static String statusName(String id) {
        return DeskCatalogue.status(id).orElseThrow().name();
    }

    private static void back(Call call) throws IOException {
        call.seeOther("/tickets/" + encode(call.path("id")) + "#end");
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static byte[] css() throws IOException {
        try (var in = AgentPages.class.getResourceAsStream("/desk/desk.css")) {
            return in == null ? new byte[0] : in.readAllBytes();
        }
    }

    /** Also for whom it was said, where somebody stood in. */
    private static String author(Author author) {
        return author.onBehalfOf() == null ? author.name() : author.name() + " (for " + author.onBehalfOf() + ")";
    }
}
