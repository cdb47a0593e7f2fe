package org.fumikura.rag.index;

import org.fumikura.rag.PassageId;

/// A passage found, with the score of the search that found it: higher is better, comparable only
/// within one list.
public record ScoredPassage(PassageId id, double score) {}
