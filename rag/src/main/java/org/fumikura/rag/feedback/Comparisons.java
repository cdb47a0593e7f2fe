package org.fumikura.rag.feedback;

import java.util.List;

/// The comparisons that a person has made. Every call is durable when it returns; may be used from
/// any thread.
public interface Comparisons {
    /// Keeps one.
    void keep(Comparison comparison);

    /// All of them, in the order they were made.
    List<Comparison> all();
}
