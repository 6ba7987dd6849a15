package org.clientportal.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens the portal to the first people of each sample firm, through the admin API like any administrator. */
record FirstLogins(AdminApiClient api) {

    /** How many of a mail domain, the first firm's and the second's. */
    private static final Map<String, Integer> WANTED = Map.of("oriale.example", 4, "brzozow.example", 2);

    /** Everybody with an address; those who got a login with its password. */
    List<DemoSheet.Person> open() {
        var users = api.users().stream()
                .filter(user -> !user.email().isEmpty())
                .sorted(Comparator.comparingInt(FirstLogins::width).thenComparing(AdminApiClient.User::id))
                .toList();
        var opened = new HashMap<String, Integer>();
        var people = new ArrayList<DemoSheet.Person>();
        for (var user : users) {
            var domain = user.email().substring(user.email().indexOf('@') + 1);
            var password = "";
            if (opened.getOrDefault(domain, 0) < WANTED.getOrDefault(domain, 0)) {
                password = open(user);
                opened.merge(domain, password.isEmpty() ? 0 : 1, Integer::sum);
            }
            people.add(new DemoSheet.Person(
                    user.name(), user.email(), password, user.organisation(), !password.isEmpty()));
        }
        people.sort(Comparator.comparing(DemoSheet.Person::enabled).reversed());
        return people;
    }

    /** Ids are numbers as text: the shorter one is the older one. */
    private static int width(AdminApiClient.User user) {
        return user.id().length();
    }

    /** Empty when this person may not have one: works for support, shares an address. */
    private String open(AdminApiClient.User user) {
        if (user.kind().equals("agent")) {
            return "";
        }
        try {
            return api.enable(user.id());
        } catch (AdminApiClient.Refused refused) {
            return "";
        }
    }
}
