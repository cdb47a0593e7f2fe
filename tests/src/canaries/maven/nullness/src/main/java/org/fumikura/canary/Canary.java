package org.fumikura.canary;

import org.jspecify.annotations.Nullable;

/// Uses a value that may be null as if it never were.
public record Canary(@Nullable String song) {
    /// How long the song is.
    public int length() {
        return song.length();
    }
}
