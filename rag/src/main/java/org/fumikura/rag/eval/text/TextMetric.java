package org.fumikura.rag.eval.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// A measure of how like their references texts are. Without state; for any thread.
public interface TextMetric {
    /// The score of all segments together.
    Score of(List<SegmentPair> segments);

    /// The score of one segment for itself, which need not be what a list of one scores.
    default Score of(SegmentPair segment) {
        return of(List.of(segment));
    }

    /// @param value the score, on the metric's own scale
    /// @param figures what it was computed from, by name
    record Score(double value, SequencedMap<String, Double> figures) {
        public Score {
            figures = new LinkedHashMap<>(figures);
        }

        static Score of(double value) {
            return new Score(value, new LinkedHashMap<>());
        }
    }
}
