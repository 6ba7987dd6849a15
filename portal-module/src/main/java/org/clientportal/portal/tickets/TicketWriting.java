package org.clientportal.portal.tickets;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.portal.conversation.RichText;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.OutboxRows;
import org.clientportal.ports.Outbox.Destination;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes what a person says: entry, outbox row, readers and hint in the caller's transaction, whichever door it came
 * through. The caller has made sure that the person may.
 */
@Component
public class TicketWriting {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final OutboxRows outbox;
    private final Hints hints;
    private final JsonMapper json;

    TicketWriting(JdbcClient jdbc, Clock clock, OutboxRows outbox, Hints hints, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.outbox = outbox;
        this.hints = hints;
        this.json = json;
    }

    /**
     * Who writes and how.
     *
     * @param person the portal's id
     * @param verified false when only a mail's From line says who it is
     * @param onBehalfOf name of the person for whom it is written; null when for themselves
     */
    public record Writer(
            long person,
            String name,
            Channel channel,
            boolean verified,
            @Nullable String onBehalfOf) {

        /** Somebody who writes for themselves. */
        public Writer(long person, String name, Channel channel, boolean verified) {
            this(person, name, channel, verified, null);
        }
    }

    /** A file whose content is stored already. */
    @SuppressWarnings("ArrayRecordComponent")
    public record StoredFile(String name, String contentType, long size, byte[] sha256) {}

    /**
     * The form of the catalogue that a ticket comes from.
     *
     * @param kind the portal's id of the kind
     * @param fields values of the platform's own fields, by the platform's ids
     */
    public record Request(long kind, int version, Map<String, List<String>> fields) {}

    /** A ticket that was written. */
    public record Written(long ticket, String number, long entry) {}

    /** @return the new ticket, under a local number until the platform has given its own */
    public Written open(
            Writer writer,
            String subject,
            String text,
            String category,
            @Nullable String priority,
            List<StoredFile> files) {
        return open(writer, subject, text, category, priority, files, null, null);
    }

    /** A ticket that names no asset. */
    public Written open(
            Writer writer,
            String subject,
            String text,
            String category,
            @Nullable String priority,
            List<StoredFile> files,
            @Nullable Request request,
            @Nullable Long follows) {
        return open(writer, subject, text, category, priority, files, request, follows, null);
    }

    /**
     * @param request null for a plain ticket
     * @param follows the ticket that this one takes up again, null for none
     * @param asset the platform's id of the asset that it is about, which the writer has; null for none
     */
    public Written open(
            Writer writer,
            String subject,
            String text,
            String category,
            @Nullable String priority,
            List<StoredFile> files,
            @Nullable Request request,
            @Nullable Long follows,
            @Nullable String asset) {
        var now = clock.instant();
        var ticket = nextId("ticket");
        var key = UUID.randomUUID();
        var number = "n-" + key.toString().substring(0, 8).toLowerCase(Locale.ROOT);
        jdbc.sql("""
                        insert into ticket (id, number, local_number, subject, meaning, category, priority, requester,
                          request_key, created_at, changed_at, last_author, follows)
                        values (:id, :number, :number, :subject, 'NEW', :category, :priority, :requester, :key, :now, :now,
                          'PERSON', :follows)""")
                .param("id", ticket)
                .param("number", number)
                .param("subject", subject)
                .param("category", category)
                .param("priority", priority)
                .param("requester", writer.person())
                .param("key", key)
                .param("now", at(now))
                .param("follows", follows, Types.BIGINT)
                .update();
        jdbc.sql("insert into ticket_reader (scope, ticket, changed, reason) values (?, ?, ?, 'requester')")
                .params("p:" + writer.person(), ticket, at(now))
                .update();
        if (request != null) {
            jdbc.sql(
                            "insert into ticket_request (ticket, kind, version, fields, at) values (?, ?, ?, cast(? as jsonb), ?)")
                    .params(
                            ticket,
                            request.kind(),
                            request.version(),
                            json.writeValueAsString(request.fields()),
                            at(now))
                    .update();
        }
        if (asset != null) {
            jdbc.sql("insert into ticket_asset (ticket, asset, asked) values (?, ?, true)")
                    .params(ticket, asset)
                    .update();
        }
        // the platform gives the description the key of the ticket
        // a form of the catalogue puts its text together itself; only what a person typed has marks
        var words = request == null ? typed(writer, text) : new Words(text, null);
        var entry = entry(ticket, "DESCRIPTION", writer, words, null, key, now, files);
        queue(TicketTopic.Kind.CREATE, ticket, entry, key, writer, OptionalLong.empty());
        hints.ticketsChanged(List.of(ticket));
        return new Written(ticket, number, entry);
    }

