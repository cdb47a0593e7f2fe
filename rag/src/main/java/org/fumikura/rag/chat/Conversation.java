package org.fumikura.rag.chat;

import java.time.Instant;
import org.fumikura.rag.answer.Grounding;

/// A conversation in the list.
///
/// @param title what the person named it, or else its first question
/// @param grounding what its answers may rest on
public record Conversation(
        long id, String title, Instant started, Instant changed, Grounding grounding) {}
