package org.fumikura.app.fakes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fumikura.rag.feedback.Feedback;
import org.fumikura.rag.feedback.FeedbackBook;

/// Feedback in memory.
public final class FakeFeedback implements FeedbackBook {
    private final Map<Long, Feedback> given = new TreeMap<>();

    @Override
    public Optional<Feedback> of(long turn) {
        return Optional.ofNullable(given.get(turn));
    }

    @Override
    public void give(long turn, Feedback feedback) {
        given.put(turn, feedback);
    }

    @Override
    public void takeBack(long turn) {
        given.remove(turn);
    }

    @Override
    public List<Entry> all() {
        return List.of();
    }
}
