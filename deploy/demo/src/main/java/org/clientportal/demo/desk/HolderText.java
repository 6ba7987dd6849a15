package org.clientportal.demo.desk;

import java.util.ArrayList;
import java.util.stream.Stream;
import org.clientportal.itsm.Asset.Holders;
import org.clientportal.itsm.Organisation;
import org.clientportal.itsm.Person;

/**
 * Who has an asset as agents write it, one line or comma each: an address, a name or an id of a person,
 * {@code group: NAME}, {@code organisation: NAME}. Nothing means that it lies in stock.
 */
final class HolderText {

    private HolderText() {}

    static Holders parse(String text, Register.View view) {
        var persons = new ArrayList<String>();
        var groups = new ArrayList<String>();
        var organisations = new ArrayList<String>();
        for (var one : Stream.of(text.split("[,\n]"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList()) {
            var parts = one.split(":", 2);
            switch (parts.length == 1 ? "" : parts[0].strip()) {
                case "" -> persons.add(person(one, view));
                case "group" -> groups.add(parts[1].strip());
                case "organisation" -> organisations.add(organisation(parts[1].strip(), view));
                default -> throw new IllegalArgumentException("who is meant by “" + one + "”?");
            }
        }
        return new Holders(persons, groups, organisations);
    }

    private static String person(String named, Register.View view) {
        return view.people().stream()
                .filter(person -> person.id().equals(named)
                        || person.name().equalsIgnoreCase(named)
                        || person.addresses().contains(named))
                .map(Person::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody is called " + named));
    }

    private static String organisation(String named, Register.View view) {
        return view.organisations().stream()
                .filter(organisation ->
                        organisation.id().equals(named) || organisation.name().equals(named))
                .map(Organisation::id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no organisation is called " + named));
    }

    static String of(Holders holders, Register.View view) {
        var names = new ArrayList<String>();
        holders.personIds()
                .forEach(id -> names.add(view.person(id).map(Person::name).orElse(id)));
        holders.groups().forEach(group -> names.add("group: " + group));
        holders.organisationIds()
                .forEach(id -> names.add("organisation: "
                        + view.organisation(id).map(Organisation::name).orElse(id)));
        return String.join(", ", names);
    }
}
