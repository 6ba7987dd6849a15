package org.clientportal.portal.audit;

import java.time.Instant;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.audit.AuditEntries.Wanted;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what, for administrators and auditors (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/audit")
class AuditController {

    private final AuditEntries entries;

    AuditController(AuditEntries entries) {
        this.entries = entries;
    }

    @GetMapping
    AdminPage<AuditEntryView> list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String act,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = AdminPage.size(limit);
        var found = entries.list(new Wanted(actor, act, subject, since, until), after, size + 1);
        var items = found.stream().limit(size).toList();
        return new AdminPage<>(items, found.size() > size ? items.getLast().id() : null);
    }
}
