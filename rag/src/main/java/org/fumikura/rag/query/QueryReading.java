package org.fumikura.rag.query;

/// What came of reading a query.
public sealed interface QueryReading {
    /// It has something to look for.
    record Understood(Query query) implements QueryReading {}

    /// It has filters or exclusions, and no word to look for.
    record Wordless(Query query) implements QueryReading {}

    /// A filter's value says nothing: a day that is none, a type that cannot be one.
    ///
    /// @param value as it was typed
    record Malformed(FilterName filter, String value) implements QueryReading {}
}
