package org.clientportal.portal.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the database what the viewer finds. Within a page transaction. */
@Component
class Documents {

    private final JdbcClient jdbc;

    Documents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A document that was found.
     *
     * @param matched which words of the query it has, one bit each
     * @param matchedByAny which words any document found has
     */
    record Row(String kind, long object, double score, long total, long matched, long matchedByAny) {
        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("kind"),
                    row.getLong("object"),
                    row.getDouble("score"),
                    row.getLong("total"),
                    row.getLong("matched"),
                    row.getLong("matched_by_any"));
        }
    }

    /** @param leastShare what a document must have of what was asked for, by the worth of the words */
    List<Row> visible(
            Collection<String> kinds, String language, List<Query.Asked> words, float leastShare, int perKind) {
        var terms = new ArrayList<String>();
        var titled = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        var weights = new ArrayList<Float>();
        for (int number = 0; number < words.size(); number++) {
            for (var term : words.get(number).terms()) {
                terms.add(term.query());
                titled.add(term.inTitle());
                numbers.add(number);
                weights.add(term.weight());
            }
        }
        return jdbc.sql("select * from search_visible(?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        kinds.toArray(String[]::new),
                        language,
                        terms.toArray(String[]::new),
                        titled.toArray(String[]::new),
                        numbers.toArray(Integer[]::new),
                        weights.toArray(Float[]::new),
                        words.size(),
                        leastShare,
                        perKind)
                .query(Row::of)
                .list();
    }

    /** In how many documents of the viewer's a word is; words that are in none are left out. */
    Map<String, Long> seen(Collection<String> kinds, Collection<String> words) {
        var seen = new HashMap<String, Long>();
        jdbc.sql("select lexeme, documents from search_words(?, ?)")
                .params(
                        kinds.toArray(String[]::new),
                        words.stream().map(word -> "w" + word).toArray(String[]::new))
                .query(row -> {
                    seen.put(row.getString(1).substring(1), row.getLong(2));
                });
        return seen;
    }

    void missed(String words, String language) {
        jdbc.sql("select search_missed(?, ?)")
                .params(words, language)
                .query((row, number) -> 0)
                .list();
    }
}
