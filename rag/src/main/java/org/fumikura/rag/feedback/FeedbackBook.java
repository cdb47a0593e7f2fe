package org.fumikura.rag.feedback;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.chat.Turn;

/// The person's feedback on the turns of conversations. Every call is durable when it returns; may
/// be used from any thread.
public interface FeedbackBook {
    /// What the person thinks of a turn's answer, if anything was said.
    Optional<Feedback> of(long turn);

    /// Keeps feedback on a turn in the place of an earlier one. With a deleted conversation its
    /// feedback goes.
    void give(long turn, Feedback feedback);

    /// Takes the feedback on a turn back.
    void takeBack(long turn);

    /// All feedback, in the order in which the questions were asked.
    List<Entry> all();

    /// A turn with what the person thinks of it.
    record Entry(Turn turn, Feedback feedback) {}
}
