package org.fumikura.rag.index;

import static org.fumikura.rag.index.PassageAnalysis.ENGLISH;
import static org.fumikura.rag.index.PassageAnalysis.JAPANESE;
import static org.fumikura.rag.index.PassageAnalysis.SURFACE;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.fumikura.rag.index.PassageAnalysis.Token;

/// Finds for words that no passage has the ones that were probably meant: the word that begins so,
/// else the most similar. Words of alphabets and of katakana; characters of other scripts are not
/// mistyped by a letter.
final class WordCorrection {
    private static final int SHORTEST = 3;

    /// Of the similarity from 0 to 1: one slip in three letters, two in five.
    private static final float SIMILAR = 0.6f;

    /// How many words that begin alike are looked at.
    private static final int MOST_COMPLETIONS = 1_000;

    private static final Pattern KATAKANA = Pattern.compile("[\\p{IsKatakana}ー]+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    private final Analyzer analyzer;
    private final IndexReader reader;
    private final DirectSpellChecker speller = new DirectSpellChecker();

    WordCorrection(Analyzer analyzer, IndexReader reader) {
        this.analyzer = analyzer;
        this.reader = reader;
        speller.setMinQueryLength(SHORTEST);
        speller.setAccuracy(SIMILAR);
    }

    /// `query` with unknown words in the form that was probably meant; empty if that is to be had
    /// for fewer than half of them: such a query is in another language sooner than mistyped.
    Optional<String> correct(String query) throws IOException {
        String text = SearchText.normalise(query);
        var corrected = new StringBuilder();
        int from = 0;
        int balance = 0;
        for (Token word : words(text)) {
            if (word.start() >= from && !isKnown(word)) {
                Optional<String> meant = meant(word);
                if (meant.isPresent()) {
                    corrected.append(text, from, word.start()).append(meant.get());
                    from = word.end();
                }
                balance += meant.isPresent() ? 1 : -1;
            }
        }
        return from == 0 || balance < 0
                ? Optional.empty()
                : Optional.of(corrected.append(text, from, text.length()).toString());
    }

    /// The words that may be mistyped, in order.
    private List<Token> words(String text) {
        String field = SearchText.isCjk(text) ? JAPANESE : SURFACE;
        return PassageAnalysis.tokens(analyzer, field, text).stream()
                .filter(token -> token.term().length() >= SHORTEST)
                .filter(token -> LETTERS.matcher(token.term()).matches() || isKatakana(token))
                .filter(token -> isKatakana(token) || !SearchText.isCjk(token.term()))
                .toList();
    }

    private static boolean isKatakana(Token token) {
        return KATAKANA.matcher(token.term()).matches();
    }

    private static String field(Token word) {
        return isKatakana(word) ? JAPANESE : SURFACE;
    }

    private Optional<String> meant(Token word) throws IOException {
        var term = new Term(field(word), word.term());
        Optional<String> begun = completion(term);
        return begun.isPresent() ? begun : similar(term);
    }

    private boolean isKnown(Token word) throws IOException {
        if (reader.docFreq(new Term(field(word), word.term())) > 0) {
            return true;
        }
        for (String stem : PassageAnalysis.terms(analyzer, ENGLISH, word.term())) {
            if (reader.docFreq(new Term(ENGLISH, stem)) > 0) {
                return true;
            }
        }
        return false;
    }

    /// The most frequent word that begins so.
    private Optional<String> completion(Term beginning) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, beginning.field());
        if (terms == null) {
            return Optional.empty();
        }
        TermsEnum all = terms.iterator();
        Optional<String> best = Optional.empty();
        if (all.seekCeil(beginning.bytes()) == TermsEnum.SeekStatus.END) {
            return best;
        }
        int most = 0;
        int seen = 0;
        for (BytesRef term = all.term();
                term != null
                        && StringHelper.startsWith(term, beginning.bytes())
                        && seen < MOST_COMPLETIONS;
                term = all.next()) {
            seen++;
            if (all.docFreq() > most) {
                most = all.docFreq();
                best = Optional.of(term.utf8ToString());
            }
        }
        return best;
    }

    private Optional<String> similar(Term word) throws IOException {
        SuggestWord[] found =
                speller.suggestSimilar(word, 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return found.length == 0 ? Optional.empty() : Optional.of(found[0].string);
    }
}
