package org.fumikura.rag.chat;

import java.time.Instant;

/// A conversation in the list.
///
/// @param title what the person named it, or else its first question
public record Conversation(long id, String title, Instant started, Instant changed) {}
