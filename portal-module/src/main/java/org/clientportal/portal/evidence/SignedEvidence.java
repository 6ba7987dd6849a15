package org.clientportal.portal.evidence;

import java.util.List;
import org.clientportal.portal.evidence.Link.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps confirmations in the portal's database, each with a link of its organisation's chain. */
@Component
class SignedEvidence implements EvidenceBook {

    private final JdbcClient jdbc;
    private final Chain chain;
    private final ConfirmationPaper paper;

    SignedEvidence(JdbcClient jdbc, Chain chain, ConfirmationPaper paper) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.paper = paper;
    }

    @Override
    public Kept keep(Confirmed confirmed) {
        var code = CheckCode.fresh();
        // drawn first: nobody else's confirmation waits for it
        var drawn = paper.draw(confirmed, code);
        var texts = ConfirmedValues.of(confirmed, code, drawn.fileName());
        var values = Salted.all(texts);
        var salt = Salted.freshSalt();
        var pdfHash = Salted.hash("pdf", salt, drawn.pdf());
        var leaf = Salted.leaf(values.stream().map(Salted::hash).toList(), pdfHash);
        var link = chain.append(confirmed.organisation(), Kind.CONFIRMED, 0, leaf);
        var id = jdbc.sql("""
                        insert into confirmation
                          (organisation, seq, person, receipt, version, check_code, file_name, pdf, pdf_salt, pdf_hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        link.organisation(),
                        link.seq(),
                        confirmed.person(),
                        ConfirmedValues.storable(confirmed.receipt()),
                        confirmed.version(),
                        code,
                        drawn.fileName(),
                        drawn.pdf(),
                        salt,
                        pdfHash)
                .query(Long.class)
                .single();
        write(id, values);
        return new Kept(id, code, drawn.pdf(), drawn.fileName());
    }

    private void write(long confirmation, List<Salted> values) {
        jdbc.sql("""
                        insert into confirmation_value (confirmation, name, salt, value, hash)
                        select ?, * from unnest(?, ?, ?, ?)""")
                .params(
                        confirmation,
                        values.stream().map(Salted::name).toArray(String[]::new),
                        values.stream().map(Salted::salt).toArray(byte[][]::new),
                        values.stream().map(Salted::value).toArray(String[]::new),
                        values.stream().map(Salted::hash).toArray(byte[][]::new))
                .update();
    }
}
