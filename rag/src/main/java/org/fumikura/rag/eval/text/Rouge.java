package org.fumikura.rag.eval.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.fumikura.rag.eval.text.Overlap.Tokens;

/// ROUGE-1, ROUGE-2 and ROUGE-L, from 0 to 1, each the mean over segments of precision, recall and
/// F1; the score is ROUGE-L's F1.
///
/// Source: C.-Y. Lin, "ROUGE", 2004; tokens as rouge-score 0.1.2 takes them without a stemmer (runs
/// of a-z and 0-9). That leaves nothing of Japanese, which is taken by characters instead.
public final class Rouge implements TextMetric {
    private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

    @Override
    public Score of(List<SegmentPair> segments) {
        var figures = new LinkedHashMap<String, Double>();
        put(figures, "rouge1", segments.stream().map(pair -> runs(pair, 1)).toList());
        put(figures, "rouge2", segments.stream().map(pair -> runs(pair, 2)).toList());
        put(figures, "rougeL", segments.stream().map(Rouge::longest).toList());
        return new Score(figures.getOrDefault("rougeL_f", 0.0), figures);
    }

    private static void put(
            SequencedMap<String, Double> figures, String name, List<Overlap> overlaps) {
        figures.put(name + "_p", mean(overlaps, Overlap::precision));
        figures.put(name + "_r", mean(overlaps, Overlap::recall));
        figures.put(name + "_f", mean(overlaps, Overlap::f1));
    }

    private static double mean(List<Overlap> overlaps, ToDoubleFunction<Overlap> figure) {
        return overlaps.stream().mapToDouble(figure).average().orElse(0);
    }

    private static Overlap runs(SegmentPair pair, int n) {
        NGrams written = NGrams.of(tokens(pair.candidate()), n);
        NGrams expected = NGrams.of(tokens(pair.reference()), n);
        return new Overlap(written.shared(expected), written.total(), expected.total());
    }

    private static Overlap longest(SegmentPair pair) {
        List<String> written = tokens(pair.candidate());
        List<String> expected = tokens(pair.reference());
        return new Overlap(common(written, expected), written.size(), expected.size());
    }

    /// The length of the longest common subsequence.
    private static int common(List<String> left, List<String> right) {
        int[] row = new int[right.size() + 1];
        for (String token : left) {
            int diagonal = 0;
            for (int j = 1; j <= right.size(); j++) {
                int above = row[j];
                row[j] =
                        token.equals(right.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[right.size()];
    }

    private static List<String> tokens(String text) {
        if (Tokens.of(text) == Tokens.CHARACTERS) {
            return Tokens.CHARACTERS.in(text);
        }
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group())
                .toList();
    }
}
