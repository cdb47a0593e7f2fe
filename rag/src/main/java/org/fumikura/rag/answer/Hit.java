package org.fumikura.rag.answer;

import org.fumikura.rag.library.Source;
import org.fumikura.rag.retrieve.RankedPassage;

/// A passage found for a question, with the file it comes from.
public record Hit(RankedPassage ranked, Source source) {}
