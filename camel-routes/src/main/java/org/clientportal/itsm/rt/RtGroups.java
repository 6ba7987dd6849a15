package org.clientportal.itsm.rt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clientportal.itsm.rt.RtClient.Limit;

/**
 * Groups that somebody made in RT and in which the account may see who is (the right SeeGroup, group by group). Kept for a while:
 * RT tells of each group by itself, and its feed tells nothing of who joins or leaves.
 */
class RtGroups {

    private static final String GROUPS = "/groups?fields=Name";

    private final RtClient rt;
    private final Duration kept;
    private final Clock clock;
    private Instant readAt = Instant.MIN;
    private Map<String, List<String>> byLogin = Map.of();

    RtGroups(RtClient rt, Duration kept, Clock clock) {
        this.rt = rt;
        this.kept = kept;
        this.clock = clock;
    }

    /** Names of groups in their order, by the name of RT's user in lower case. */
    synchronized Map<String, List<String>> byLogin() {
        var now = clock.instant();
        if (readAt.isBefore(now.minus(kept))) {
            byLogin = read();
            readAt = now;
        }
        return byLogin;
    }

    /** What the account may see of those that somebody made. */
    static List<RtItem> visible(RtClient rt) {
        return rt.searchAll(GROUPS, List.of(Limit.is("Domain", "UserDefined")));
    }

    private Map<String, List<String>> read() {
        var groups = new HashMap<String, List<String>>();
        for (var group : visible(rt)) {
            var name = group.text("Name").strip();
            if (!name.isEmpty()) {
                members(group.id())
                        .forEach(login -> groups.computeIfAbsent(
                                        login.toLowerCase(Locale.ROOT), user -> new ArrayList<>())
                                .add(name));
            }
        }
        groups.values().forEach(names -> names.sort(null));
        return groups;
    }

    /** Also of groups that are in it, as far as the account may see them. RT's own list of members is for those who change it. */
    private Set<String> members(String group) {
        var logins = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        var next = new ArrayDeque<>(List.of(group));
        while (!next.isEmpty()) {
            var id = next.remove();
            if (seen.add(id)) {
                for (var member : rt.get("/group/{id}", id)
                        .map(there -> there.objects("Members"))
                        .orElse(List.of())) {
                    if (member.text("type").equals("group")) {
                        next.add(member.id());
                    } else {
                        logins.add(member.id());
                    }
                }
            }
        }
        return logins;
    }
}
