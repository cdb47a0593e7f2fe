package org.fumikura.inference.engine;

/// Whether an answer's next tokens are guessed, so that several can be checked in one step.
public enum Drafting {
    /// One token a step.
    NONE,
    /// Guessed from earlier text where that is likely to be quicker; the answer is the same. Only
    /// the likeliest tokens are guessed, so only at temperature 0; a runtime without
    /// [Capability#LOOKUP] does not guess.
    LOOKUP
}
