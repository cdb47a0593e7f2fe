package org.fumikura.rag.chat;

import java.util.List;
import org.fumikura.rag.answer.Answer;

/// The person's conversations. Every call is durable when it returns; may be used from any thread.
public interface Conversations {
    /// All conversations, last changed first.
    List<Conversation> list();

    /// Starts an empty conversation.
    Conversation start(String title);

    /// Gives a conversation another title.
    void rename(long conversation, String title);

    /// Forgets a conversation and its turns.
    void delete(long conversation);

    /// The turns of a conversation, oldest first.
    List<Turn> turns(long conversation);

    /// Adds a turn at the end.
    Turn append(long conversation, Answer answer);
}
