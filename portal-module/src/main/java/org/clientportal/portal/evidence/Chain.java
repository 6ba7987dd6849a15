package org.clientportal.portal.evidence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.clientportal.portal.evidence.Link.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Puts links at the end of an organisation's chain, one after the other, in the caller's transaction. */
@Component
class Chain {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final EvidenceKeys keys;
    private final Witness witness;

    Chain(JdbcClient jdbc, Clock clock, EvidenceKeys keys, Witness witness) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keys = keys;
        this.witness = witness;
    }

    private record Last(long seq, byte[] hash, String key) {}

    /** @param erases the seq of what is erased; 0 for a confirmation */
    Link append(long organisation, Kind kind, long erases, byte[] leaf) {
        lock(organisation);
        var last = last(organisation);
        last.ifPresent(before -> refuseForeign(before.key()));
        var seq = last.map(Last::seq).orElse(0L) + 1;
        var previous = last.map(Last::hash).orElseGet(() -> Link.beginning(organisation));
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var hash = Link.hash(organisation, seq, kind, erases, at, leaf, previous);
        var link = new Link(organisation, seq, kind, erases, at, leaf, previous, hash, keys.sign(hash));
        write(link);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                witness.saw(link);
            }
        });
        return link;
    }

    /** Until the transaction ends nobody else puts one in; so the numbers have no gap. */
    private void lock(long organisation) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('evidence'), hashint8(?))")
                .param(organisation)
                .query((row, number) -> true)
                .single();
    }

    private Optional<Last> last(long organisation) {
        return jdbc.sql("""
                        select seq, hash, key from confirmation_link where organisation = ? order by seq desc limit 1""")
                .param(organisation)
                .query((row, number) -> new Last(row.getLong("seq"), row.getBytes("hash"), row.getString("key")))
                .optional();
    }

    /** Two nodes with keys of their own would each call the other's links forged. */
    private void refuseForeign(String key) {
        if (!keys.trusted().containsKey(key)) {
            throw new EvidenceKeyUnusable("confirmations were signed by the key " + key
                    + ", which this node does not have: give every node the same portal.evidence.key-file, and name what signed before in"
                    + " portal.evidence.former-keys");
        }
    }

    private void write(Link link) {
        jdbc.sql("""
                        insert into confirmation_link
                          (organisation, seq, kind, erases, at, leaf, previous, hash, key, signature)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        link.organisation(),
                        link.seq(),
                        link.kind().name(),
                        link.erases(),
                        link.at().atOffset(ZoneOffset.UTC),
                        link.leaf(),
                        link.previous(),
                        link.hash(),
                        link.signed().key(),
                        link.signed().signature())
                .update();
        jdbc.sql("insert into confirmation_unsealed (organisation, seq) values (?, ?)")
                .params(link.organisation(), link.seq())
                .update();
    }
}
