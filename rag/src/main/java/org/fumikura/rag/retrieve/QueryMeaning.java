package org.fumikura.rag.retrieve;

import java.util.List;
import org.fumikura.rag.index.PassageVector;

/// A query as a direction in the space of passage vectors. The arrays are only read.
///
/// @param vector the query as it was embedded, which passages are compared with
/// @param sought where passages are searched for
@SuppressWarnings("ArrayRecordComponent")
record QueryMeaning(float[] vector, float[] sought) {
    /// How far the query moves towards the passages fed back.
    private static final float FEEDBACK = 0.5f;

    QueryMeaning(float[] vector) {
        this(vector, vector);
    }

    /// Searched for away from `direction` by a share of it.
    QueryMeaning without(float[] direction, double share) {
        float[] moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = sought[i] - (float) share * direction[i];
        }
        return new QueryMeaning(vector, moved);
    }

    /// Searched for halfway to the mean of `best`: what resembles the first answers is likely to
    /// answer too (Rocchio's feedback). The same query without any.
    QueryMeaning towards(List<PassageVector> best) {
        if (best.isEmpty()) {
            return this;
        }
        float[] moved = new float[vector.length];
        for (int i = 0; i < moved.length; i++) {
            float mean = 0;
            for (PassageVector passage : best) {
                mean += passage.vector()[i] / best.size();
            }
            moved[i] = (1 - FEEDBACK) * sought[i] + FEEDBACK * mean;
        }
        return new QueryMeaning(vector, moved);
    }

    /// The cosine with a passage's vector.
    double similarity(PassageVector passage) {
        double product = 0;
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            product += vector[i] * passage.vector()[i];
            square += vector[i] * vector[i];
        }
        return square == 0 ? 0 : product / Math.sqrt(square);
    }
}
