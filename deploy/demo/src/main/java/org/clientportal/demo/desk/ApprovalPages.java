package org.clientportal.demo.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientportal.itsm.Approval;
import org.clientportal.itsm.Approval.State;
import org.clientportal.itsm.Person;

/** What an agent does about approvals on a ticket's page: asks somebody, or takes the question back. */
final class ApprovalPages {

    private final Register register;

    ApprovalPages(Register register) {
        this.register = register;
    }

    void serve(Router router) {
        var safe = new SameSite(router);
        safe.on("POST", "/tickets/{id}/approvals", call -> {
            var form = call.form();
            var named = form.getOrDefault("person", "").strip();
            var asked = register.read(view -> view.people()).stream()
                    .filter(person -> person.id().equals(named)
                            || person.name().equalsIgnoreCase(named)
                            || person.addresses().contains(named.toLowerCase(Locale.ROOT)))
                    .map(Person::id)
                    .findFirst()
                    .orElse(named);
            register.act(step -> Approvals.ask(
                    step,
                    call.path("id"),
                    asked,
                    form.getOrDefault("question", "").strip(),
                    null));
            call.seeOther("/tickets/" + call.path("id") + "#approvals");
        });
        safe.on("POST", "/tickets/{id}/approvals/{approval}", call -> {
            register.act(step -> Approvals.settle(step, call.path("id"), call.path("approval"), State.WITHDRAWN, ""));
            call.seeOther("/tickets/" + call.path("id") + "#approvals");
        });
    }

    /** The approvals of a ticket as its page shows them. */
    static List<Map<String, Object>> of(DeskTicket ticket, java.util.function.Function<String, String> names) {
        return ticket.approvals().stream()
                .map(approval -> row(approval, names.apply(approval.approverId())))
                .toList();
    }

    private static Map<String, Object> row(Approval approval, String name) {
        return Map.of(
                "id",
                approval.id(),
                "name",
                name,
                "question",
                approval.question(),
                "state",
                approval.state().name().toLowerCase(Locale.ROOT),
                "reason",
                approval.reason(),
                "waits",
                approval.state() == State.WAITING);
    }
}
