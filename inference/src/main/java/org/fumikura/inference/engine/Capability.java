package org.fumikura.inference.engine;

/// What not every runtime can do. A runtime declares what it can; a request for anything else fails
/// with `UNSUPPORTED` before a native call is made.
public enum Capability {
    /// Answers held to a GBNF grammar.
    GRAMMAR,
    /// Probabilities of given continuations.
    PROBABILITIES,
    /// Keeping a conversation's computed state outside the process.
    SAVED_STATES,
    /// Drafting an answer's next tokens from the prompt and checking them in one step.
    LOOKUP,
    /// Scores of passages against a question, by a model made for it.
    SCORES,
    /// LoRA adapters.
    ADAPTER,
    /// Thinking before an answer, and leaving it out. It is the model that has it, by its template.
    THINKING
}
