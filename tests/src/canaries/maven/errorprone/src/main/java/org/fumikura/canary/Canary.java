package org.fumikura.canary;

/// Compares texts by identity.
public record Canary(String song) {
    /// Whether both sing the same.
    public boolean sings(Canary other) {
        return song == other.song;
    }
}
