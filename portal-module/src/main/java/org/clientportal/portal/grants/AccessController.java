package org.clientportal.portal.grants;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.admin.AdminPage;
import org.clientportal.portal.admin.AdminProblem;
import org.clientportal.portal.admin.AdminProblem.Reason;
import org.clientportal.portal.grants.Subject.Level;
import org.clientportal.portal.identity.People;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has which feature, for administrators (docs/admin-api.md, docs/access.md). */
@RestController
@RequestMapping("/admin/api/v1/access")
class AccessController {

    private final Subjects subjects;
    private final Lines lines;
    private final Groups groups;
    private final ConfidentialCategories categories;
    private final Explanations explanations;
    private final People people;
    private final Clock clock;

    AccessController(
            Subjects subjects,
            Lines lines,
            Groups groups,
            ConfidentialCategories categories,
            Explanations explanations,
            People people,
            Clock clock) {
        this.subjects = subjects;
        this.lines = lines;
        this.groups = groups;
        this.categories = categories;
        this.explanations = explanations;
        this.people = people;
        this.clock = clock;
    }

    /** All lines; of a person every line that speaks about them, of another subject its own. */
    @GetMapping("/lines")
    AdminPage<LineView> lines(@RequestParam(required = false) @Nullable String subject) {
        if (subject == null) {
            return new AdminPage<>(lines.list(Optional.empty()), null);
        }
        var named = subjects.named(subject);
        var person = named.person();
        return new AdminPage<>(
                named.level() == Level.PERSON && person != null ? lines.about(person) : lines.list(Optional.of(named)),
                null);
    }

    /**
     * What a subject is to have.
     *
     * @param features names; with a profile only those that it leaves alone
     * @param profile a bundle, alone or with features that it leaves alone
     * @param denied says no instead of yes
     * @param until an RFC 3339 moment from which on it says nothing
     * @param branch for organisation-tickets: an organisation whose branch is seen instead of the person's own
     */
    record Grant(
            String subject,
            @Nullable List<String> features,
            @Nullable String profile,
            @Nullable Boolean denied,
            @Nullable Instant until,
            @Nullable String branch) {}

    @PostMapping("/lines")
    AdminPage<LineView> grant(@RequestBody Grant grant, Principal who) {
        var subject = subjects.named(required("subject", grant.subject()));
        var until = grant.until();
        if (until != null && until.isBefore(clock.instant())) {
            throw new AdminProblem(Reason.INVALID, "until is over already: " + until);
        }
        var profile = grant.profile() == null ? null : profile(grant.profile());
        var named = features(grant.features());
        if (profile == null && named.isEmpty()) {
            throw new AdminProblem(Reason.INVALID, "name features or a profile");
        }
        if (profile != null && named.stream().anyMatch(profile.about()::contains)) {
            throw new AdminProblem(
                    Reason.INVALID,
                    profile.word() + " says itself what it grants of that; what goes with it is "
                            + EnumSet.complementOf(EnumSet.copyOf(profile.about())).stream()
                                    .map(Feature::word)
                                    .collect(Collectors.joining(" and ")));
        }
        var branch = branch(grant.branch(), named);
        var denied = Boolean.TRUE.equals(grant.denied());
        if (profile != null && denied) {
            throw new AdminProblem(Reason.INVALID, "a profile says itself what it denies");
        }
        if (profile != null) {
            for (var feature : profile.about()) {
                var bundled = new Lines.Wish(profile.grants(feature), null, profile, until);
                lines.say(subject, feature, bundled, who.getName());
            }
        }
        for (var feature : named) {
            lines.say(subject, feature, new Lines.Wish(!denied, branch, null, until), who.getName());
        }
        return new AdminPage<>(lines.list(Optional.of(subject)), null);
    }

    /** Takes lines back, so that the next level decides again. */
    @DeleteMapping("/lines")
    AdminPage<LineView> revoke(@RequestParam String subject, @RequestParam List<String> feature, Principal who) {
        var named = subjects.named(subject);
        var gone = new ArrayList<String>();
        for (var each : features(feature)) {
            if (lines.takeBack(named, each, who.getName())) {
                gone.add(each.word());
            }
        }
        if (gone.isEmpty()) {
            throw new AdminProblem(
                    Reason.NOT_FOUND, named.name() + " has no line of its own about " + String.join(", ", feature));
        }
        return new AdminPage<>(lines.list(Optional.of(named)), null);
    }

    @GetMapping("/explanation")
    Explanation explain(@RequestParam String person, @RequestParam String of) {
        return explanations.explain(person, of);
    }

    @GetMapping("/groups")
    AdminPage<Groups.Member> groups(@RequestParam(required = false) @Nullable String name) {
        return new AdminPage<>(groups.members(Optional.ofNullable(name)), null);
    }

    @PutMapping("/groups/{name}/{idOrEmail}")
    AdminPage<Groups.Member> join(@PathVariable String name, @PathVariable String idOrEmail, Principal who) {
        var group = Subjects.groupName(name);
        groups.add(group, people.named(idOrEmail), who.getName());
        return new AdminPage<>(groups.members(Optional.of(group)), null);
    }

    @DeleteMapping("/groups/{name}/{idOrEmail}")
    AdminPage<Groups.Member> leave(@PathVariable String name, @PathVariable String idOrEmail, Principal who) {
        var person = people.named(idOrEmail);
        if (!groups.remove(name, person, who.getName())) {
            if (groups.ofPlatform(name, person)) {
                throw new AdminProblem(
                        Reason.WRONG_STATE,
                        person.name() + " is in the group " + name + " because the platform says so: it ends there");
            }
            throw new AdminProblem(Reason.NOT_FOUND, person.name() + " is not in the group " + name);
        }
        return new AdminPage<>(groups.members(Optional.of(name)), null);
    }

    @GetMapping("/categories")
    AdminPage<ConfidentialCategories.Category> categories() {
        return new AdminPage<>(categories.list(), null);
    }

    @PutMapping("/categories/{id}/confidential")
    ConfidentialCategories.Category hide(@PathVariable String id, Principal who) {
        return categories.set(id, true, who.getName());
    }

    @DeleteMapping("/categories/{id}/confidential")
    ConfidentialCategories.Category show(@PathVariable String id, Principal who) {
        return categories.set(id, false, who.getName());
    }

    private static String required(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new AdminProblem(Reason.INVALID, name + " is missing");
        }
        return value;
    }

    private static Set<Feature> features(@Nullable List<String> words) {
        var features = EnumSet.noneOf(Feature.class);
        for (var word : words == null ? List.<String>of() : words) {
            features.add(Feature.of(word)
                    .orElseThrow(() -> new AdminProblem(
                            Reason.INVALID,
                            word + " is no feature; they are "
                                    + String.join(
                                            ", ",
                                            EnumSet.allOf(Feature.class).stream()
                                                    .map(Feature::word)
                                                    .toList()))));
        }
        return features;
    }

    private static Profile profile(String word) {
        return Profile.of(word)
                .orElseThrow(
                        () -> new AdminProblem(Reason.INVALID, word + " is no profile; they are " + Profile.words()));
    }

    private @Nullable String branch(@Nullable String wanted, Set<Feature> features) {
        if (wanted == null) {
            return null;
        }
        if (!features.equals(EnumSet.of(Feature.ORGANISATION_TICKETS))) {
            throw new AdminProblem(Reason.INVALID, "a branch belongs to organisation-tickets alone");
        }
        return subjects.organisation(wanted).organisation();
    }
}
