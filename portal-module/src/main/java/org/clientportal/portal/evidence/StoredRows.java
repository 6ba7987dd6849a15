package org.clientportal.portal.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.evidence.EvidenceKeys.Signed;
import org.clientportal.portal.evidence.Link.Kind;
import org.clientportal.portal.evidence.Stored.Content;
import org.clientportal.portal.evidence.Stored.Erasing;
import org.clientportal.portal.evidence.Stored.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what is kept, page by page, each page in a transaction of its own. */
@Component
class StoredRows {

    private static final String WHOLE = """
            select l.organisation, l.seq, l.kind, l.erases, l.at, l.leaf, l.previous, l.hash, l.key, l.signature,
              c.id, c.person, c.receipt, c.version, c.check_code, c.file_name, c.pdf, c.pdf_salt, c.pdf_hash,
              c.erased_at, e.seq as erased_by, e.at as erased_on
            from confirmation_link l
              left join lateral (select x.seq, x.at from confirmation_link x
                where x.organisation = l.organisation and x.erases = l.seq and x.erases > 0 order by x.seq limit 1) e on true
              left join confirmation c on c.organisation = l.organisation and c.seq = l.seq and l.kind = 'CONFIRMED'
            """;

    private final JdbcClient jdbc;

    StoredRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How far an organisation's chain goes. */
    record Reach(long organisation, long last) {}

    @WorkTransaction
    public List<Reach> chains() {
        return jdbc.sql("""
                        select organisation, max(seq) as last from confirmation_link group by organisation
                        order by organisation""")
                .query((row, number) -> new Reach(row.getLong("organisation"), row.getLong("last")))
                .list();
    }

    @WorkTransaction
    public List<Stored> page(long organisation, long after, long until, int most) {
        return whole(jdbc.sql(WHOLE + "where l.organisation = ? and l.seq > ? and l.seq <= ? order by l.seq limit ?")
                .params(organisation, after, until, most)
                .query(StoredRows::row)
                .list());
    }

    /** The same of one receipt only; of all when it is null. */
    @WorkTransaction
    public List<Stored> page(long organisation, long after, long until, @Nullable String receipt, int most) {
        return receipt == null
                ? page(organisation, after, until, most)
                : whole(jdbc.sql(WHOLE + """
                                where l.organisation = ? and l.seq > ? and l.seq <= ? and c.receipt = ?
                                order by l.seq limit ?""")
                        .params(organisation, after, until, receipt, most)
                        .query(StoredRows::row)
                        .list());
    }

    /** Links alone. */
    @WorkTransaction
    public List<Link> links(long organisation, long after, long until, int most) {
        return jdbc.sql("""
                        select organisation, seq, kind, erases, at, leaf, previous, hash, key, signature
                        from confirmation_link where organisation = ? and seq > ? and seq <= ? order by seq limit ?""")
                .params(organisation, after, until, most)
                .query((row, number) -> link(row))
                .list();
    }

    /** What has this check code. */
    @WorkTransaction
    public Optional<Stored> withCode(String code) {
        return whole(jdbc.sql(WHOLE + "where c.check_code = ?")
                        .param(code)
                        .query(StoredRows::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** Confirmations of a receipt, by organisation and seq. */
    @WorkTransaction
    public List<Reach> ofReceipt(String receipt) {
        return jdbc.sql("select organisation, seq from confirmation where receipt = ? order by organisation, seq")
                .param(receipt)
                .query((row, number) -> new Reach(row.getLong("organisation"), row.getLong("seq")))
                .list();
    }

    /** Confirmations that no link stands for. */
    @WorkTransaction
    public List<Reach> unlinked(int most) {
        return jdbc.sql("""
                        select c.organisation, c.seq from confirmation c
                        where not exists (select from confirmation_link l where l.organisation = c.organisation
                          and l.seq = c.seq and l.kind = 'CONFIRMED')
                        order by c.organisation, c.seq limit ?""")
                .param(most)
                .query((row, number) -> new Reach(row.getLong("organisation"), row.getLong("seq")))
                .list();
    }

    /** Hashes of links by their place, of those of them that are there. */
    @WorkTransaction
    public Map<Reach, String> hashes(List<Reach> links) {
        var found = new HashMap<Reach, String>();
        jdbc.sql("""
                        select l.organisation, l.seq, l.hash from unnest(?, ?) as w (organisation, seq)
                        join confirmation_link l on l.organisation = w.organisation and l.seq = w.seq""")
                .params(
                        links.stream().map(Reach::organisation).toArray(Long[]::new),
                        links.stream().map(Reach::last).toArray(Long[]::new))
                .query((row, number) -> found.put(
                        new Reach(row.getLong("organisation"), row.getLong("seq")), Digest.hex(row.getBytes("hash"))))
                .list();
        return found;
    }

    private List<Stored> whole(List<Stored> rows) {
        var ids = rows.stream()
                .map(Stored::content)
                .filter(java.util.Objects::nonNull)
                .map(Content::id)
                .toArray(Long[]::new);
        var values = values(ids);
        return rows.stream().map(row -> with(row, values)).toList();
    }

    private Map<Long, List<Value>> values(Long[] confirmations) {
        var values = new HashMap<Long, List<Value>>();
        jdbc.sql("""
                        select confirmation, name, salt, value, hash from confirmation_value
                        where confirmation = any (?) order by confirmation, name""")
                .param(confirmations)
                .query((row, number) -> values.computeIfAbsent(
                                row.getLong("confirmation"), id -> new java.util.ArrayList<>())
                        .add(new Value(
                                row.getString("name"),
                                row.getBytes("salt"),
                                row.getString("value"),
                                row.getBytes("hash"))))
                .list();
        return values;
    }

    private static Stored with(Stored row, Map<Long, List<Value>> values) {
        var content = row.content();
        if (content == null) {
            return row;
        }
        var whole = new Content(
                content.id(),
                content.person(),
                content.receipt(),
                content.version(),
                content.checkCode(),
                content.fileName(),
                content.pdf(),
                content.pdfSalt(),
                content.pdfHash(),
                content.erasedAt(),
                values.getOrDefault(content.id(), List.of()));
        return new Stored(row.link(), whole, row.erasing());
    }

    private static Stored row(ResultSet row, int number) throws SQLException {
        var link = link(row);
        var erasing = row.getObject("erased_by", Long.class);
        return new Stored(link, content(row), erasing == null ? null : new Erasing(erasing, moment(row, "erased_on")));
    }

    private static Link link(ResultSet row) throws SQLException {
        return new Link(
                row.getLong("organisation"),
                row.getLong("seq"),
                Kind.valueOf(row.getString("kind")),
                row.getLong("erases"),
                moment(row, "at"),
                row.getBytes("leaf"),
                row.getBytes("previous"),
                row.getBytes("hash"),
                new Signed(row.getString("key"), row.getBytes("signature")));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Content content(ResultSet row) throws SQLException {
        var id = row.getObject("id", Long.class);
        return id == null
                ? null
                : new Content(
                        id,
                        row.getObject("person", Long.class),
                        row.getString("receipt"),
                        row.getObject("version", Integer.class),
                        row.getString("check_code"),
                        row.getString("file_name"),
                        row.getBytes("pdf"),
                        row.getBytes("pdf_salt"),
                        row.getBytes("pdf_hash"),
                        row.getObject("erased_at") == null ? null : moment(row, "erased_at"),
                        List.of());
    }
}
