package org.fumikura.rag.answer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What the evidence says of what a question names. Two neighbouring sentences speak of a name if
/// the first has it and neither has the other that it is compared with.
///
/// @param windows of the evidence, best passages first
/// @param asked the question's content terms
record Sayings(List<EvidenceWindow> windows, Set<String> asked) {
    /// Each of `offered` with the sentences that have its name and most of the question's words.
    List<Alternative> of(Alternatives offered) {
        return Stream.of(
                        alternative(offered.one(), offered.other()),
                        alternative(offered.other(), offered.one()))
                .toList();
    }

    private Alternative alternative(String name, String another) {
        Optional<EvidenceWindow> best =
                speakingOf(name, another)
                        .min(
                                Comparator.comparingLong(this::shared)
                                        .reversed()
                                        .thenComparingInt(EvidenceWindow::sentences)
                                        .thenComparingInt(w -> w.passage().number()));
        return new Alternative(name, best.map(w -> Statement.of(w.passage().hit(), w.span())));
    }

    /// Whether all numbers of `value`, of which there is at least one, are said of `name`.
    boolean haveNumbers(String name, String another, String value) {
        Set<String> numbers = Numbers.in(value);
        return !numbers.isEmpty()
                && speakingOf(name, another).anyMatch(w -> w.numbers().containsAll(numbers));
    }

    private Stream<EvidenceWindow> speakingOf(String name, String another) {
        Wording wording = Wording.of(name);
        Wording other = Wording.of(another);
        return windows.stream()
                .filter(w -> w.sentences() == 1 && w.says(wording))
                .flatMap(named ->
                        windows.stream()
                                .filter(w -> w.beginsLike(named))
                                .filter(w -> w.sentences() == 1 || !w.says(other)));
    }

    private long shared(EvidenceWindow window) {
        return asked.stream().filter(window.own()::contains).count();
    }
}
