package org.fumikura.rag.answer;

/// What an answer may rest on.
public enum Grounding {
    /// The documents and nothing else: what nothing in them bears out is left out of the answer.
    STRICT,
    /// Also what the model knows by itself; such sentences are marked.
    OPEN
}
