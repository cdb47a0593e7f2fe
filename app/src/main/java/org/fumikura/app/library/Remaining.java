package org.fumikura.app.library;

import java.time.Duration;
import java.util.Optional;

/// How long the work on the library will take, counted from now.
///
/// @param words until all can be found by words; empty if it can be already, or if that cannot be
///   told
/// @param meaning until all can be found by meaning too; empty likewise
public record Remaining(Optional<Duration> words, Optional<Duration> meaning) {
    /// Nothing can be told.
    public static final Remaining UNKNOWN = new Remaining(Optional.empty(), Optional.empty());
}
