package org.clientportal.portal.requests;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.catalogue.Lookup.Named;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of the viewer's own organisation, found by name or address. Within the caller's page transaction. */
@Component
class Colleagues {

    static final int SHORTEST = 3;
    static final int MOST = 6;
    private static final int LONGEST = 120;

    /** As a suggestion fills the field: {@code Jan Kowalski <jan@oriale.example>}. */
    private static final Pattern WITH_ADDRESS = Pattern.compile(".*<([^<>\\s]+@[^<>\\s]+)>\\s*");

    private final JdbcClient jdbc;
    private final ColleagueSettings settings;

    Colleagues(JdbcClient jdbc, ColleagueSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param address empty when the register has none */
    record Colleague(String name, String address, String organisation) {

        /** As it stands in a field and in a ticket. */
        String text() {
            return address.isEmpty() ? name : name + " <" + address + ">";
        }
    }

    /** Those whose name the text begins; none for a text too short to mean somebody. */
    List<Colleague> suggested(String typed) {
        var text = cut(typed);
        return text.codePoints().filter(Character::isLetter).count() < SHORTEST ? List.of() : ask(text, false);
    }

    /** The one that is meant. */
    Named named(String typed) {
        var text = cut(typed);
        var found = ask(
                Optional.of(WITH_ADDRESS.matcher(text))
                        .filter(address -> address.matches())
                        .map(address -> address.group(1))
                        .orElse(text),
                true);
        return switch (found.size()) {
            case 0 -> Named.UNKNOWN;
            case 1 -> Named.found(found.getFirst().text());
            default -> Named.AMBIGUOUS;
        };
    }

    private List<Colleague> ask(String text, boolean exact) {
        return jdbc.sql("select name, address, organisation from colleagues(?, ?, ?, ?)")
                .params(text, exact, settings.reach() == ColleagueSettings.Reach.FIRM, MOST)
                .query((row, number) ->
                        new Colleague(row.getString("name"), row.getString("address"), row.getString("organisation")))
                .list();
    }

    private static String cut(String typed) {
        var text = typed.strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
