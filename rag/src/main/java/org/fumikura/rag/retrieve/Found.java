package org.fumikura.rag.retrieve;

import java.util.List;
import java.util.Optional;

/// What a search found, and what it was made less strict by to find anything.
///
/// @param passages best first
/// @param corrected what was searched for in place of words that no passage has; empty if nothing
///   was put right
/// @param absent phrases that were asked for just so and that no passage has; what was found has
///   not got them
public record Found(List<RankedPassage> passages, Optional<String> corrected, List<String> absent) {
    public Found {
        passages = List.copyOf(passages);
        absent = List.copyOf(absent);
    }

    /// What was found as it was asked for.
    public static Found exactly(List<RankedPassage> passages) {
        return new Found(passages, Optional.empty(), List.of());
    }
}
