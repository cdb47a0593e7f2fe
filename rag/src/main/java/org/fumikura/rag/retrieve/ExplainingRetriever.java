package org.fumikura.rag.retrieve;

/// A retriever that can say how it came to what it found.
public interface ExplainingRetriever extends Retriever {
    /// Searches as [#retrieve] does, by the same steps, and tells of each of them.
    ///
    /// @throws org.fumikura.rag.RagException as [#retrieve]
    Explanation explain(SearchRequest request);
}
