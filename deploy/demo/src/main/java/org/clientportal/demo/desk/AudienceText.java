package org.clientportal.demo.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.clientportal.itsm.Audience;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;

/**
 * An audience as agents write it, one line each: {@code public}, {@code everyone}, {@code organisation: NAME},
 * {@code group: NAME}, {@code person: ADDRESS}.
 */
final class AudienceText {

    private AudienceText() {}

    static Audience parse(String text, Collection<Organisation> organisations, Collection<Person> people) {
        boolean open = false;
        boolean everyone = false;
        var organisationIds = new ArrayList<String>();
        var groups = new ArrayList<String>();
        var personIds = new ArrayList<String>();
        for (var line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            var parts = line.split(":", 2);
            var name = parts.length > 1 ? parts[1].strip() : "";
            switch (parts[0].strip()) {
                case "public" -> open = true;
                case "everyone" -> everyone = true;
                case "organisation" -> organisationIds.add(organisation(name, organisations));
                case "group" -> groups.add(name);
                case "person" -> personIds.add(person(name, people));
                default -> throw new IllegalArgumentException("who is meant by “" + line + "”?");
            }
        }
        return new Audience(open, everyone || open, organisationIds, groups, personIds);
    }

    private static String organisation(String name, Collection<Organisation> organisations) {
        return organisations.stream()
                .filter(organisation -> organisation.name().equals(name))
                .map(Organisation::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no organisation is called " + name));
    }

    private static String person(String address, Collection<Person> people) {
        return people.stream()
                .filter(person -> person.addresses().contains(address))
                .map(Person::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody has the address " + address));
    }

    static String of(Audience audience, Register.View view) {
        var lines = new ArrayList<String>();
        if (audience.open()) {
            lines.add("public");
        } else if (audience.everyone()) {
            lines.add("everyone");
        }
        for (var id : audience.organisationIds()) {
            lines.add("organisation: "
                    + view.organisation(id).map(Organisation::name).orElse(id));
        }
        audience.groups().forEach(group -> lines.add("group: " + group));
        for (var id : audience.personIds()) {
            lines.add("person: "
                    + view.person(id).map(Person::addresses).orElse(List.of()).stream()
                            .findFirst()
                            .orElse(id));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }
}
