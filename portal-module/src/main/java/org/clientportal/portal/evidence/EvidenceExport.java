package org.clientportal.portal.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientportal.portal.access.WorkTransaction;
import org.clientportal.portal.audit.Audit;
import org.clientportal.portal.audit.Deed;
import org.clientportal.portal.audit.Deed.Actor;
import org.clientportal.portal.audit.Deed.Subject;
import org.clientportal.portal.evidence.Stored.Content;
import org.clientportal.portal.evidence.StoredRows.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes evidence out as a ZIP that can be verified without the portal: chains and seals, each confirmation with its values, salts
 * and PDF, the public keys. Written page by page, whatever its size.
 */
@Component
class EvidenceExport {

    private static final int PAGE = 50;
    private static final int SEALS = 500;

    private final StoredRows rows;
    private final Seals seals;
    private final EvidenceKeys keys;
    private final JsonMapper json;
    private final ExportScopes scopes;

    EvidenceExport(StoredRows rows, Seals seals, EvidenceKeys keys, JsonMapper json, ExportScopes scopes) {
        this.rows = rows;
        this.seals = seals;
        this.keys = keys;
        this.json = json;
        this.scopes = scopes;
    }

    /**
     * What goes out.
     *
     * @param receipt only the confirmations of this one; null for all. Chains and seals are whole all the same
     */
    record Scope(List<Reach> chains, @Nullable String receipt) {}

    /** Empty when there is nothing. */
    Optional<Scope> scope(@Nullable String receipt, @Nullable String organisation) {
        var chains = rows.chains();
        if (receipt != null) {
            var of = rows.ofReceipt(receipt).stream().map(Reach::organisation).toList();
            chains = chains.stream()
                    .filter(chain -> of.contains(chain.organisation()))
                    .toList();
        }
        if (organisation != null) {
            var wanted = scopes.organisation(organisation).orElse(-1L);
            chains = chains.stream()
                    .filter(chain -> chain.organisation() == wanted)
                    .toList();
        }
        var nothing = chains.isEmpty() && (receipt != null || organisation != null);
        return nothing ? Optional.empty() : Optional.of(new Scope(chains, receipt));
    }

    /** Writes it, and records who took it out before anything is out. */
    void write(Scope scope, String by, OutputStream out) throws IOException {
        scopes.note(
                by, scope.receipt() != null ? scope.receipt() : scope.chains().size() + " chains");
        write(scope, out);
    }

    void write(Scope scope, OutputStream out) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        keys(zip);
        for (var chain : scope.chains()) {
            seals(zip, chain);
            links(zip, chain);
            confirmations(zip, chain, scope.receipt());
        }
        zip.finish();
    }

    private void keys(ZipOutputStream zip) throws IOException {
        for (Map.Entry<String, PublicKey> key : keys.trusted().entrySet()) {
            begin(zip, "keys/" + key.getKey() + ".pem");
            zip.write(PemKeys.pem("PUBLIC KEY", key.getValue().getEncoded()).getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
    }

    private void seals(ZipOutputStream zip, Reach chain) throws IOException {
        begin(zip, "chains/" + chain.organisation() + "/seals.jsonl");
        var after = 0L;
        for (var page = seals.of(chain.organisation(), after, SEALS);
                !page.isEmpty();
                page = seals.of(chain.organisation(), after, SEALS)) {
            for (var seal : page) {
                line(zip, SealJson.of(seal));
                after = seal.number();
            }
        }
        zip.closeEntry();
    }

    private void links(ZipOutputStream zip, Reach chain) throws IOException {
        begin(zip, "chains/" + chain.organisation() + "/links.jsonl");
        var after = 0L;
        for (var page = rows.links(chain.organisation(), after, chain.last(), SEALS);
                !page.isEmpty();
                page = rows.links(chain.organisation(), after, chain.last(), SEALS)) {
            for (var link : page) {
                line(zip, SealJson.of(link));
                after = link.seq();
            }
        }
        zip.closeEntry();
    }

    private void confirmations(ZipOutputStream zip, Reach chain, @Nullable String receipt) throws IOException {
        var after = 0L;
        for (var page = rows.page(chain.organisation(), after, chain.last(), receipt, PAGE);
                !page.isEmpty();
                page = rows.page(chain.organisation(), after, chain.last(), receipt, PAGE)) {
            for (var stored : page) {
                var content = stored.content();
                if (content != null) {
                    confirmation(zip, stored.link(), content);
                }
                after = stored.link().seq();
            }
        }
    }

    private void confirmation(ZipOutputStream zip, Link link, Content content) throws IOException {
        var folder = "chains/" + link.organisation() + "/" + link.seq() + "/";
        begin(zip, folder + "confirmation.json");
        zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(fields(link, content)));
        zip.closeEntry();
        var pdf = content.pdf();
        if (pdf != null) {
            begin(zip, folder + "confirmation.pdf");
            zip.write(pdf);
            zip.closeEntry();
        }
    }

    private static Map<String, Object> fields(Link link, Content content) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("organisation", link.organisation());
        fields.put("seq", link.seq());
        var erasedAt = content.erasedAt();
        if (erasedAt != null) {
            fields.put("erasedAt", erasedAt.toString());
        }
        var pdf = new LinkedHashMap<String, Object>();
        put(pdf, "salt", content.pdfSalt());
        pdf.put("hash", Digest.hex(content.pdfHash()));
        fields.put("pdf", pdf);
        var values = new ArrayList<Map<String, Object>>();
        for (var value : content.values()) {
            var one = new LinkedHashMap<String, Object>();
            one.put("name", value.name());
            var text = value.value();
            if (text != null) {
                one.put("value", text);
            }
            put(one, "salt", value.salt());
            one.put("hash", Digest.hex(value.hash()));
            values.add(one);
        }
        fields.put("values", values);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, byte @Nullable [] bytes) {
        if (bytes != null) {
            fields.put(name, HexFormat.of().formatHex(bytes));
        }
    }

    private void line(ZipOutputStream zip, Map<String, Object> fields) throws IOException {
        zip.write((json.writeValueAsString(fields) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    /** Organisations by how people call them. */
    @Component
    static class ExportScopes {

        private final JdbcClient jdbc;
        private final Audit audit;

        ExportScopes(JdbcClient jdbc, Audit audit) {
            this.jdbc = jdbc;
            this.audit = audit;
        }

        /** Who took it out. */
        @WorkTransaction
        public void note(String by, String what) {
            audit.note(Deed.of(Actor.administrator(by), "confirmations.exported", new Subject("evidence", what, what)));
        }

        /** By platform id, or by name when only one has it. */
        @WorkTransaction
        public Optional<Long> organisation(String called) {
            var found = jdbc.sql("""
                            select id from organisation where platform_id = ? or lower(name) = lower(?)
                            order by platform_id = ? desc limit 2""")
                    .params(called, called, called)
                    .query(Long.class)
                    .list();
            return found.stream().findFirst();
        }
    }
}
