package org.fumikura.canary;

/// Indented by two spaces where the formatter says four.
public record Canary(String song) {
  /// The song twice.
  public String encore() {
    return song + song;
  }
}
