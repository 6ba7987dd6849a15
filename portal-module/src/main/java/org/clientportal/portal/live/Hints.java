package org.clientportal.portal.live;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Announces changes to open pages when the surrounding transaction commits. */
@Component
public class Hints {

    static final String CHANNEL = "portal_hints";
    /** The scope of a hint that concerns every open page. */
    static final String EVERYBODY = "*";
    /** The kind of a hint after which nothing on an open page may be relied upon. */
    static final String RIGHTS = "rights";
    /** PostgreSQL takes less than 8,000 bytes a notification. */
    private static final int LARGEST = 7_000;

    private final JdbcClient jdbc;

    Hints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something changed for those who look through a scope.
     *
     * @param scope a reader scope
     * @param kind such as {@code ticket}
     * @param id as the page knows it
     */
    public record Hint(String scope, String kind, String id) {

        /** Three words of ASCII: an organisation's id may hold blanks and anything else. */
        String line() {
            return Stream.of(scope, kind, id)
                    .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                    .collect(Collectors.joining(" "));
        }

        static Hint of(String line) {
            var words = Arrays.stream(line.split(" ", 3))
                    .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                    .toList();
            return new Hint(words.get(0), words.get(1), words.get(2));
        }
    }

    /** Tickets changed: hints to all their readers, once for the batch. */
    public void ticketsChanged(Collection<Long> tickets) {
        if (tickets.isEmpty()) {
            return;
        }
        announce(jdbc.sql("""
                        select distinct r.scope, t.number from ticket_reader r join ticket t on t.id = r.ticket
                        where t.id in (:tickets)""")
                .param("tickets", tickets)
                .query((result, number) -> new Hint(result.getString(1), "ticket", result.getString(2)))
                .list());
    }

    /** Something else is to be read in a person's notifications. */
    public void notificationsChanged(Collection<Long> people) {
        announce(people.stream()
                .distinct()
                .map(person -> new Hint("p:" + person, "notifications", "changed"))
                .toList());
    }

    /**
     * What somebody may see has changed: open pages of that person, or of everybody, are read again.
     *
     * @param person empty for everybody
     */
    public void rightsChanged(Optional<Long> person) {
        announce(List.of(new Hint(person.map(id -> "p:" + id).orElse(EVERYBODY), RIGHTS, "changed")));
    }

    private void announce(List<Hint> hints) {
        var batch = new StringBuilder();
        for (var hint : hints) {
            if (batch.length() + hint.line().length() > LARGEST) {
                send(batch);
            }
            batch.append(hint.line()).append('\n');
        }
        send(batch);
    }

    private void send(StringBuilder batch) {
        if (!batch.isEmpty()) {
            jdbc.sql("select pg_notify(?, ?)")
                    .params(CHANNEL, batch.toString())
                    .query((result, number) -> true)
                    .single();
            batch.setLength(0);
        }
    }
}
