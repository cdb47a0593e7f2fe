package org.fumikura.app.fakes;

import java.util.ArrayList;
import java.util.List;
import org.fumikura.rag.feedback.Comparison;
import org.fumikura.rag.feedback.Comparisons;

/// Comparisons in memory.
public final class FakeComparisons implements Comparisons {
    private final List<Comparison> kept = new ArrayList<>();

    @Override
    public void keep(Comparison comparison) {
        kept.add(comparison);
    }

    @Override
    public List<Comparison> all() {
        return List.copyOf(kept);
    }
}
