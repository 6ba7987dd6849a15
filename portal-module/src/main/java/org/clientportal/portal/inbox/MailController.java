package org.clientportal.portal.inbox;

import java.util.Locale;
import java.util.Set;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incoming mails and what became of them, for administrators (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/mails")
class MailController {

    private static final Set<String> VERDICTS = Set.of("waiting", "ticket", "reply", "ignored", "held", "failed");
    private static final MediaType MESSAGE = MediaType.parseMediaType("message/rfc822");

    private final MailOverview mails;
    private final Inbox inbox;

    MailController(MailOverview mails, Inbox inbox) {
        this.mails = mails;
        this.inbox = inbox;
    }

    @GetMapping
    AdminPage<MailView> list(
            @RequestParam(required = false) @Nullable String verdict,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        var wanted =
                verdict == null || verdict.isBlank() ? null : verdict.strip().toLowerCase(Locale.ROOT);
        if (wanted != null && !VERDICTS.contains(wanted)) {
            throw new AdminProblem(Reason.INVALID, "verdict is one of waiting, ticket, reply, ignored, held, failed");
        }
        var size = AdminPage.size(limit);
        var found = mails.list(wanted, query.strip(), after == null ? null : position(after), size + 1);
        var items = found.stream().limit(size).toList();
        return new AdminPage<>(items, found.size() > size ? items.getLast().id() : null);
    }

    @GetMapping("/{id}")
    MailView show(@PathVariable String id) {
        return mails.find(number(id)).orElseThrow(() -> missing(id));
    }

    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable String id) {
        var raw = mails.raw(number(id)).orElseThrow(() -> missing(id));
        var name = ContentDisposition.attachment()
                .filename("mail-" + number(id) + ".eml")
                .build();
        return ResponseEntity.ok()
                .contentType(MESSAGE)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(raw);
    }

    @PostMapping("/{id}/replay")
    ResponseEntity<MailView> replay(@PathVariable String id) {
        var mail = show(id);
        if (!inbox.replay(number(id))) {
            throw new AdminProblem(
                    Reason.WRONG_STATE, "mail " + mail.id() + " is " + mail.verdict() + ": it would be doubled");
        }
        return ResponseEntity.accepted().body(show(id));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException noId) {
            throw missing(id);
        }
    }

    private static long position(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException garbled) {
            throw new AdminProblem(Reason.INVALID, "after must be the next of an earlier page");
        }
    }

    private static AdminProblem missing(String id) {
        return new AdminProblem(Reason.NOT_FOUND, "there is no mail " + id);
    }
}
