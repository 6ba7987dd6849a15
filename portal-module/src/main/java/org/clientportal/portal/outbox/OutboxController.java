package org.clientportal.portal.outbox;

import java.security.Principal;
import java.util.List;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for platform, Keycloak or mail server, for administrators (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/outbox")
class OutboxController {

    private static final List<String> STATES = List.of("waiting", "sending", "parked", "done");
    private static final List<String> DESTINATIONS = List.of("platform", "logins", "mail");

    private final OutboxOverview outbox;

    OutboxController(OutboxOverview outbox) {
        this.outbox = outbox;
    }

    @GetMapping
    AdminPage<OutboxView> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String destination,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = AdminPage.size(limit);
        oneOf("state", state, STATES);
        oneOf("destination", destination, DESTINATIONS);
        var found = outbox.list(state, destination, after, size + 1);
        var items = found.stream().limit(size).toList();
        return new AdminPage<>(items, found.size() > size ? items.getLast().id() : null);
    }

    @GetMapping("/{id}")
    OutboxView show(@PathVariable String id) {
        return outbox.named(id);
    }

    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OutboxView retry(@PathVariable String id, Principal who) {
        return outbox.retry(id, who.getName());
    }

    private static void oneOf(String name, @Nullable String value, List<String> allowed) {
        if (value != null && !allowed.contains(value)) {
            throw new AdminProblem(Reason.INVALID, name + " must be one of " + String.join(", ", allowed));
        }
    }
}
