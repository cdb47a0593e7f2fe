package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.index.ContentTerms;
import org.junit.jupiter.api.Test;

/// A second opinion of a sentence, by a model made for that.
class EntailingTest {
    private static final String SENTENCE = "The kettle whistles at noon.";
    private static final String PASSAGE = SENTENCE + " Dr. Amery bought it in 1998.";

    /// Holds what it is asked with a probability, and remembers what that was.
    private static final class Fake implements ScoringModel {
        private final double probability;
        private final List<String> asked = new ArrayList<>();

        Fake(double probability) {
            this.probability = probability;
        }

        @Override
        public Response<List<Double>> scoreAll(List<TextSegment> passages, String claim) {
            passages.forEach(passage -> asked.add(passage.text() + " => " + claim));
            return Response.from(passages.stream().map(_ -> probability).toList());
        }
    }

    private static final class Failing implements ScoringModel {
        @Override
        public Response<List<Double>> scoreAll(List<TextSegment> passages, String claim) {
            throw new IllegalStateException("gone");
        }
    }

    private static OptionalDouble follows(ScoringModel model, String sentence) {
        try (var terms = new ContentTerms()) {
            var found =
                    Evidence.attribution(terms, "When?", Evidence.of(PASSAGE))
                            .attribute(sentence, Set.of());
            return new Entailing(() -> Optional.of(model)).follows(sentence, found);
        }
    }

    @Test
    void theStretchAndThePassageAroundItAreAskedOf() {
        var model = new Fake(0.8);
        assertEquals(0.8, follows(model, SENTENCE).orElseThrow(), 1e-9);
        assertEquals(
                List.of(SENTENCE + " => " + SENTENCE, PASSAGE + " => " + SENTENCE), model.asked);
    }

    @Test
    void aFewWordsAreNoStatement() {
        var model = new Fake(0.8);
        assertTrue(follows(model, "At noon.").isEmpty());
        assertEquals(List.of(), model.asked);
    }

    @Test
    void oneThatFailsSaysNothing() {
        assertTrue(follows(new Failing(), SENTENCE).isEmpty());
    }

    @Test
    void bothOpinionsCount() {
        assertEquals(Support.SUPPORTED, support(0.7, 0.9));
        assertEquals(Support.UNSUPPORTED, support(0.7, 0.2));
        assertEquals(Support.SUPPORTED, support(0.5, 0.95));
    }

    /// What is made of the sentence where the model that judges holds it at `judged`, and the other
    /// at `follows`.
    private static Support support(double judged, double follows) {
        FakeWriter writer = FakeWriter.writing("").holding(SENTENCE, judged);
        var model = writer.model().checkedBy(() -> Optional.of(new Fake(follows)));
        try (Verification verification = Verification.by(model, AnswerSettings.LAPTOP)) {
            return verification.verify(SENTENCE, List.of(PASSAGE)).support();
        }
    }
}
