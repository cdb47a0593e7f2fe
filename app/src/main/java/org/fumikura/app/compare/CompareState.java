package org.fumikura.app.compare;

import java.util.List;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.feedback.Tally;

/// How far a comparison has come.
public sealed interface CompareState {
    /// The person types a question and chooses the sides.
    record Choosing() implements CompareState {}

    /// An answer is being written.
    ///
    /// @param which the first or the second
    record Writing(int which) implements CompareState {}

    /// Both are there. Nothing here says whose they are.
    record Judging(Answer a, Answer b) implements CompareState {}

    /// The person has judged, and is told whose they were.
    ///
    /// @param tallies of all comparisons so far
    record Told(Judging judged, Side a, Side b, List<Tally> tallies) implements CompareState {
        public Told {
            tallies = List.copyOf(tallies);
        }
    }

    /// There are no two answers because something failed.
    record Failed(RuntimeException fault) implements CompareState {}
}
