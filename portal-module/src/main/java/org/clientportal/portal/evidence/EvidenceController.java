package org.clientportal.portal.evidence;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.evidence.Verification.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Verifying, taking out and erasing what was confirmed (docs/admin-api.md, docs/receipts.md). */
@RestController
@RequestMapping("/admin/api/v1/evidence")
class EvidenceController {

    /** Of lines that were kept elsewhere; some 200,000. */
    private static final int MOST_CHARACTERS = 64_000_000;

    private final Verification verification;
    private final EvidenceExport export;
    private final Erasing erasing;
    private final ErasedPeople people;

    EvidenceController(Verification verification, EvidenceExport export, Erasing erasing, ErasedPeople people) {
        this.verification = verification;
        this.export = export;
        this.erasing = erasing;
        this.people = people;
    }

    /** Begins a look, or joins the one that goes on. */
    @GetMapping("/verification")
    Standing verify() {
        return verification.begin(null).orElseThrow();
    }

    @GetMapping("/verification/{id}")
    Standing standing(@PathVariable String id) {
        return verification
                .standing(id)
                .orElseThrow(() -> new AdminProblem(
                        Reason.NOT_FOUND,
                        "there is no such look; on another node there may be: ask again from the start"));
    }

    /** @param witness lines of seals and links that were kept elsewhere, each as JSON */
    record Elsewhere(List<String> witness) {}

    @PostMapping("/verification")
    Standing verifyWith(@RequestBody Elsewhere elsewhere) {
        if (elsewhere.witness() == null) {
            throw new AdminProblem(Reason.INVALID, "witness is missing: the lines that were kept elsewhere");
        }
        if (elsewhere.witness().stream().mapToLong(String::length).sum() > MOST_CHARACTERS) {
            throw new AdminProblem(Reason.TOO_LARGE, "that many lines cannot be compared at once; give them in parts");
        }
        return verification
                .begin(elsewhere.witness())
                .orElseThrow(() -> new AdminProblem(
                        Reason.WRONG_STATE, "the evidence is being verified already; ask again when that is done"));
    }

    /** Written as it is read, whatever its size. */
    @GetMapping("/export")
    void export(
            @RequestParam(required = false) @Nullable String receipt,
            @RequestParam(required = false) @Nullable String organisation,
            HttpServletResponse response,
            Principal administrator)
            throws IOException {
        var scope = export.scope(receipt, organisation)
                .orElseThrow(() -> new AdminProblem(
                        Reason.NOT_FOUND, "nothing was confirmed there: no such receipt, or no such organisation"));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("evidence.zip").build().toString());
        export.write(scope, administrator.getName(), response.getOutputStream());
    }

    /** @param person login, address or platform id */
    record Wish(String person) {}

    /** @param confirmations how many were erased */
    record Erased(String person, int confirmations) {}

    @GetMapping("/erasures")
    Erased count(@RequestParam String person) {
        var who = people.find(person);
        return new Erased(who.name(), erasing.count(who.id()));
    }

    @PostMapping("/erasures")
    Erased erase(@RequestBody Wish wish, Principal administrator) {
        var who = people.find(wish.person() == null ? "" : wish.person());
        return new Erased(who.name(), erasing.erase(who.id(), administrator.getName()));
    }
}
