package org.fumikura.rag.answer;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fumikura.rag.answer.Attribution.Finding;
import org.fumikura.rag.answer.Attribution.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a model made for that whether a sentence follows from what it would be cited with. Waits
/// for the model.
///
/// @param model empty while there is none
record Entailing(Supplier<Optional<ScoringModel>> model) {
    private static final Logger LOG = LoggerFactory.getLogger(Entailing.class);

    /// A few words are no statement that could follow from anything.
    private static final int STATEMENT = 10;

    /// How probable it is that `sentence` follows from the stretches nearest to it, or from the
    /// passage around the first, whichever is more, from 0 to 1; empty where there is no model, it
    /// fails, or nothing is near.
    OptionalDouble follows(String sentence, Finding found) {
        String claim = Claim.of(sentence);
        if (claim.length() < STATEMENT || found.nearest().isEmpty()) {
            return OptionalDouble.empty();
        }
        return model.get()
                .map(present -> most(present, claim, found.nearest()))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble most(ScoringModel model, String claim, List<Place> nearest) {
        String quotes = nearest.stream().map(Place::quote).collect(Collectors.joining("\n"));
        List<TextSegment> sources =
                Stream.of(quotes, nearest.getFirst().passage().text())
                        .distinct()
                        .map(TextSegment::from)
                        .toList();
        try {
            return model.scoreAll(sources, claim).content().stream()
                    .mapToDouble(score -> score)
                    .max();
        } catch (RuntimeException fault) {
            LOG.warn("the check did not answer: {}", fault.getClass().getSimpleName());
            return OptionalDouble.empty();
        }
    }
}
