package org.fumikura.app.models;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.fumikura.inference.InferenceException;
import org.fumikura.inference.InferenceException.Code;
import org.fumikura.inference.catalog.ModelEntry;
import org.fumikura.inference.catalog.ModelStore;
import org.fumikura.inference.catalog.RuntimeNeed;
import org.fumikura.inference.fit.MachineMemory;

/// Whether models fit this machine, found out before one is loaded.
final class ModelFit {
    private static final long MEBIBYTE = 1 << 20;
    private static final int MOST_SUGGESTED = 3;
    private static final String NONE = "–";

    private final ModelStore store;
    private final LocalRuntime runtime;
    private final Supplier<MachineMemory> memory;

    ModelFit(ModelStore store, LocalRuntime runtime, Supplier<MachineMemory> memory) {
        this.store = store;
        this.runtime = runtime;
        this.memory = memory;
    }

    /// Whether the machine as it was built could run it.
    ModelCard.Fit of(ModelEntry entry) {
        if (entry.runtime() == RuntimeNeed.CURRENT && runtime.installed().isEmpty()) {
            return ModelCard.Fit.NEEDS_RUNTIME;
        }
        return entry.memoryMb() * MEBIBYTE > memory.get().total() / 4 * 3
                ? ModelCard.Fit.TOO_LARGE
                : ModelCard.Fit.FITS;
    }

    /// Refuses to load what the memory that is free now does not hold.
    ///
    /// @throws InferenceException `MODEL_TOO_LARGE`
    void requireRoom(ModelEntry entry, int contextTokens) {
        long needed = ModelFacts.of(store, entry, contextTokens).needBytes();
        long free = memory.get().available();
        if (needed > free) {
            throw new InferenceException(
                    Code.MODEL_TOO_LARGE,
                    "needed=" + needed + " free=" + free + " smaller=" + smaller(entry, free));
        }
    }

    /// The best models for the same work that do fit: what is here first, then the largest.
    private String smaller(ModelEntry entry, long free) {
        List<ModelEntry> fitting =
                store.entries().stream()
                        .filter(other -> other.role() == entry.role() && !other.equals(entry))
                        .filter(other -> other.memoryMb() * MEBIBYTE <= free)
                        .filter(other -> of(other) == ModelCard.Fit.FITS)
                        .sorted(
                                Comparator.comparing(store::isInstalled)
                                        .thenComparing(ModelEntry::memoryMb)
                                        .reversed())
                        .limit(MOST_SUGGESTED)
                        .toList();
        return fitting.isEmpty()
                ? NONE
                : fitting.stream().map(ModelEntry::title).collect(Collectors.joining(", "));
    }
}
