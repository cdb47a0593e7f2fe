package org.fumikura.rag.answer;

import java.util.List;
import java.util.Optional;

/// Chooses between two by what is larger, later or cheaper: the model writes down what the passages
/// say of each, which must stand beside its name in them, and arithmetic compares. Waits for the
/// model.
///
/// @param again asks the model that answered
/// @param sayings what the passages say of each
record Reckoning(SecondAttempt again, Sayings sayings) {
    /// The one of `offered` that the question asks for; empty if it does not ask for what can be
    /// reckoned, or the passages do not tell.
    Optional<String> of(Alternatives offered) {
        return Comparative.in(again.question(), offered)
                .flatMap(asked ->
                        again.stating(offered)
                                .filter(said ->
                                        sayings.haveNumbers(
                                                offered.one(), offered.other(), said.getFirst()))
                                .filter(said ->
                                        sayings.haveNumbers(
                                                offered.other(), offered.one(), said.getLast()))
                                .flatMap(said -> chosen(asked, offered, said)));
    }

    private static Optional<String> chosen(
            Comparative asked, Alternatives offered, List<String> said) {
        int sign = asked.compare(said.getFirst(), said.getLast());
        return sign == 0
                ? Optional.empty()
                : Optional.of(sign < 0 ? offered.one() : offered.other());
    }
}