    /** @return the portal's id of the entry */
    public long reply(long ticket, Writer writer, String text, List<StoredFile> files) {
        return say(TicketTopic.Kind.REPLY, ticket, writer, text, null, files);
    }

    /** @return the portal's id of the entry that shows the wish until the platform has fulfilled it */
    public long wish(long ticket, Writer writer, Wish wish) {
        return say(TicketTopic.Kind.STATE, ticket, writer, "", wish, List.of());
    }

    private long say(
            TicketTopic.Kind kind,
            long ticket,
            Writer writer,
            String text,
            @Nullable Wish wish,
            List<StoredFile> files) {
        outbox.enter(lane(ticket), Destination.PLATFORM);
        var now = clock.instant();
        var key = UUID.randomUUID();
        var entry = entry(
                ticket, wish == null ? "REPLY" : "STATUS_CHANGE", writer, typed(writer, text), wish, key, now, files);
        jdbc.sql("update ticket set changed_at = ? where id = ?")
                .params(at(now), ticket)
                .update();
        jdbc.sql("update ticket_reader set changed = ? where ticket = ?")
                .params(at(now), ticket)
                .update();
        queue(kind, ticket, entry, key, writer, outbox.unfinished(lane(ticket), TicketTopic.Kind.CREATE.topic()));
        hints.ticketsChanged(List.of(ticket));
        return entry;
    }

    /**
     * What is said.
     *
     * @param typed null when it is plain text, as it was typed
     */
    private record Words(String body, @Nullable String typed) {}

    private static Words typed(Writer writer, String text) {
        return writer.channel() == Channel.MAIL
                ? new Words(text, null)
                : RichText.html(text).map(html -> new Words(html, text)).orElseGet(() -> new Words(text, null));
    }

    private long entry(
            long ticket,
            String kind,
            Writer writer,
            Words words,
            @Nullable Wish wish,
            UUID key,
            Instant now,
            List<StoredFile> files) {
        var id = nextId("entry");
        jdbc.sql("""
                        insert into entry (id, ticket, kind, author, author_name, on_behalf_of, author_role, at, body, html, typed, wish, request_key,
                          channel, verified, delivery)
                        values (:id, :ticket, :kind, :author, :name, :behalf, 'PERSON', :now, :body, :html, :typed, :wish, :key, :channel, :verified,
                          'SENDING')""")
                .param("id", id)
                .param("ticket", ticket)
                .param("kind", kind)
                .param("author", writer.person())
                .param("name", writer.name())
                .param("behalf", writer.onBehalfOf())
                .param("now", at(now))
                .param("body", words.body())
                .param("html", words.typed() != null)
                .param("typed", words.typed())
                .param("wish", wish == null ? null : wish.name())
                .param("key", key)
                .param("channel", writer.channel().name())
                .param("verified", writer.verified())
                .update();
        for (int position = 0; position < files.size(); position++) {
            attach(ticket, id, position, files.get(position));
        }
        return id;
    }

    private void attach(long ticket, long entry, int position, StoredFile file) {
        jdbc.sql("""
                        insert into attachment (ticket, entry, position, name, content_type, size, sha256)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(ticket, entry, position, file.name(), file.contentType(), file.size(), file.sha256())
                .update();
    }

    private void queue(TicketTopic.Kind kind, long ticket, long entry, UUID key, Writer writer, OptionalLong needs) {
        outbox.add(new OutboxRows.Row(
                lane(ticket),
                Destination.PLATFORM,
                kind.topic(),
                entry,
                key,
                needs.isPresent() ? needs.getAsLong() : null,
                writer.person(),
                writer.name()));
    }

    static String lane(long ticket) {
        return "ticket:" + ticket;
    }

    private long nextId(String table) {
        return jdbc.sql("select nextval(pg_get_serial_sequence(?, 'id'))")
                .param(table)
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
