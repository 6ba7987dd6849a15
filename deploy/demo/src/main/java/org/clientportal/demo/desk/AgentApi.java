package org.clientportal.demo.desk;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clientportal.demo.desk.Agents.Words;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Entry.FileRef;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.StatusMeaning;
import org.clientportal.itsm.Target;
import org.clientportal.itsm.TicketLink;
import org.jspecify.annotations.Nullable;

/**
 * The agent's work as JSON, for tests and scripts; not part of the contract. Bodies are {@code application/json}.
 *
 * <pre>
 * GET    /agent/tickets                     all, internal notes included
 * POST   /agent/tickets                     {requesterId, subject, text, categoryId?, participantIds?}
 * GET    /agent/tickets/{id}                one
 * DELETE /agent/tickets/{id}
 * POST   /agent/tickets/{id}/replies        {text, html?, agent?, statusId?}
 * POST   /agent/tickets/{id}/notes          {text, agent?}: internal
 * PUT    /agent/tickets/{id}/status         {statusId} or {meaning}
 * PUT    /agent/tickets/{id}/assignee       {agent}, null for nobody
 * PUT    /agent/tickets/{id}/lock           {locked}
 * POST   /agent/tickets/{id}/files?name=…   the bytes; a reply with this file
 * POST   /agent/tickets/{id}/merge          {into}
 * POST   /agent/tickets/{id}/links          {to, kind}
 * PUT    /agent/tickets/{id}/target         {answerBy?, solveBy?}
 * PUT    /agent/tickets/{id}/waiting-for    {words}, null for nothing
 * POST   /agent/tickets/{id}/approvals      {personId, question?, dueAt?}
 * PUT    /agent/tickets/{id}/approvals/{approval}  {state, reason?}: heard otherwise, or withdrawn
 * GET    /agent/people, /agent/organisations
 * POST   /agent/people                      {id, kind, name, addresses, organisationId?, portalAccess?, language?, timeZone?}
 * POST   /agent/organisations               {id, name, parentId?}
 * PUT    /agent/people/{id}/portal-access   {portalAccess}
 * PUT    /agent/people/{id}/active          {active}
 * PUT    /agent/people/{id}/addresses       {addresses}
 * POST   /agent/people/{id}/new-password    no body
 * </pre>
 */
final class AgentApi {

    private static final String TICKET = "/agent/tickets/{id}";
    private static final String PERSON = "/agent/people/{id}";

    private final Register register;
    private final Agents agents;
    private final DeskFiles files;

    AgentApi(Register register, Agents agents, DeskFiles files) {
        this.register = register;
        this.agents = agents;
        this.files = files;
    }

    private record Said(
            String text,
            boolean html,
            @Nullable String agent,
            @Nullable String statusId) {

        String by() {
            return agent == null ? "Support" : agent;
        }
    }

    private record NewStatus(
            @Nullable String statusId,
            @Nullable StatusMeaning meaning,
            @Nullable String agent) {}

    private record Assignee(@Nullable String agent) {}

    private record Lock(boolean locked) {}

    private record Merge(String into) {}

    private record Link(String to, TicketLink.Kind kind) {}

    private record WaitingFor(@Nullable String words) {}

    private record Asked(
            String personId,
            @Nullable String question,
            @Nullable Instant dueAt) {}

    private record Settled(Approval.State state, @Nullable String reason) {}

    private record Opened(
            String requesterId,
            String subject,
            String text,
            @Nullable String categoryId,
            @Nullable List<String> participantIds) {}

    private record NewPerson(
            String id,
            @Nullable Kind kind,
            String name,
            List<String> addresses,
            @Nullable String organisationId,
            @Nullable PortalAccess portalAccess,
            @Nullable String language,
            @Nullable String timeZone) {}

    private record NewOrganisation(
            String id, String name, @Nullable String parentId) {}

    private record Access(PortalAccess portalAccess) {}

    private record Active(boolean active) {}

    private record Groups(List<String> groups) {}

    private record Addresses(List<String> addresses) {}

    void serve(Router router) {
        tickets(new SameSite(router));
        people(new SameSite(router));
    }

