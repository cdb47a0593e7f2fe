package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageAnalysis.ENGLISH;
import static org.fumikura.rag.index.PassageAnalysis.JAPANESE;
import static org.fumikura.rag.index.PassageAnalysis.READING;
import static org.fumikura.rag.index.PassageAnalysis.SURFACE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// A person's words as a Lucene query. Nothing in them is syntax: the query is built from analysed
/// terms, so any input is safe.
///
/// A query in Japanese looks for words and for pairs of characters, and for words that sound like
/// what is typed in kana alone; one in another script for stems. Quoted stretches, and codes such
/// as AB-1234 that fall into several words, count extra where they stand together.
final class WordQuery {
    /// A pasted page is no query: what comes after is not looked at.
    private static final int LONGEST = 2_000;

    /// Lucene takes 1024 clauses at the most.
    private static final int MOST_TERMS = 300;

    private static final float BIGRAM_WEIGHT = 0.5f;
    private static final float READING_WEIGHT = 0.5f;
    private static final float PHRASE_WEIGHT = 1f;

    /// A word typed as it sounds: 「にほんばし」. In a sentence kana are mostly endings and particles, so
    /// it has to stand alone.
    private static final Pattern KANA_WORD =
            Pattern.compile("(?<!\\S)[\\p{IsHiragana}\\p{IsKatakana}ー]{3,}(?!\\S)");

    private static final Pattern QUOTED =
            Pattern.compile("\"([^\"]+)\"|“([^”]+)”|「([^」]+)」|『([^』]+)』");

    /// Letters and digits with something in between; a code if there is a digit.
    private static final Pattern CODE =
            Pattern.compile("[\\p{IsLatin}\\p{Nd}]+(?:[^\\s\\p{L}\\p{N}][\\p{IsLatin}\\p{Nd}]+)+");

    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private final Analyzer analyzer;
    private final BooleanQuery.Builder clauses = new BooleanQuery.Builder();
    private int terms;

    private WordQuery(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /// The Lucene query, or empty if there is no searchable word.
    static Optional<Query> of(String words, Analyzer analyzer) {
        String text =
                SearchText.normalise(
                        words.length() > LONGEST ? words.substring(0, LONGEST) : words);
        WordQuery query = new WordQuery(analyzer);
        if (SearchText.isCjk(text)) {
            query.addJapanese(text);
            query.addReadings(text);
        } else {
            query.addEnglish(text);
        }
        query.addPhrases(text);
        return query.terms == 0 ? Optional.empty() : Optional.of(query.clauses.build());
    }

    private void addJapanese(String text) {
        counted(JAPANESE, text).forEach((term, count) -> add(japaneseOrStem(term), count));
        counted(SURFACE, text)
                .forEach((term, count) -> {
                    if (SearchText.isCjk(term)) {
                        add(new TermQuery(new Term(SURFACE, term)), BIGRAM_WEIGHT * count);
                    }
                });
    }

    /// A word of another script in a Japanese query also finds texts without any Japanese; it
    /// counts once where both fields have it.
    private Query japaneseOrStem(String term) {
        Query japanese = new TermQuery(new Term(JAPANESE, term));
        if (SearchText.isCjk(term)) {
            return japanese;
        }
        List<Query> either = new ArrayList<>();
        either.add(japanese);
        for (String stem : PassageAnalysis.terms(analyzer, ENGLISH, term)) {
            either.add(new TermQuery(new Term(ENGLISH, stem)));
        }
        return new DisjunctionMaxQuery(either, 0);
    }

    private void addReadings(String text) {
        readings(text)
                .forEach(reading -> add(new TermQuery(new Term(READING, reading)), READING_WEIGHT));
    }

    /// The words of a query that are typed as they sound, as terms of [PassageAnalysis#READING].
    static Set<String> readings(String text) {
        return KANA_WORD
                .matcher(text)
                .results()
                .map(word -> JapaneseForms.katakana(word.group()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void addEnglish(String text) {
        counted(ENGLISH, text)
                .forEach((term, count) -> add(new TermQuery(new Term(ENGLISH, term)), count));
    }

    private void addPhrases(String text) {
        quoted(text).forEach(this::addPhrase);
        Matcher code = CODE.matcher(text);
        while (code.find()) {
            if (DIGIT.matcher(code.group()).find()) {
                addPhrase(code.group());
            }
        }
    }

    /// What stands in quotation marks in a query.
    static List<String> quoted(String text) {
        return QUOTED.matcher(text)
                .results()
                .flatMap(found ->
                        IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
                .filter(Objects::nonNull)
                .toList();
    }

    private void addPhrase(String text) {
        List<String> words = PassageAnalysis.terms(analyzer, SURFACE, text);
        if (words.size() > 1 && terms + words.size() <= MOST_TERMS) {
            terms += words.size() - 1;
            add(new PhraseQuery(SURFACE, words.toArray(String[]::new)), PHRASE_WEIGHT);
        }
    }

    private Map<String, Integer> counted(String field, String text) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String term : PassageAnalysis.terms(analyzer, field, text)) {
            counts.merge(term, 1, Integer::sum);
        }
        return counts;
    }

    private void add(Query query, float weight) {
        if (terms < MOST_TERMS) {
            terms++;
            clauses.add(weight == 1 ? query : new BoostQuery(query, weight), Occur.SHOULD);
        }
    }
}
