package org.fumikura.app.models;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;

/// The models that one can do without, one for each such role. May be used from any thread.
final class LocalScorers implements AutoCloseable {
    private final Map<ModelCard.Role, LocalScorer> scorers = new EnumMap<>(ModelCard.Role.class);

    LocalScorers(
            ModelStore store, Running running, ModelChoices choices, Supplier<ModelTuning> tuning) {
        for (ModelCard.Role role : ModelCard.Role.values()) {
            if (role.isOptional()) {
                scorers.put(role, new LocalScorer(role, store, running, choices, tuning));
            }
        }
    }

    LocalScorer of(ModelCard.Role role) {
        return Optional.ofNullable(scorers.get(role)).orElseThrow();
    }

    /// Those that the person chose.
    List<ModelEntry> chosen() {
        return scorers.values().stream().flatMap(scorer -> scorer.chosen().stream()).toList();
    }

    /// How one stands; empty if it is not in use.
    Optional<ModelState> state(ModelEntry entry) {
        return scorers.values().stream()
                .flatMap(scorer -> scorer.state(entry).stream())
                .findFirst();
    }

    @Override
    public void close() {
        scorers.values().forEach(LocalScorer::close);
    }
}
