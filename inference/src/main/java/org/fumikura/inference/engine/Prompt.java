package org.fumikura.inference.engine;

/// A conversation ready to be computed.
///
/// @param text as the model's template writes it
/// @param tokens how many tokens the model computes for it, special ones included
public record Prompt(String text, int tokens) {}
