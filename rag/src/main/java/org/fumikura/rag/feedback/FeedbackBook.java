package org.fumikura.rag.feedback;

import java.util.List;
import java.util.Optional;
import org.fumikura.rag.answer.Answer;

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

    /// An answer with what the person thinks of it.
    record Entry(Answer answer, Feedback feedback) {}
}
