package org.fumikura.rag.answer;

import java.util.List;
import org.fumikura.rag.Scope;

/// What a person asks.
///
/// @param history earlier exchanges of the conversation, oldest first
public record Question(String text, Scope scope, List<Exchange> history) {
    public Question {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a question has words");
        }
        history = List.copyOf(history);
    }
}
