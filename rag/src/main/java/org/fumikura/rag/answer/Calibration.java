package org.fumikura.rag.answer;

import java.util.List;
import java.util.OptionalDouble;

/// How far a model's yes and no can be trusted, and how much readier or slower it says yes than the
/// model that the thresholds of [Confidence] were chosen for: what it gave for statements and
/// questions of which the answer is known (after Platt, Probabilistic outputs for support vector
/// machines, 1999, with the slope left at 1 for want of trials). See
/// `docs/decisions/0061-a-model-is-tried.md`.
///
/// @param statements what is added to the log odds that a statement is true; empty if the model
///   cannot tell true ones from false ones
/// @param questions the same for questions that passages answer, or do not
public record Calibration(OptionalDouble statements, OptionalDouble questions) {
    /// Of the model that the thresholds were chosen for.
    public static final Calibration REFERENCE =
            new Calibration(OptionalDouble.of(0), OptionalDouble.of(0));

    /// Of a model whose opinion tells nothing, or cannot be asked for.
    public static final Calibration NONE =
            new Calibration(OptionalDouble.empty(), OptionalDouble.empty());

    /// Halfway between what that model gives for what holds and for what does not, in log odds.
    private static final double REFERENCE_STATEMENTS = 0.09;

    private static final double REFERENCE_QUESTIONS = 0.71;

    /// From this share of pairs in the right order on, a model tells. By chance it is 0.5.
    private static final double TELLS = 0.7;

    /// What comes of trials, with the probabilities that a model gave.
    ///
    /// @param right statements that are true
    /// @param wrong statements that are not
    /// @param answered questions that the passage answers
    /// @param unanswered questions that it does not answer
    static Calibration of(
            List<Double> right,
            List<Double> wrong,
            List<Double> answered,
            List<Double> unanswered) {
        return new Calibration(
                shift(right, wrong, REFERENCE_STATEMENTS),
                shift(answered, unanswered, REFERENCE_QUESTIONS));
    }

    private static OptionalDouble shift(List<Double> yes, List<Double> no, double reference) {
        long ordered =
                yes.stream()
                        .mapToLong(held -> no.stream().filter(other -> held > other).count())
                        .sum();
        boolean tells = ordered >= TELLS * yes.size() * no.size();
        return tells
                ? OptionalDouble.of(reference - (meanLogOdds(yes) + meanLogOdds(no)) / 2)
                : OptionalDouble.empty();
    }

    private static double meanLogOdds(List<Double> judged) {
        return judged.stream().mapToDouble(LogOdds::of).average().orElseThrow();
    }
}
