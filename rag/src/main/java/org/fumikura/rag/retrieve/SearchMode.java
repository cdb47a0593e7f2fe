package org.fumikura.rag.retrieve;

/// Which lists of passages a search fuses.
public enum SearchMode {
    LEXICAL,
    VECTOR,
    HYBRID
}
