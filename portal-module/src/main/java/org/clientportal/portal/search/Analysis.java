package org.clientportal.portal.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * From a word to what stands for it in the index. Each lexeme begins with a letter that says what it is: {@code w} the word as
 * written, {@code p} a Polish dictionary form, {@code e} an English stem, {@code r} a Polish root, {@code n} a code; all
 * without diacritics.
 */
@Component
final class Analysis {

    /** Changes when documents would be read in another way; then the index is built anew. */
    static final int VERSION = 1;

    private static final int KEPT = 50_000;

    /** Words that are in every sentence, folded; the dictionary forms stand for all their forms. */
    private static final Set<String> STOP =
            Set.copyOf(List.of(("a aby albo ale az bardzo bez beda bedzie bo by byc byl byla bylo byly chce chciec"
                            + " chcialbym chcialabym ci cie co cos czemu czy dac dla dlaczego do dzien dobry gdy gdzie go i ich ile im inny"
                            + " ja jak jaka jaki jakie jako je jego jej jest jestem jesli juz kiedy kto ktora ktore ktory ktos lub ma mam"
                            + " miec mi mna mnie moc moge moj moja moje mozna moze moze mu musiec na nad nam nas nasz nic nie niz no o od"
                            + " on ona one oni oraz pan pani po pod poniewaz potrzebowac potrzebuje prosic prosze przed przez przy sa sie"
                            + " skad sobie swoj ta tak taki tam te tego tej ten tez to trzeba tu tutaj tych tylko tym u w wam was we"
                            + " wiec wlasnie wszystko z za zeby ze zrobic robic")
                    .split(" ")));

    private static final Set<String> STOP_ENGLISH =
            Set.copyOf(List.of(("am been can cannot could did do does doing don done from get getting"
                            + " had has have having he her how i im isn it its keep me my mine need our out please she should so some"
                            + " someone something than them want was we were what when where which who why would you your about any"
                            + " doesn won wont cant dont doesnt anymore again just really very")
                    .split(" ")));

    private final PolishWords polish = new PolishWords();
    private final ThreadLocal<EnglishStemmer> english = ThreadLocal.withInitial(EnglishStemmer::new);
    private final Map<String, Set<String>> kept = new ConcurrentHashMap<>();

    /** What a word of a document is found by. */
    Set<String> ofDocument(String word, @Nullable String language) {
        return kept(word, (language == null ? "" : language) + "/" + word, language, false);
    }

    /** What a word of a query looks for: in both languages, and as if diacritics had been left out. */
    Set<String> ofQuery(String word) {
        return kept(word, "?/" + word, null, true);
    }

    private Set<String> kept(String word, String key, @Nullable String language, boolean asked) {
        if (kept.size() > KEPT) {
            kept.clear();
        }
        // not computeIfAbsent: the look-up is longer than a bucket should be held
        var known = kept.get(key);
        if (known == null) {
            known = Set.copyOf(lexemes(word, language, asked));
            kept.put(key, known);
        }
        return known;
    }

    private Set<String> lexemes(String word, @Nullable String language, boolean asked) {
        var folded = Word.folded(word);
        var lexemes = new LinkedHashSet<String>();
        lexemes.add("w" + folded);
        if (folded.length() < 2 || !folded.chars().allMatch(Character::isLetter) || isStop(word)) {
            return lexemes;
        }
        if (!"en".equals(language)) {
            addPolish(lexemes, word, folded, asked);
        }
        if (!"pl".equals(language)) {
            lexemes.add("e" + stem(folded));
        }
        return lexemes;
    }

    private void addPolish(Set<String> lexemes, String word, String folded, boolean asked) {
        var lemmas = new LinkedHashSet<>(polish.lemmas(word));
        if (word.equals(folded) && (asked || lemmas.isEmpty())) {
            lemmas.addAll(polish.lemmasOfBare(word));
        }
        if (lemmas.isEmpty()) {
            lexemes.add("p" + PolishWords.name(folded));
        }
        for (var lemma : lemmas) {
            var bare = Word.folded(lemma);
            lexemes.add("p" + bare);
            if (bare.length() >= 5) {
                lexemes.add("r" + polish.root(lemma));
            }
        }
    }

    private String stem(String folded) {
        var stemmer = english.get();
        stemmer.setCurrent(folded);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** Whether a word says nothing about what is looked for. */
    boolean isStop(String word) {
        var folded = Word.folded(word.toLowerCase(Locale.ROOT));
        return STOP.contains(folded)
                || STOP_ENGLISH.contains(folded)
                || EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(folded)
                || polish.lemmas(word).stream().anyMatch(lemma -> STOP.contains(Word.folded(lemma)));
    }

    /** Whether some dictionary has it as it is spelt. */
    boolean isPolish(String word) {
        return polish.knows(word);
    }
}
