package org.clientportal.itsm.rt;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientportal.itsm.ItsmUnavailable;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;
import org.clientportal.itsm.Person.Kind;
import org.clientportal.itsm.Person.PortalAccess;
import org.clientportal.itsm.rt.RtClient.Limit;
import org.jspecify.annotations.Nullable;

/**
 * RT's users as people. The account has no right to administer users, so RT lets it search by name only and says neither
 * who is disabled nor who is privileged; both follow from two further lists.
 */
class RtPeople {

    static final int PAGE = 100;

    /** Groups are read as often as so many pages of people. */
    private static final int GROUPS_REST = 6;

    private static final String LIST =
            "/users?fields=id,Name,RealName,EmailAddress,Organization,Lang,Timezone,CustomFields&per_page=" + PAGE;
    private static final String EVERYBODY = LIST + "&find_disabled_rows=1&orderby=id&order=ASC&page={page}";
    private static final Set<String> NOBODY = Set.of("RT_System", "Nobody");

    private final RtClient rt;
    private final RtSettings settings;
    private final Clock clock;
    private final Agents agents;
    private final RtGroups groups;

    RtPeople(RtClient rt, RtSettings settings, Clock clock) {
        this.rt = rt;
        this.settings = settings;
        this.clock = clock;
        this.agents = new Agents(rt);
        this.groups = new RtGroups(rt, settings.peopleEvery().multipliedBy(GROUPS_REST), clock);
    }

    /** A hundred people, by id; empty behind the last. */
    Page page(int number) {
        var version = clock.millis();
        var users = rt.page(EVERYBODY, number);
        return new Page(people(users, version), users.isEmpty());
    }

    /** People read at one time, and whether they are behind the last. */
    record Page(List<Person> people, boolean empty) {

        /** Changes with whatever the portal mirrors of these people. */
        int print() {
            return people.stream()
                    .map(p -> p.toString().replaceFirst("version=\\d+", ""))
                    .toList()
                    .hashCode();
        }

        List<Organisation> organisations() {
            return organisationsOf(people);
        }
    }

    /** People by name as RT writes it in tickets. */
    List<Person> named(Collection<String> names) {
        var version = clock.millis();
        var found = new ArrayList<RtItem>();
        for (var some : parts(names)) {
            found.addAll(rt.search(LIST + "&find_disabled_rows=1", List.of(Limit.in("Name", some))));
        }
        return people(found, version);
    }

    /** People by id. */
    List<Person> withIds(Collection<String> ids) {
        var names = ids.stream()
                .map(this::user)
                .flatMap(Optional::stream)
                .map(user -> user.text("Name"))
                .toList();
        return named(names);
    }

    /** Ids of users by name, in lower case; those who are not there are left out. */
    Map<String, String> idsByLogin(Collection<String> names) {
        var ids = new HashMap<String, String>();
        for (var some : parts(names)) {
            rt.search("/users?fields=id,Name&find_disabled_rows=1&per_page=" + PAGE, List.of(Limit.in("Name", some)))
                    .forEach(user -> ids.put(user.text("Name").toLowerCase(Locale.ROOT), user.id()));
        }
        return ids;
    }

    /** What RT tells of one user without the right to administer users: Name, RealName, EmailAddress. */
    Optional<RtItem> user(String id) {
        return id.matches("\\d+")
                ? rt.get("/user/{id}", id).filter(user -> !user.text("Name").isEmpty())
                : Optional.empty();
    }

    /** Names of those who work in RT. */
    Set<String> agents() {
        return agents.names();
    }

    /** Members of RT's own group of privileged users. */
    static final class Agents {

        private final RtClient rt;
        private volatile String group = "";

        Agents(RtClient rt) {
            this.rt = rt;
        }

        Set<String> names() {
            if (group.isEmpty()) {
                group = rt
                        .search(
                                "/groups?fields=Name,Domain",
                                List.of(Limit.is("Domain", "SystemInternal"), Limit.is("Name", "Privileged")))
                        .stream()
                        .findFirst()
                        .map(RtItem::id)
                        .orElse("0");
            }
            return rt
                    .get("/group/{id}", group)
                    .orElseThrow(() -> new ItsmUnavailable("RT does not show who works in it; load the pack", true))
                    .objects("Members")
                    .stream()
                    .map(RtItem::id)
                    .collect(Collectors.toSet());
        }
    }

    static List<Organisation> organisationsOf(List<Person> people) {
        return people.stream()
                .map(Person::organisationId)
                .filter(name -> name != null)
                .distinct()
                .map(name -> new Organisation(name, name, null, true, 1))
                .toList();
    }

    private List<Person> people(List<RtItem> users, long version) {
        var persons = new LinkedHashMap<String, RtItem>();
        for (var user : users) {
            var name = user.text("Name");
            if (!NOBODY.contains(name) && !name.equalsIgnoreCase(settings.user())) {
                persons.put(name, user);
            }
        }
        if (persons.isEmpty()) {
            return List.of();
        }
        var enabled = enabled(persons.keySet());
        var working = agents();
        var memberships = groups.byLogin();
        return persons.values().stream()
                .map(user -> person(
                        user,
                        working,
                        enabled.contains(user.text("Name")),
                        version,
                        memberships.getOrDefault(user.text("Name").toLowerCase(Locale.ROOT), List.of())))
                .toList();
    }

    private Set<String> enabled(Collection<String> names) {
        return parts(names).stream()
                .flatMap(some ->
                        rt.search("/users?fields=Name&per_page=" + PAGE, List.of(Limit.in("Name", some))).stream())
                .map(user -> user.text("Name"))
                .collect(Collectors.toSet());
    }

    private Person person(RtItem user, Set<String> agents, boolean active, long version, List<String> groups) {
        var address = user.textOrNull("EmailAddress");
        var language = user.textOrNull("Lang");
        return new Person(
                user.id(),
                kind(user.text("Name"), address, agents),
                name(user),
                address != null ? List.of(address) : List.of(),
                organisation(user),
                access(user.customField(RtFields.PORTAL_ACCESS)),
                instant(user.customField(RtFields.PASSWORD_ASKED)),
                language != null ? language.replace('_', '-') : null,
                user.textOrNull("Timezone"),
                active,
                version,
                groups);
    }

    static String name(RtItem user) {
        var realName = user.textOrNull("RealName");
        return realName != null ? realName : user.text("Name");
    }

    static @Nullable String organisation(RtItem user) {
        var name = user.textOrNull("Organization");
        return name != null ? name.strip() : null;
    }

    private Kind kind(String name, @Nullable String address, Set<String> agents) {
        if (agents.contains(name)) {
            return Kind.AGENT;
        }
        return address != null && settings.employs(address) ? Kind.EMPLOYEE : Kind.EXTERNAL;
    }

    private static PortalAccess access(String value) {
        return switch (value) {
            case "on" -> PortalAccess.ON;
            case "off" -> PortalAccess.OFF;
            default -> PortalAccess.UNSET;
        };
    }

    private static @Nullable Instant instant(String value) {
        var at = value.isEmpty() ? Instant.EPOCH : Instant.parse(value);
        return at.equals(Instant.EPOCH) ? null : at;
    }

    private static List<List<String>> parts(Collection<String> names) {
        var all = names.stream().distinct().toList();
        var parts = new ArrayList<List<String>>();
        for (int i = 0; i < all.size(); i += PAGE) {
            parts.add(all.subList(i, Math.min(i + PAGE, all.size())));
        }
        return parts;
    }
}
