package org.fumikura.canary;

/// Prints to standard output.
public record Canary(String song) {
    /// Sings aloud.
    public void sing() {
        System.out.println(song);
    }
}
