package org.fumikura.rag.eval;

import java.util.List;
import java.util.function.BiConsumer;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Verification;

/// How well verification tells what passages bear out from what they do not.
public final class VerificationEvaluation {
    private VerificationEvaluation() {}

    /// The figures of a set. What is to be found are the unsupported sentences: precision is the
    /// share of those marked that are unsupported, recall the share of those unsupported that were
    /// marked.
    ///
    /// @param millisPerPair mean time of a check
    public record Result(
            int pairs,
            double accuracy,
            double precision,
            double recall,
            double f1,
            double millisPerPair) {}

    /// Checks every sentence.
    ///
    /// @param heard hears each sentence with what was found for it, in order
    public static Result of(
            List<JudgedSentence> set,
            Verification verification,
            BiConsumer<JudgedSentence, Verification.Outcome> heard) {
        int right = 0;
        int marked = 0;
        int markedRightly = 0;
        long start = System.nanoTime();
        for (JudgedSentence judged : set) {
            Verification.Outcome outcome =
                    verification.verify(
                            judged.sentence(),
                            judged.passages().stream()
                                    .map(JudgedSentence.JudgedPassage::text)
                                    .toList());
            boolean supported = outcome.support() == Support.SUPPORTED;
            right += supported == judged.supported() ? 1 : 0;
            marked += supported ? 0 : 1;
            markedRightly += supported || judged.supported() ? 0 : 1;
            heard.accept(judged, outcome);
        }
        double millis = (System.nanoTime() - start) / 1e6;
        int unsupported = (int) set.stream().filter(judged -> !judged.supported()).count();
        return new Result(
                set.size(),
                share(right, set.size()),
                share(markedRightly, marked),
                share(markedRightly, unsupported),
                share(2 * markedRightly, marked + unsupported),
                set.isEmpty() ? 0 : millis / set.size());
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
