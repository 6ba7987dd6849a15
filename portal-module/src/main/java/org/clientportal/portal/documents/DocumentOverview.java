package org.clientportal.portal.documents;

import java.util.List;
import java.util.Optional;
import org.clientportal.portal.access.Feature;
import org.clientportal.portal.access.PageTransaction;
import org.clientportal.portal.access.Viewer;
import org.clientportal.portal.web.Formats;
import org.springframework.stereotype.Component;

/** What documents offer to the page a person arrives on. */
@Component
public class DocumentOverview {

    private static final int SHOWN = 3;

    private final ReadableDocuments documents;
    private final DocumentSettings settings;

    DocumentOverview(ReadableDocuments documents, DocumentSettings settings) {
        this.documents = documents;
        this.settings = settings;
    }

    /**
     * What is new and was not opened yet.
     *
     * @param rows at most three, newest first
     */
    public record Card(List<DocumentRow> rows) {

        public Card {
            rows = List.copyOf(rows);
        }
    }

    /** Empty for whoever does not have documents, and when nothing is new. */
    @PageTransaction
    public Optional<Card> of(Viewer viewer, Formats formats) {
        if (!viewer.has(Feature.DOCUMENTS)) {
            return Optional.empty();
        }
        var fresh = documents.unopened(viewer, formats.now().minus(settings.newFor()), SHOWN).stream()
                .map(document -> DocumentRow.of(document, formats))
                .toList();
        return fresh.isEmpty() ? Optional.empty() : Optional.of(new Card(fresh));
    }
}
