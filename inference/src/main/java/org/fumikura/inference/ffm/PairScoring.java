package org.fumikura.inference.ffm;

import java.lang.foreign.MemorySegment;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.fumikura.inference.gguf.Entailment;

/// What a model's outputs for a pair of texts mean.
///
/// @param tokens makes an input of a pair
/// @param outputs how many the model has
/// @param entailment which of them is for texts that follow one from the other; empty for a model
///   that says how well a passage answers
record PairScoring(PairTokens tokens, int outputs, OptionalInt entailment) {
    /// Which of a model's classes is for texts that follow, by its labels.
    static OptionalInt entailment(LlamaApi api, MemorySegment model) {
        return IntStream.range(0, api.llamaModelNClsOut(model))
                .filter(i -> Entailment.isLabel(label(api.llamaModelClsLabel(model, i))))
                .findFirst();
    }

    private static String label(MemorySegment text) {
        return text.equals(MemorySegment.NULL) ? "" : text.reinterpret(Long.MAX_VALUE).getString(0);
    }

    /// The score of a pair: how probable it is that the one follows from the other, from 0 to 1; or
    /// how well the passage answers, on the model's own scale. Where a model says yes and no, yes
    /// comes first.
    double score(float[] output) {
        return entailment.isPresent() ? share(output, entailment.getAsInt()) : output[0];
    }

    private static double share(float[] logits, int index) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double all = 0;
        for (float logit : logits) {
            all += Math.exp(logit - largest);
        }
        return Math.exp(logits[index] - largest) / all;
    }
}
