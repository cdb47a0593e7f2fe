package org.fumikura.app.chat;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.answer.Manner;

/// What questions are asked with.
///
/// @param mayReadAhead asked, off the UI thread, before a draft is read ahead for
/// @param manners how questions are to be answered now, besides what the conversation says; asked
///   off the UI thread
public record Asking(
        Answerer answerer, BooleanSupplier mayReadAhead, Function<Grounding, Manner> manners) {}
