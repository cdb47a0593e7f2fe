package org.fumikura.rag.chat;

import java.util.List;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Grounding;

/// The person's conversations. Every call is durable when it returns; may be used from any thread.
public interface Conversations {
    /// All conversations, last changed first.
    List<Conversation> list();

    /// Starts an empty conversation.
    Conversation start(String title, Grounding grounding);

    /// Changes what the next answers of a conversation may rest on.
    void ground(long conversation, Grounding grounding);

    /// Gives a conversation another title.
    void rename(long conversation, String title);

    /// Forgets a conversation and its turns.
    void delete(long conversation);

    /// The turns of a conversation, oldest first.
    List<Turn> turns(long conversation);

    /// Adds a turn at the end.
    ///
    /// @param files what it has to offer as files
    Turn append(long conversation, Answer answer, List<TurnFile> files);
}
