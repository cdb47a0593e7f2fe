package org.fumikura.app.bench;

/// What is being measured now.
public enum BenchStage {
    /// The chat model's process starts and loads the model.
    LOAD,
    /// A prompt of which nothing is known.
    COLD,
    /// A follow-up question.
    WARM,
    /// A prompt that was computed before it was sent.
    TYPED,
    /// A question beside background work.
    CROWDED,
    /// An answer that repeats its passages.
    LOOKUP,
    /// The embedder.
    EMBED,
    /// Files become searchable by words.
    WORDS,
    /// Files become searchable by meaning.
    MEANING,
    /// The same files by words and by PDFBox alone, in turns.
    YARDSTICK,
    /// A large index is made.
    CORPUS,
    /// The large index is searched.
    SEARCH
}
