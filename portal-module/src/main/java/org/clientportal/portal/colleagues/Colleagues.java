package org.clientportal.portal.colleagues;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People of the viewer's own organisation, found by name or address. Within the caller's page transaction. */
@Component
public class Colleagues {

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

    /**
     * One of them.
     *
     * @param person the portal's id
     * @param address empty when the register has none
     */
    public record Colleague(long person, String name, String address, String organisation) {

        /** As it stands in a field and in a ticket. */
        public String text() {
            return address.isEmpty() ? name : name + " <" + address + ">";
        }
    }

    /** Those whose name the text begins; none for a text too short to mean somebody. */
    public List<Colleague> suggested(String typed) {
        var text = cut(typed);
        return text.codePoints().filter(Character::isLetter).count() < SHORTEST ? List.of() : ask(text, false);
    }

    /** Those who are meant by a name or an address; one, unless several have the name. */
    public List<Colleague> meant(String typed) {
        var text = cut(typed);
        return ask(
                Optional.of(WITH_ADDRESS.matcher(text))
                        .filter(address -> address.matches())
                        .map(address -> address.group(1))
                        .orElse(text),
                true);
    }

    /** Whether colleagues are those of the whole firm: what functions of the database ask to be told. */
    public boolean ofWholeFirm() {
        return settings.reach() == ColleagueSettings.Reach.FIRM;
    }

    private List<Colleague> ask(String text, boolean exact) {
        return jdbc.sql("select person, name, address, organisation from colleagues(?, ?, ?, ?)")
                .params(text, exact, ofWholeFirm(), MOST)
                .query((row, number) -> new Colleague(
                        row.getLong("person"),
                        row.getString("name"),
                        row.getString("address"),
                        row.getString("organisation")))
                .list();
    }

    private static String cut(String typed) {
        var text = typed.strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
