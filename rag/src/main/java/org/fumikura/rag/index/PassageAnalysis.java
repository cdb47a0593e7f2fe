package org.fumikura.rag.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.core.TypeTokenFilter;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseBaseFormFilter;
import org.apache.lucene.analysis.ja.JapaneseKatakanaStemFilter;
import org.apache.lucene.analysis.ja.JapanesePartOfSpeechStopFilter;
import org.apache.lucene.analysis.ja.JapaneseReadingFormFilter;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/// How passages and queries become index terms, one way a field. All take text that
/// [SearchText#normalise] has seen.
final class PassageAnalysis {
    /// Words in dictionary form, cut by Kuromoji; for texts with CJK characters only.
    static final String JAPANESE = "japanese";

    /// Stems of what is not CJK: English words, but also codes and numbers in a Japanese text.
    static final String ENGLISH = "english";

    /// What is written, unstemmed and with positions: pairs of CJK characters, words of other
    /// scripts.
    static final String SURFACE = "surface";

    /// How Japanese words are read, in katakana; for finding what is typed as it sounds.
    static final String READING = "reading";

    private static final Set<String> CJK_TYPES =
            Set.of(
                    StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC],
                    StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HIRAGANA],
                    StandardTokenizer.TOKEN_TYPES[StandardTokenizer.KATAKANA],
                    StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HANGUL]);

    private PassageAnalysis() {}

    /// The analyzer of all fields with no words but the dictionary's; the caller closes it.
    static Analyzer analyzer() {
        return analyzer(OwnWords.NONE);
    }

    /// The analyzer of all fields; the caller closes it.
    static Analyzer analyzer(OwnWords own) {
        return analyzer(own.dictionary().orElse(null));
    }

    /// The same with words beyond the dictionary's as Kuromoji takes them.
    static Analyzer analyzer(@Nullable UserDictionary words) {
        return new PerFieldAnalyzerWrapper(
                new Surface(),
                Map.of(
                        JAPANESE,
                        new Japanese(words, PassageAnalysis::dictionaryForms),
                        READING,
                        new Japanese(words, PassageAnalysis::readings),
                        ENGLISH,
                        new English()));
    }

    /// A term and the stretch of the text it was made from.
    record Token(String term, int start, int end) {}

    /// The terms of `text` in the order they come, repetitions included.
    static List<String> terms(Analyzer analyzer, String field, String text) {
        return tokens(analyzer, field, text).stream().map(Token::term).toList();
    }

    /// The same with their places.
    static List<Token> tokens(Analyzer analyzer, String field, String text) {
        return tokens(analyzer.tokenStream(field, text));
    }

    /// The terms of a stream, which is read to its end and closed.
    static List<String> terms(TokenStream stream) {
        return tokens(stream).stream().map(Token::term).toList();
    }

    private static List<Token> tokens(TokenStream stream) {
        List<Token> terms = new ArrayList<>();
        try (TokenStream tokens = stream) {
            CharTermAttribute term = tokens.getAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                terms.add(new Token(term.toString(), place.startOffset(), place.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return terms;
    }

    /// Kuromoji, which takes text in the usual spelling ([JapaneseForms#usual]).
    static Tokenizer kuromoji(@Nullable UserDictionary own) {
        return new JapaneseTokenizer(own, true, JapaneseTokenizer.Mode.SEARCH);
    }

    /// Kuromoji's words without particles, endings and the like.
    static TokenStream contentWords(TokenStream words) {
        return new JapanesePartOfSpeechStopFilter(words, JapaneseAnalyzer.getDefaultStopTags());
    }

    /// Content words as [#JAPANESE] has them.
    static TokenStream dictionaryForms(TokenStream contentWords) {
        TokenStream terms = new JapaneseBaseFormFilter(contentWords);
        terms = new StopFilter(terms, JapaneseAnalyzer.getDefaultStopSet());
        terms = new JapaneseKatakanaStemFilter(terms);
        return new LowerCaseFilter(terms);
    }

    /// Content words as [#READING] has them.
    static TokenStream readings(TokenStream contentWords) {
        return new JapaneseReadingFormFilter(contentWords);
    }

    /// Content words of Japanese text in one of their forms.
    private static final class Japanese extends Analyzer {
        private final @Nullable UserDictionary own;
        private final UnaryOperator<TokenStream> form;

        Japanese(@Nullable UserDictionary own, UnaryOperator<TokenStream> form) {
            this.own = own;
            this.form = form;
        }

        @Override
        protected Reader initReader(String field, Reader text) {
            return JapaneseForms.usual(text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = kuromoji(own);
            return new TokenStreamComponents(words, form.apply(contentWords(words)));
        }
    }

    private static final class English extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream terms = new TypeTokenFilter(words, CJK_TYPES);
            terms = new EnglishPossessiveFilter(terms);
            terms = new LowerCaseFilter(terms);
            terms = new StopFilter(terms, EnglishAnalyzer.getDefaultStopSet());
            terms = new ASCIIFoldingFilter(terms);
            terms = new PorterStemFilter(terms);
            return new TokenStreamComponents(words, terms);
        }
    }

    private static final class Surface extends Analyzer {
        @Override
        protected Reader initReader(String field, Reader text) {
            return JapaneseForms.usual(text);
        }

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer words = new StandardTokenizer();
            TokenStream terms = new LowerCaseFilter(words);
            terms = new ASCIIFoldingFilter(terms);
            terms = new CJKBigramFilter(terms);
            return new TokenStreamComponents(words, terms);
        }
    }
}