    private void tickets(SameSite router) {
        router.on("GET", "/agent/tickets", call -> call.json(register.read(view -> view.tickets())));
        router.on("GET", TICKET, call -> call.json(register.read(view -> view.ticketAsItIs(id(call)))));
        router.on("DELETE", TICKET, call -> call.json(agents.delete(id(call))));
        router.on("POST", "/agent/tickets", call -> {
            var opened = call.body(Opened.class);
            call.json(agents.open(
                    opened.requesterId(),
                    opened.subject(),
                    opened.text(),
                    opened.categoryId() == null ? "other" : opened.categoryId(),
                    opened.participantIds() == null ? List.of() : opened.participantIds()));
        });
        router.on("POST", TICKET + "/replies", call -> {
            var said = call.body(Said.class);
            call.json(agents.say(id(call), Words.reply(said.by(), said.text(), said.html(), said.statusId())));
        });
        router.on("POST", TICKET + "/approvals", call -> {
            var asked = call.body(Asked.class);
            var question = asked.question() == null ? "" : asked.question();
            call.json(register.act(step -> Approvals.ask(step, id(call), asked.personId(), question, asked.dueAt())));
        });
        router.on("PUT", TICKET + "/approvals/{approval}", call -> {
            var settled = call.body(Settled.class);
            var reason = settled.reason() == null ? "" : settled.reason();
            call.json(register.act(
                    step -> Approvals.settle(step, id(call), call.path("approval"), settled.state(), reason)));
        });
        router.on("POST", TICKET + "/notes", call -> {
            var said = call.body(Said.class);
            call.json(agents.say(
                    id(call), new Words(said.by(), said.text(), said.html(), true, said.statusId(), List.of())));
        });
        router.on("PUT", TICKET + "/status", call -> {
            var wanted = call.body(NewStatus.class);
            var agent = wanted.agent() == null ? "Support" : wanted.agent();
            call.json(agents.setStatus(id(call), agent, statusId(wanted)));
        });
        router.on(
                "PUT",
                TICKET + "/assignee",
                call -> call.json(
                        agents.assign(id(call), call.body(Assignee.class).agent())));
        router.on(
                "PUT",
                TICKET + "/lock",
                call -> call.json(agents.lock(id(call), call.body(Lock.class).locked())));
        router.on("POST", TICKET + "/files", this::attach);
        router.on("POST", TICKET + "/merge", call -> {
            agents.merge(id(call), call.body(Merge.class).into());
            call.done();
        });
        router.on("POST", TICKET + "/links", call -> {
            var link = call.body(Link.class);
            agents.link(id(call), link.to(), link.kind());
            call.done();
        });
        router.on("PUT", TICKET + "/target", call -> {
            var target = call.body(Target.class);
            call.json(agents.note(id(call), margin -> margin.aimed(target)));
        });
        router.on("PUT", TICKET + "/waiting-for", call -> {
            var words = call.body(WaitingFor.class).words();
            call.json(agents.note(id(call), margin -> margin.waiting(words)));
        });
    }

    private static String statusId(NewStatus wanted) {
        if (wanted.statusId() != null) {
            return wanted.statusId();
        }
        if (wanted.meaning() != null) {
            return DeskCatalogue.statusOf(wanted.meaning());
        }
        throw new IllegalArgumentException("statusId or meaning is needed");
    }

    private void attach(Call call) throws IOException {
        var name = call.query("name").orElse("file");
        var type = call.query("type").orElse("application/octet-stream");
        var file = store(files, call.body(), name, type);
        var agent = call.query("agent").orElse("Support");
        call.json(agents.say(
                id(call), new Words(agent, call.query("text").orElse(""), false, false, null, List.of(file))));
    }

    static FileRef store(DeskFiles files, java.io.InputStream bytes, String name, String type) throws IOException {
        var fileId = DeskFiles.id(UUID.randomUUID().toString(), 0);
        files.put(fileId, bytes);
        var size = java.nio.file.Files.size(files.find(fileId).orElseThrow());
        return new FileRef(fileId, name, type, size);
    }

    private void people(SameSite router) {
        router.on("GET", "/agent/people", call -> call.json(register.read(view -> view.people())));
        router.on("GET", "/agent/organisations", call -> call.json(register.read(view -> view.organisations())));
        router.on("POST", "/agent/organisations", call -> {
            var o = call.body(NewOrganisation.class);
            agents.addOrganisation(new Organisation(o.id(), o.name(), o.parentId(), true, 0));
            call.done();
        });
        router.on("POST", "/agent/people", call -> {
            var p = call.body(NewPerson.class);
            agents.addPerson(new Person(
                    p.id(),
                    p.kind() == null ? Kind.EMPLOYEE : p.kind(),
                    p.name(),
                    p.addresses(),
                    p.organisationId(),
                    p.portalAccess() == null ? PortalAccess.UNSET : p.portalAccess(),
                    null,
                    p.language(),
                    p.timeZone(),
                    true,
                    0));
            call.done();
        });
        router.on("PUT", PERSON + "/portal-access", call -> {
            agents.setPortalAccess(id(call), call.body(Access.class).portalAccess());
            call.done();
        });
        router.on("PUT", PERSON + "/active", call -> {
            agents.setActive(id(call), call.body(Active.class).active());
            call.done();
        });
        router.on("PUT", PERSON + "/addresses", call -> {
            agents.setAddresses(id(call), call.body(Addresses.class).addresses());
            call.done();
        });
        router.on("PUT", PERSON + "/groups", call -> {
            agents.setGroups(id(call), call.body(Groups.class).groups());
            call.done();
        });
        router.on("POST", PERSON + "/new-password", call -> {
            agents.askForNewPassword(id(call));
            call.done();
        });
    }

    private static String id(Call call) {
        return call.path("id");
    }
}
