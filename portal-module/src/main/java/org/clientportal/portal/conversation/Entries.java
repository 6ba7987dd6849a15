package org.clientportal.portal.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.clientportal.itsm.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was said in a ticket the viewer sees. Called within a page transaction. */
@Component
public class Entries {

    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An entry as the mirror has it.
     *
     * @param author the portal's id of the person, null for support
     * @param onBehalfOf name of the person for whom it was said; null normally
     * @param html whether the body is sanitised HTML, else plain text
     * @param status a status of the platform, null when it changed none
     * @param wish what the person wished, null when nothing
     * @param delivery SENDING, DELIVERED, UNKNOWN or FAILED
     */
    public record Said(
            long id,
            Entry.Kind kind,
            @Nullable Long author,
            String authorName,
            @Nullable String onBehalfOf,
            Entry.Role role,
            Instant at,
            String body,
            boolean html,
            @Nullable String status,
            @Nullable String wish,
            String channel,
            boolean verified,
            String delivery,
            @Nullable String failure,
            List<File> files) {}

    /** A file of an entry. */
    public record File(UUID id, long entry, String name, String contentType, long size) {}

    /** Everything that was said, oldest first; what is on its way comes last. */
    public List<Said> of(long ticket) {
        var said = new ArrayList<Said>();
        jdbc.sql("""
                        select e.id, e.kind, e.author, e.author_name, e.on_behalf_of, e.author_role, e.at, e.body, e.html, e.status, e.wish,
                          e.channel, e.verified, e.delivery, e.failure,
                          a.id as file, a.name as file_name, a.content_type as file_type, a.size as file_size
                        from entry e left join attachment a on a.entry = e.id and a.ticket = e.ticket
                        where e.ticket = ? order by e.place, e.id, a.position""").param(ticket).query((RowCallbackHandler) row -> {
            var known = said.isEmpty() ? null : said.getLast();
            if (known == null || known.id() != row.getLong("id")) {
                known = entry(row);
                said.add(known);
            }
            var file = row.getObject("file", UUID.class);
            if (file != null) {
                known.files()
                        .add(new File(
                                file,
                                known.id(),
                                row.getString("file_name"),
                                row.getString("file_type"),
                                row.getLong("file_size")));
            }
        });
        return said;
    }

    private static Said entry(ResultSet row) throws SQLException {
        return new Said(
                row.getLong("id"),
                Entry.Kind.valueOf(row.getString("kind")),
                row.getObject("author", Long.class),
                row.getString("author_name"),
                row.getString("on_behalf_of"),
                Entry.Role.valueOf(row.getString("author_role")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("body"),
                row.getBoolean("html"),
                row.getString("status"),
                row.getString("wish"),
                row.getString("channel"),
                row.getBoolean("verified"),
                row.getString("delivery"),
                row.getString("failure"),
                new ArrayList<>());
    }
}
