package org.clientportal.portal.documents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clientportal.portal.access.Explained;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Why somebody sees a document: its reader rows. */
@Component
class DocumentExplanations implements Explained {

    private static final Pattern DOCUMENT = Pattern.compile("/documents/([^/]+)(/.*)?");

    private final JdbcClient jdbc;

    DocumentExplanations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Because> explain(Viewer who, String path) {
        if (path.equals(DocumentPaths.ALL)) {
            return Optional.of(new Because(Feature.DOCUMENTS, true, List.of("a page of the feature itself")));
        }
        var document = DOCUMENT.matcher(path);
        return document.matches()
                ? Optional.of(because(who, URLDecoder.decode(document.group(1), StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private record Reader(String scope, String reason) {}

    private Because because(Viewer who, String platformId) {
        var rows = jdbc.sql("""
                        select r.scope, r.reason from document_reader r join document d on d.id = r.document
                        where d.platform_id = ? and not d.gone order by r.scope""")
                .param(platformId)
                .query((row, number) -> new Reader(row.getString("scope"), row.getString("reason")))
                .list();
        var own = rows.stream()
                .filter(row -> who.audiences().contains(row.scope()))
                .map(row -> "reader row " + row.scope() + ", " + row.reason())
                .toList();
        if (!own.isEmpty()) {
            return new Because(Feature.DOCUMENTS, true, own);
        }
        return new Because(
                Feature.DOCUMENTS,
                false,
                List.of(
                        rows.isEmpty()
                                ? "there is no such document"
                                : "no reader row for " + String.join(" or ", who.audiences())));
    }
}
