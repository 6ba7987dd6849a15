package org.clientportal.portal.signin;

import java.security.Principal;
import java.time.Instant;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.branding.PortalAddress;
import org.clientportal.portal.identity.People;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets the help desk look through a person's eyes (docs/admin-api.md, docs/access.md). */
@RestController
class ViewAdminController {

    private final People people;
    private final ViewLinks links;
    private final PortalAddress address;

    ViewAdminController(People people, ViewLinks links, PortalAddress address) {
        this.people = people;
        this.links = links;
        this.address = address;
    }

    /** A link to open in a browser, once, before {@code expiresAt}. */
    record ViewLink(String person, String name, String url, Instant expiresAt) {}

    @PostMapping("/admin/api/v1/users/{idOrEmail}/view")
    ResponseEntity<ViewLink> view(@PathVariable String idOrEmail, Principal who) {
        var person = people.named(idOrEmail);
        if (!person.enabled()) {
            throw new AdminProblem(
                    Reason.NOT_ENABLED, person.name() + " has no access to the portal: there is nothing to see");
        }
        var issued = links.issue(person.id(), person.name(), who.getName());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ViewLink(
                        Long.toString(person.id()),
                        person.name(),
                        address.url() + "/view/" + issued.token(),
                        issued.expiresAt()));
    }
}
