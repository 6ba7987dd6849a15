package org.clientportal.portal.realm;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.ports.Realm;
import org.clientportal.ports.Realm.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The realm compared with what is wanted, and made so (docs/admin-api.md). */
@RestController
@RequestMapping("/admin/api/v1/realm")
class RealmController {

    private final ObjectProvider<Realm> realm;
    private final RealmRecord record;

    RealmController(ObjectProvider<Realm> realm, RealmRecord record) {
        this.realm = realm;
        this.record = record;
    }

    @GetMapping
    RealmView plan() {
        return RealmView.of(realm().plan());
    }

    /** @param only objects of the plan; all when left out */
    record Wish(@Nullable List<String> only) {}

    @PostMapping
    RealmView apply(@RequestBody(required = false) @Nullable Wish wish, Principal who) {
        var only = wish == null || wish.only() == null ? List.<String>of() : wish.only();
        var done = new ArrayList<Step>();
        realm().apply(only, step -> {
            record.changed(step, who.getName());
            done.add(step);
        });
        return RealmView.of(done);
    }

    private Realm realm() {
        var there = realm.getIfAvailable();
        if (there == null) {
            throw new AdminProblem(
                    Reason.WRONG_STATE,
                    "the portal has no account that may change the realm: set portal.keycloak.realm-client-secret"
                            + " (docs/sign-in.md says how to make the account)");
        }
        return there;
    }
}
