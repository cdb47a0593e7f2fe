package org.fumikura.app.window;

/// What the middle of the window is for.
public enum Workplace {
    /// Questions and their answers.
    ASKING,
    /// Passages, without an answer.
    SEARCHING,
    /// The person's notes.
    NOTING,
    /// Two answers, to be judged without knowing whose they are.
    COMPARING
}
