package org.clientportal.portal.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.OffsetDateTime;
import java.util.List;
import org.clientportal.portal.evidence.Link.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who has every right in the database, has read how evidence is made, and lacks only the key. */
final class Forger {

    private final JdbcClient administrator;
    private final long organisation;

    Forger(JdbcClient administrator, long organisation) {
        this.administrator = administrator;
        this.organisation = organisation;
    }

    /** Changes a value, with its hash and the leaf of its link. */
    void accept(long seq, String name, String value) {
        var id = administrator
                .sql("select id from confirmation where organisation = ? and seq = ?")
                .params(organisation, seq)
                .query(Long.class)
                .single();
        var salt = administrator
                .sql("select salt from confirmation_value where confirmation = ? and name = ?")
                .params(id, name)
                .query(byte[].class)
                .single();
        administrator
                .sql("update confirmation_value set value = ?, hash = ? where confirmation = ? and name = ?")
                .params(value, Salted.hash(name, salt, value), id, name)
                .update();
        var hashes = administrator
                .sql("select hash from confirmation_value where confirmation = ?")
                .param(id)
                .query(byte[].class)
                .list();
        var pdf = administrator
                .sql("select pdf_hash from confirmation where id = ?")
                .param(id)
                .query(byte[].class)
                .single();
        administrator
                .sql("update confirmation_link set leaf = ? where organisation = ? and seq = ?")
                .params(Salted.leaf(hashes, pdf), organisation, seq)
                .update();
    }

    private record Row(long seq, String kind, long erases, OffsetDateTime at, byte[] leaf) {}

    /** Works out every hash of the chain again. */
    void chainAgain() {
        var previous = Link.beginning(organisation);
        for (var row : rows()) {
            var hash = Link.hash(
                    organisation,
                    row.seq(),
                    Kind.valueOf(row.kind()),
                    row.erases(),
                    row.at().toInstant(),
                    row.leaf(),
                    previous);
            administrator
                    .sql("update confirmation_link set previous = ?, hash = ? where organisation = ? and seq = ?")
                    .params(previous, hash, organisation, row.seq())
                    .update();
            previous = hash;
        }
    }

    private List<Row> rows() {
        return administrator
                .sql("select seq, kind, erases, at, leaf from confirmation_link where organisation = ? order by seq")
                .param(organisation)
                .query((row, number) -> new Row(
                        row.getLong("seq"),
                        row.getString("kind"),
                        row.getLong("erases"),
                        row.getObject("at", OffsetDateTime.class),
                        row.getBytes("leaf")))
                .list();
    }

    private record SealRow(long number, long organisation, long first, long last, OffsetDateTime at) {}

    /** The whole chain and all seals again, signed by a key of the forger's own. */
    void signAll() {
        chainAgain();
        var key = key();
        administrator
                .sql("select hash from confirmation_link where organisation = ?")
                .param(organisation)
                .query(byte[].class)
                .list()
                .forEach(hash -> administrator
                        .sql("update confirmation_link set key = ?, signature = ? where hash = ?")
                        .params(EvidenceKeys.id(key.getPublic()), signature(key, hash), hash)
                        .update());
        var previous = Seal.beginning();
        for (var seal : seals()) {
            var root = Seal.root(administrator
                    .sql(
                            "select hash from confirmation_link where organisation = ? and seq between ? and ? order by seq")
                    .params(seal.organisation(), seal.first(), seal.last())
                    .query(byte[].class)
                    .list());
            var hash = Seal.hash(
                    seal.number(),
                    seal.organisation(),
                    seal.first(),
                    seal.last(),
                    seal.at().toInstant(),
                    root,
                    previous);
            administrator
                    .sql(
                            "update confirmation_seal set root = ?, previous = ?, hash = ?, key = ?, signature = ? where number = ?")
                    .params(root, previous, hash, EvidenceKeys.id(key.getPublic()), signature(key, hash), seal.number())
                    .update();
            previous = hash;
        }
    }

    private List<SealRow> seals() {
        return administrator
                .sql("select number, organisation, first_seq, last_seq, at from confirmation_seal order by number")
                .query((row, number) -> new SealRow(
                        row.getLong("number"),
                        row.getLong("organisation"),
                        row.getLong("first_seq"),
                        row.getLong("last_seq"),
                        row.getObject("at", OffsetDateTime.class)))
                .list();
    }

    private static KeyPair key() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] signature(KeyPair key, byte[] hash) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(hash);
            return signature.sign();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
