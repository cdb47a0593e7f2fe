package org.fumikura.rag.eval.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.RagException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scores of a few sentences against what the reference programs give.
class TextMetricTest {
    private static final double CLOSE = 1e-9;

    private static final List<SegmentPair> ENGLISH =
            List.of(
                    new SegmentPair(
                            "The lease ends on March 31, 2027.",
                            "The lease ends on 31 March 2027, not earlier."),
                    new SegmentPair(
                            "Prices rose by 3.5% in the second quarter (Q2).",
                            "Prices rose by 3.5% in Q2 & fell later."),
                    new SegmentPair("A cat sat on the mat.", "A cat."));

    private static final List<SegmentPair> JAPANESE =
            List.of(
                    new SegmentPair("賃貸契約は2027年3月31日に終了します。", "契約は2027年3月31日に終わります。"),
                    new SegmentPair("犬はいません。", "猫がいます。"));

    @Test
    void bleuAgreesWithSacrebleu() {
        assertEquals(34.16447499583265, bleu("13a", ENGLISH), CLOSE);
        assertEquals(34.120783740290676, bleu("none", ENGLISH), CLOSE);
        assertEquals(60.9149870416994, bleu("char", JAPANESE), CLOSE);
        assertEquals(61.25289191679643, bleu("zh", JAPANESE), CLOSE);
    }

    @Test
    void bleuOfOneSegmentStopsAtTheOrderItReaches() {
        var bleu = new Bleu(BleuTokenizer.named("13a"));
        assertEquals(28.73539322585947, bleu.of(ENGLISH.get(0)).value(), CLOSE);
        assertEquals(16.605579150202516, bleu.of(ENGLISH.get(2)).value(), CLOSE);
    }

    @Test
    void bleuSaysWhatItIsMadeOf() {
        var figures = new Bleu(BleuTokenizer.named("13a")).of(ENGLISH).figures();
        assertEquals(40.90909090909091, figures.getOrDefault("precision_2", 0.0), CLOSE);
        assertEquals(0.8521437889662115, figures.getOrDefault("bp", 0.0), CLOSE);
        assertEquals(29, figures.getOrDefault("ref_len", 0.0), CLOSE);
    }

    @Test
    void nothingInCommonScoresZero() {
        var pair = new SegmentPair("one two", "three");
        assertEquals(0, new Bleu(BleuTokenizer.named("13a")).of(pair).value(), CLOSE);
        assertEquals(0, new Rouge().of(pair).value(), CLOSE);
        assertEquals(0, new OverlapF1().of(pair).value(), CLOSE);
        assertEquals(0, new ChrF().of(new SegmentPair("abc", "xyz")).value(), CLOSE);
    }

    @Test
    void hanCharactersAreTokensAndKanaStayTogether() {
        assertEquals(
                List.of(
                        "ABC", "社", "は3.5", "%", "の", "東", "京", "タワー", "（", "高", "さ", "）", "です",
                        "。"),
                BleuTokenizer.named("zh").tokens("ABC社は3.5%の東京タワー（高さ）です。"));
    }

    @Test
    void chrfAgreesWithSacrebleu() {
        assertEquals(48.83540391097515, new ChrF().of(ENGLISH).value(), CLOSE);
        assertEquals(59.5966506685674, new ChrF().of(JAPANESE).value(), CLOSE);
        assertEquals(20.48579143945389, new ChrF().of(ENGLISH.get(2)).value(), CLOSE);
    }

    @Test
    void rougeAgreesWithItsReferenceProgram() {
        var figures = new Rouge().of(ENGLISH.get(0)).figures();
        assertEquals(0.7777777777777778, figures.getOrDefault("rouge1_p", 0.0), CLOSE);
        assertEquals(0.42857142857142855, figures.getOrDefault("rouge2_f", 0.0), CLOSE);
        assertEquals(0.8571428571428571, figures.getOrDefault("rougeL_r", 0.0), CLOSE);
    }

    @Test
    void rougeTakesJapaneseByCharacters() {
        var pair = new SegmentPair("東京です", "東京");
        assertEquals(0.5, new Rouge().of(pair).figures().getOrDefault("rouge1_r", 0.0), CLOSE);
    }

    @Test
    void f1CountsWordsInEnglishAndCharactersInJapanese() {
        // Two of three words, two of two: articles and punctuation do not count.
        assertEquals(0.8, f1("The red house.", "a big red house"), CLOSE);
        // 東京 of 東京都: 2 shared, 2 written, 3 expected.
        assertEquals(0.8, f1("東京都", "「東京」"), CLOSE);
        assertEquals(1, f1("２０２７年", "2027年"), CLOSE);
    }

    @Test
    void anAnswerIsRightIfARightOneStandsInIt() {
        AnswerMatch match =
                AnswerMatch.best(List.of("Rome", "the Lune"), "It crosses the Lune.").orElseThrow();
        assertEquals(new AnswerMatch(true, 0.5), match);
        assertEquals(false, AnswerMatch.best(List.of("Lun"), "the Lune").orElseThrow().contained());
        assertEquals(Optional.empty(), AnswerMatch.best(List.of(), "Anything."));
    }

    @Test
    void accuracyIsTheShareThatSaysTheSame() {
        var pairs = List.of(new SegmentPair("Paris.", "paris"), new SegmentPair("犬", "猫"));
        assertEquals(0.5, new ExactMatch().of(pairs).value(), CLOSE);
    }

    @Test
    void perplexityIsTheInverseGeometricMean() {
        var lines = List.of("-0.6931471805599453 -1.3862943611198906", "[-2.0794415416798357]");
        // Probabilities 1/2, 1/4 and 1/8.
        assertEquals(
                4, Perplexity.ofLogProbabilities(lines).map(Perplexity::value).orElse(0.0), CLOSE);
        assertEquals(Optional.empty(), Perplexity.ofLogProbabilities(List.of("A text.")));
        assertEquals(Optional.empty(), Perplexity.ofLogProbabilities(List.of("2027")));
    }

    @Test
    void filesOfDifferentLengthAreRefused(@TempDir Path folder) throws IOException {
        Path references = Files.writeString(folder.resolve("ref"), "a\nb\n");
        Path candidates = Files.writeString(folder.resolve("hyp"), "a\n");
        var fault =
                assertThrows(RagException.class, () -> SegmentPair.read(references, candidates));
        assertEquals(RagException.Code.EVALUATION_SET_BROKEN, fault.code());
    }

    private static double bleu(String tokenizer, List<SegmentPair> pairs) {
        return new Bleu(BleuTokenizer.named(tokenizer)).of(pairs).value();
    }

    private static double f1(String reference, String candidate) {
        return new OverlapF1().of(new SegmentPair(reference, candidate)).value();
    }
}
