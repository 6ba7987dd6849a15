package org.clientportal.portal.search;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;

/** Takes documents into the index, in the transaction that takes them into the mirror. */
@Component
public class SearchIndex {

    private final NamedParameterJdbcTemplate sql;
    private final Analysis analysis;
    private final Vocabulary vocabulary;

    SearchIndex(NamedParameterJdbcTemplate sql, Analysis analysis, Vocabulary vocabulary) {
        this.sql = sql;
        this.analysis = analysis;
        this.vocabulary = vocabulary;
    }

    private static final String UPSERT = """
            insert into search_document (kind, object, language, vector, title_words, changed)
            values (:kind, :object, :language, cast(:vector as tsvector), :titleWords, :changed)
            on conflict (kind, object) do update set language = excluded.language, vector = excluded.vector,
              title_words = excluded.title_words, changed = excluded.changed, seq = excluded.seq
            where (search_document.language, search_document.vector, search_document.title_words, search_document.changed)
              is distinct from (excluded.language, excluded.vector, excluded.title_words, excluded.changed)""";

    /** Takes documents in, in place of what was there of the same objects. Within a work transaction. */
    public void put(Collection<Findable> documents) {
        if (documents.isEmpty()) {
            return;
        }
        sql.batchUpdate(
                UPSERT,
                documents.stream()
                        // always in one order, so that two writers do not wait for each other
                        .sorted(Comparator.comparing(Findable::kind).thenComparing(Findable::object))
                        .map(this::row)
                        .toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(Findable document) {
        return new MapSqlParameterSource()
                .addValue("kind", document.kind())
                .addValue("object", document.object())
                .addValue("language", document.language())
                .addValue("vector", Vector.of(document, analysis))
                .addValue("titleWords", Vector.titleWords(document.title(), analysis))
                .addValue("changed", document.changed().atOffset(ZoneOffset.UTC));
    }

    /**
     * Takes in what there is of some objects now; those of which there is nothing are found no more. Within a work transaction.
     */
    public void renew(String kind, Collection<Long> objects, Collection<Findable> documents) {
        put(documents);
        var gone = new HashSet<>(objects);
        documents.forEach(document -> gone.remove(document.object()));
        remove(kind, gone);
    }

    /** Objects that are found no more. Within a work transaction. */
    public void remove(String kind, Collection<Long> objects) {
        if (!objects.isEmpty()) {
            sql.update(
                    "delete from search_document where kind = :kind and object in (:objects)",
                    new MapSqlParameterSource().addValue("kind", kind).addValue("objects", List.copyOf(objects)));
        }
    }

    /** Mistyped words are known by the words this node has read; it reads the new ones at once instead of in a while. */
    public void readWords() {
        vocabulary.refresh();
    }
}
