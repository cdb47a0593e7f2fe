package org.fumikura.rag.eval;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.Answer.Verdict;
import org.fumikura.rag.answer.AnswerSentence;
import org.fumikura.rag.eval.text.AnswerMatch;

/// One answer beside what would have been right.
///
/// @param refused whether the documents were said not to answer
/// @param right whether a right answer stands in it
/// @param f1 of its tokens and the right answer's, of the answer that is most alike; 0 if refused
/// @param cited how many passages it cites
/// @param citedRightly how many of them hold the answer
record AnswerFigures(
        JudgedAnswer asked,
        boolean refused,
        boolean right,
        double f1,
        int cited,
        int citedRightly) {
    /// @param cited ids of the passages cited
    static AnswerFigures of(JudgedAnswer asked, Answer answer, Set<String> cited) {
        boolean refused = answer.verdict() == Verdict.ABSTAINED;
        String text =
                String.join("\n", answer.sentences().stream().map(AnswerSentence::text).toList());
        Optional<AnswerMatch> match = AnswerMatch.best(asked.answers(), text);
        return new AnswerFigures(
                asked,
                refused,
                match.map(AnswerMatch::contained).orElse(false),
                match.map(AnswerMatch::f1).orElse(0.0),
                cited.size(),
                (int) cited.stream().filter(asked.supporting()::contains).count());
    }

    static AnswerEvaluation.Result summary(List<AnswerFigures> all, double seconds) {
        List<AnswerFigures> answerable =
                all.stream().filter(one -> one.asked.answerable()).toList();
        List<AnswerFigures> hopeless = all.stream().filter(one -> !one.asked.answerable()).toList();
        int cited = answerable.stream().mapToInt(AnswerFigures::cited).sum();
        int citedRightly = answerable.stream().mapToInt(AnswerFigures::citedRightly).sum();
        int supporting = answerable.stream().mapToInt(one -> one.asked.supporting().size()).sum();
        return new AnswerEvaluation.Result(
                all.size(),
                share(answerable.stream().filter(AnswerFigures::right).count(), answerable.size()),
                answerable.stream().mapToDouble(AnswerFigures::f1).average().orElse(0),
                share(citedRightly, cited),
                share(citedRightly, supporting),
                share(hopeless.stream().filter(AnswerFigures::refused).count(), hopeless.size()),
                share(
                        answerable.stream().filter(AnswerFigures::refused).count(),
                        answerable.size()),
                seconds);
    }

    private static double share(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
