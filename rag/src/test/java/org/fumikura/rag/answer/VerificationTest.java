package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Verification.Outcome;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final List<String> PASSAGES =
            List.of("The kettle whistles at noon. It was made in 1998.", "Penguins swim.");

    @Test
    void wordsAloneDecideWithoutAModel() {
        try (var verification = Verification.byWords(AnswerSettings.LAPTOP)) {
            assertEquals(
                    new Outcome(
                            Support.SUPPORTED,
                            OptionalDouble.empty(),
                            List.of("The kettle whistles at noon.")),
                    verification.verify("The kettle whistles at noon.", PASSAGES));
            assertEquals(
                    new Outcome(Support.UNSUPPORTED, OptionalDouble.empty(), List.of()),
                    verification.verify("Camels cross deserts slowly.", PASSAGES));
        }
    }

    @Test
    void theModelFindsWhatWordsDoNotSee() {
        FakeWriter writer = FakeWriter.writing("").holding("Noon is when penguins swim.", 0.02);
        try (var verification = Verification.by(writer.model(), AnswerSettings.LAPTOP)) {
            assertEquals(
                    new Outcome(Support.UNSUPPORTED, OptionalDouble.of(0.02), List.of()),
                    verification.verify("Noon is when penguins swim.", PASSAGES));
        }
    }

    @Test
    void aNumberThatStandsNowhereIsWrongWhateverTheModelThinks() {
        FakeWriter writer = FakeWriter.writing("").holding("The kettle was made in 1989.", 0.99);
        try (var verification = Verification.by(writer.model(), AnswerSettings.LAPTOP)) {
            assertEquals(
                    new Outcome(Support.UNSUPPORTED, OptionalDouble.empty(), List.of()),
                    verification.verify("The kettle was made in 1989.", PASSAGES));
        }
    }
}
