package org.fumikura.rag.index;

/// What an index is made for. An index made for something else is not opened but started anew.
///
/// @param embedderId names the embedding model, quantisation included: vectors of two models are
///   never compared
/// @param dimension components of a vector
/// @param chunkerVersion the chunker that cuts the passages
/// @param ownWords words that Japanese text is cut by beside the dictionary's
public record IndexSettings(
        String embedderId, int dimension, int chunkerVersion, OwnWords ownWords) {
    /// Without words beyond the dictionary's.
    public IndexSettings(String embedderId, int dimension, int chunkerVersion) {
        this(embedderId, dimension, chunkerVersion, OwnWords.NONE);
    }

    public IndexSettings {
        if (embedderId.isBlank()) {
            throw new IllegalArgumentException("the embedder needs a name");
        }
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be at least 1");
        }
    }
}
