package org.clientportal.portal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.clientportal.portal.access.WorkTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The words of all documents, in memory, for what a mistyped word may have meant. Nobody sees them: what is offered to a
 * viewer is only what the viewer's own documents have ({@link Corrections}).
 */
@Component
class Vocabulary {

    private static final long REFRESH_MS = 20_000;
    private static final int DOCUMENTS_AT_ONCE = 500;
    /** A transaction that began earlier may commit a smaller number later. */
    private static final long OVERLAP = 200;

    private static final int SHORTEST = 3;
    private static final int LONGEST = 30;
    private static final int SURE_OF_TWO = 7;
    private static final int MOST = 40;

    private final JdbcClient jdbc;
    private final TreeSet<String> known = new TreeSet<>();
    private volatile List<String> words = List.of();
    private long read;

    Vocabulary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param distance letters that are wrong, missing, too many or swapped with the next */
    record Similar(String word, int distance) {}

    private record Written(long seq, String word) {}

    /** Reads the words of documents written since. */
    @Scheduled(fixedDelay = REFRESH_MS)
    @WorkTransaction
    public synchronized void refresh() {
        var before = known.size();
        var from = Math.max(0, read - OVERLAP);
        while (true) {
            var batch = jdbc.sql("""
                            select d.seq, substr(l.lexeme, 2) as word
                            from (select seq, vector from search_document where seq > ? order by seq limit ?) d
                              left join lateral unnest(d.vector) l on l.lexeme ~ '^w[a-z]{3,30}$'""")
                    .params(from, DOCUMENTS_AT_ONCE)
                    .query((row, no) -> new Written(row.getLong(1), row.getString(2) == null ? "" : row.getString(2)))
                    .list();
            if (batch.isEmpty()) {
                break;
            }
            batch.stream().map(Written::word).filter(word -> !word.isEmpty()).forEach(known::add);
            from = batch.stream().mapToLong(Written::seq).max().orElse(from);
        }
        read = Math.max(read, from);
        if (known.size() != before) {
            words = List.copyOf(known);
        }
    }

    /** Words that are written nearly like this one, the nearest first. */
    List<Similar> similarTo(String folded) {
        if (folded.length() < SHORTEST
                || folded.length() > LONGEST
                || !folded.chars().allMatch(Character::isLetter)) {
            return List.of();
        }
        var automata = new LevenshteinAutomata(folded, true);
        var near = new CharacterRunAutomaton(automata.toAutomaton(1));
        var far = folded.length() < SURE_OF_TWO ? near : new CharacterRunAutomaton(automata.toAutomaton(2));
        var reach = folded.length() < SURE_OF_TWO ? 1 : 2;
        var found = new ArrayList<Similar>();
        for (var word : words) {
            if (Math.abs(word.length() - folded.length()) <= reach
                    && far.run(word)
                    && !word.equals(folded)
                    && (folded.length() > SHORTEST || isSwapped(word, folded))) {
                found.add(new Similar(word, near.run(word) ? 1 : 2));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Similar::distance)
                        // the first letter is seldom wrong
                        .thenComparing(similar -> similar.word().charAt(0) != folded.charAt(0))
                        .thenComparing(Similar::word))
                .limit(MOST)
                .toList();
    }

    /** Of three letters any other one makes another word; only their order may be wrong. */
    private static boolean isSwapped(String word, String folded) {
        return word.length() == folded.length()
                && Arrays.equals(
                        word.chars().sorted().toArray(), folded.chars().sorted().toArray());
    }
}
