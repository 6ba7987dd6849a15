package org.clientportal.portal.search;

import java.time.Instant;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people look for and do not find (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/knowledge/misses")
class MissController {

    private final Misses misses;

    MissController(Misses misses) {
        this.misses = misses;
    }

    @GetMapping
    AdminPage<Miss> list(
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "50") int limit) {
        var size = AdminPage.size(limit);
        var skipped = skipped(after);
        var found = misses.list(since, skipped, size + 1);
        return new AdminPage<>(
                found.stream().limit(size).toList(), found.size() > size ? String.valueOf(skipped + size) : null);
    }

    private static int skipped(String after) {
        try {
            return Math.max(0, Integer.parseInt(after));
        } catch (NumberFormatException garbled) {
            throw new AdminProblem(Reason.INVALID, "after must be the next of an earlier page");
        }
    }
}
