package org.fumikura.rag.search;

import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.index.Snippet;

/// A passage found, as it is shown in a list.
public record SearchHit(Hit hit, Snippet snippet) {}
