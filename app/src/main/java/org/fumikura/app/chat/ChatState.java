package org.fumikura.app.chat;

/// What the middle of the window shows.
public sealed interface ChatState {
    /// A conversation without a question: the place for a welcome.
    record Blank() implements ChatState {}

    /// A conversation is being fetched.
    record Loading() implements ChatState {}

    /// A conversation with its turns.
    record Talking() implements ChatState {}

    /// The conversation could not be fetched.
    record Unreadable(RuntimeException fault) implements ChatState {}
}
