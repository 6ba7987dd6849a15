package org.clientportal.portal.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.clientportal.itsm.Entry;
import org.jspecify.annotations.Nullable;
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
        Map<Long, List<File>> files = jdbc
                .sql("""
                        select id, entry, name, content_type, size from attachment where ticket = ? order by entry, position""")
                .param(ticket)
                .query((row, number) -> new File(
                        row.getObject("id", UUID.class),
                        row.getLong("entry"),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("size")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(File::entry));
        return jdbc.sql("""
                        select id, kind, author, author_name, author_role, at, body, html, status, wish, channel, verified,
                          delivery, failure
                        from entry where ticket = ? order by place, id""")
                .param(ticket)
                .query((row, number) -> new Said(
                        row.getLong("id"),
                        Entry.Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("author", Long.class)).orElse(null),
                        row.getString("author_name"),
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
                        files.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }
}
