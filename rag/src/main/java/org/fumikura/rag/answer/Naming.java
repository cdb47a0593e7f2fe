package org.fumikura.rag.answer;

/// How the names of a sentence stand in the evidence.
enum Naming {
    /// The evidence or the question has all of them.
    KNOWN,
    /// It does not have one of them, perhaps because it is spelled otherwise.
    UNKNOWN,
    /// One that it does not have stands where the evidence has another ([Substitution]).
    REPLACED
}
