package org.clientportal.portal.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.evidence.EvidenceKeys.Signed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes seals and reads them. Only one transaction at a time makes one, on whichever node it is. */
@Component
class Seals {

    /** So many links are in one seal at most. */
    private static final int BATCH = 10_000;

    private static final String COLUMNS =
            "select number, organisation, first_seq, last_seq, at, root, previous, hash, key, signature from confirmation_seal ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EvidenceKeys keys;

    Seals(JdbcClient jdbc, Clock clock, EvidenceKeys keys) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
    }

    /** Seals what one organisation has that is not sealed yet. @return whether there was something */
    @WorkTransaction
    public boolean next() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('evidence-seal'))")
                .query((row, number) -> true)
                .single();
        var organisation = jdbc.sql("select organisation from confirmation_unsealed order by organisation limit 1")
                .query(Long.class)
                .optional();
        organisation.ifPresent(this::seal);
        return organisation.isPresent();
    }

    /** What counts are the links; that they wait is only a hint, which somebody else can have put there. */
    private void seal(long organisation) {
        var waiting = jdbc.sql("select seq from confirmation_unsealed where organisation = ? order by seq limit ?")
                .params(organisation, BATCH)
                .query(Long.class)
                .list();
        var first = jdbc.sql("""
                        select coalesce((select last_seq from confirmation_seal where organisation = ?
                          order by last_seq desc limit 1), 0) + 1""").param(organisation).query(Long.class).single();
        var last = jdbc.sql("""
                        select seq from confirmation_link where organisation = ? and seq between ? and ?
                        order by seq desc limit 1""")
                .params(organisation, first, first + BATCH - 1)
                .query(Long.class)
                .optional();
        last.ifPresent(until -> write(organisation, first, until));
        jdbc.sql("delete from confirmation_unsealed where organisation = ? and (seq <= ? or seq = any (?))")
                .params(organisation, last.orElse(0L), last.isPresent() ? new Long[0] : waiting.toArray(Long[]::new))
                .update();
    }

    private void write(long organisation, long first, long last) {
        var before = latest();
        var number = before.map(Seal::number).orElse(0L) + 1;
        var previous = before.map(Seal::hash).orElseGet(Seal::beginning);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var root = Seal.root(hashes(organisation, first, last));
        var hash = Seal.hash(number, organisation, first, last, at, root, previous);
        var signed = keys.sign(hash);
        jdbc.sql("""
                        insert into confirmation_seal
                          (number, organisation, first_seq, last_seq, at, root, previous, hash, key, signature)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        number,
                        organisation,
                        first,
                        last,
                        at.atOffset(ZoneOffset.UTC),
                        root,
                        previous,
                        hash,
                        signed.key(),
                        signed.signature())
                .update();
    }

    private List<byte[]> hashes(long organisation, long first, long last) {
        return jdbc.sql(
                        "select hash from confirmation_link where organisation = ? and seq between ? and ? order by seq")
                .params(organisation, first, last)
                .query((row, number) -> row.getBytes("hash"))
                .list();
    }

    /** The hash over the links that a seal is about, as they are now. */
    @WorkTransaction
    public byte[] rootNow(Seal seal) {
        return Seal.root(hashes(seal.organisation(), seal.first(), seal.last()));
    }

    private Optional<Seal> latest() {
        return jdbc.sql(COLUMNS + "order by number desc limit 1")
                .query(Seals::row)
                .optional();
    }

    /** The last one there is. */
    @WorkTransaction
    public Optional<Seal> last() {
        return latest();
    }

    /** In their order, those after a number. */
    @WorkTransaction
    public List<Seal> after(long number, int most) {
        return jdbc.sql(COLUMNS + "where number > ? order by number limit ?")
                .params(number, most)
                .query(Seals::row)
                .list();
    }

    /** Those of an organisation, in their order. */
    @WorkTransaction
    public List<Seal> of(long organisation, long afterNumber, int most) {
        return jdbc.sql(COLUMNS + "where organisation = ? and number > ? order by number limit ?")
                .params(organisation, afterNumber, most)
                .query(Seals::row)
                .list();
    }

    /** Hashes by number, of those of them that are there. */
    @WorkTransaction
    public Map<Long, String> hashes(List<Long> numbers) {
        var found = new HashMap<Long, String>();
        jdbc.sql("select number, hash from confirmation_seal where number = any (?)")
                .param(numbers.toArray(Long[]::new))
                .query((row, number) -> found.put(row.getLong("number"), Digest.hex(row.getBytes("hash"))))
                .list();
        return found;
    }

    private static Seal row(ResultSet row, int number) throws SQLException {
        return new Seal(
                row.getLong("number"),
                row.getLong("organisation"),
                row.getLong("first_seq"),
                row.getLong("last_seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBytes("root"),
                row.getBytes("previous"),
                row.getBytes("hash"),
                new Signed(row.getString("key"), row.getBytes("signature")));
    }
}
