package org.clientportal.portal.tickets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.clientportal.itsm.Delivered;
import org.clientportal.itsm.Submission;
import org.clientportal.itsm.Submission.Channel;
import org.clientportal.itsm.Submission.OutgoingFile;
import org.clientportal.itsm.Submission.RequestKey;
import org.clientportal.itsm.Submission.Wish;
import org.clientportal.portal.conversation.Contents;
import org.clientportal.portal.live.Hints;
import org.clientportal.portal.outbox.DeliveryTopic;
import org.clientportal.ports.Outbox.Claim;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Outbox rows of tickets; their subject is the entry that shows them. */
class TicketTopic extends DeliveryTopic {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

    /** What a person can do to a ticket. */
    enum Kind {
        CREATE("ticket.create"),
        REPLY("ticket.reply"),
        STATE("ticket.state");

        private final String topic;

        Kind(String topic) {
            this.topic = topic;
        }

        String topic() {
            return topic;
        }
    }

    private final Kind kind;
    private final Contents contents;
    private final Hints hints;
    private final ApplicationEventPublisher events;

    TicketTopic(Kind kind, JdbcClient jdbc, Contents contents, Hints hints, ApplicationEventPublisher events) {
        super(jdbc, "entry");
        this.kind = kind;
        this.contents = contents;
        this.hints = hints;
        this.events = events;
    }

    @Override
    public String topic() {
        return kind.topic();
    }

    private record Row(
            Submission.Writer writer,
            Instant at,
            String subject,
            String text,
            @Nullable String html,
            @Nullable String wish,
            @Nullable String ticketId,
            @Nullable String category,
            @Nullable String priority,
            @Nullable String fields,
            @Nullable String requester,
            @Nullable String follows,
            @Nullable String asset) {}

    @Override
    public Submission submission(Claim claim) {
        var row = jdbc.sql("""
                        select p.platform_id as person, p.name, coalesce(l.email,
                            (select a.address from person_address a where a.person = p.id order by a.position limit 1), '')
                            as email,
                          e.channel, e.verified, e.on_behalf_of, e.at, coalesce(e.typed, e.body) as text,
                          case when e.html then e.body end as html, e.wish, t.subject, t.platform_id as ticket_id, t.category,
                          t.priority, (select r.fields from ticket_request r where r.ticket = t.id) as fields,
                          (select w.platform_id from person w where w.id = t.requester and w.id <> e.author) as requester,
                          (select f.platform_id from ticket f where f.id = t.follows) as follows,
                          (select a.asset from ticket_asset a where a.ticket = t.id and a.asked limit 1) as asset
                        from entry e join ticket t on t.id = e.ticket join person p on p.id = e.author
                        left join login l on l.person = p.id
                        where e.id = ?""")
                .param(claim.subject())
                .query((result, number) -> row(result))
                .single();
        var key = new RequestKey(claim.requestKey());
        return switch (kind) {
            case CREATE ->
                new Submission.NewTicket(
                        key,
                        row.writer(),
                        row.at(),
                        row.subject(),
                        row.text(),
                        Objects.requireNonNullElse(row.category(), ""),
                        row.priority(),
                        files(claim.subject()),
                        row.fields() == null ? Map.of() : JSON.readValue(row.fields(), FIELDS),
                        row.requester(),
                        row.follows(),
                        row.asset(),
                        row.html());
            case REPLY ->
                new Submission.NewReply(
                        key, row.writer(), row.at(), ticketOf(row), row.text(), files(claim.subject()), row.html());
            case STATE ->
                new Submission.NewState(
                        key, row.writer(), row.at(), ticketOf(row), Wish.valueOf(Objects.requireNonNull(row.wish())));
        };
    }

    private static String ticketOf(Row row) {
        return Objects.requireNonNull(row.ticketId(), "the ticket is not on the platform yet");
    }

    private static Row row(ResultSet result) throws SQLException {
        return new Row(
                new Submission.Writer(
                        result.getString("person"),
                        result.getString("name"),
                        result.getString("email"),
                        Channel.valueOf(result.getString("channel")),
                        result.getBoolean("verified"),
                        result.getString("on_behalf_of")),
                result.getObject("at", OffsetDateTime.class).toInstant(),
                result.getString("subject"),
                result.getString("text"),
                result.getString("html"),
                result.getString("wish"),
                result.getString("ticket_id"),
                result.getString("category"),
                result.getString("priority"),
                result.getString("fields"),
                result.getString("requester"),
                result.getString("follows"),
                result.getString("asset"));
    }

    private List<OutgoingFile> files(long entry) {
        return jdbc.sql("select name, content_type, size, sha256 from attachment where entry = ? order by position")
                .param(entry)
                .query((result, number) -> {
                    var sha256 = result.getBytes("sha256");
                    var size = result.getLong("size");
                    return new OutgoingFile(
                            result.getString("name"),
                            result.getString("content_type"),
                            size,
                            () -> contents.openForWork(sha256, size));
                })
                .list();
    }

    @Override
    public void delivered(Claim claim, Delivered delivered) {
        var ticket = ticketOf(claim);
        if (kind == Kind.CREATE) {
            jdbc.sql("""
                            update ticket set platform_id = :id, number = :number where id = :ticket and platform_id is null""")
                    .param("id", delivered.ticketId())
                    .param("number", delivered.number())
                    .param("ticket", ticket)
                    .update();
            events.publishEvent(new TicketReceived(ticket));
        }
        settle(claim, Optional.ofNullable(delivered.entryId()));
        hints.ticketsChanged(List.of(ticket));
    }

    /** The entry is delivered; a wish without an entry of its own on the platform has had its effect and goes. */
    private void settle(Claim claim, Optional<String> entryId) {
        if (kind == Kind.STATE) {
            var meaning = jdbc.sql("select wish from entry where id = ?")
                    .param(claim.subject())
                    .query(String.class)
                    .optional()
                    .map(wish -> Wish.valueOf(wish) == Wish.CLOSE ? "CLOSED" : "IN_WORK");
            meaning.ifPresent(now -> jdbc.sql(
                            "update ticket set meaning = ?, since = now() where id = (select ticket from entry where id = ?)")
                    .params(now, claim.subject())
                    .update());
            if (entryId.isEmpty()) {
                jdbc.sql("delete from entry where id = ? and platform_id is null")
                        .param(claim.subject())
                        .update();
                return;
            }
        }
        jdbc.sql("""
                        update entry set delivery = 'DELIVERED', failure = null, delivered_at = coalesce(delivered_at, now()),
                          platform_id = case when platform_id is null
                            and not exists (select from entry known where known.platform_id = :id) then :id
                            else platform_id end
                        where id = :entry""")
                .param("id", entryId.orElse(null), java.sql.Types.VARCHAR)
                .param("entry", claim.subject())
                .update();
    }

    @Override
    protected void changed(Claim claim) {
        hints.ticketsChanged(List.of(ticketOf(claim)));
    }

    private long ticketOf(Claim claim) {
        return jdbc.sql("select ticket from entry where id = ?")
                .param(claim.subject())
                .query(Long.class)
                .single();
    }
}
