package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # held | answered | subject | opposed | stands
                    0.55 | 0.92 | true  | false | true
                    0.45 | 0.95 | true  | false | false
                    0.90 | 0.50 | true  | false | false
                    0.80 | 0.80 | false | false | false
                    0.80 | 0.95 | false | false | true
                    0.80 | 0.95 | true  | true  | false
                    0.90 | 0.95 | true  | true  | true
                    1.00 | 0.00 | true  | false | false
                    """)
    void aSentenceStandsIfSentenceQuestionAndSubjectTogetherSuffice(
            double held, double answered, boolean subject, boolean opposed, boolean stands) {
        assertEquals(stands, stands(subject, opposed, held, OptionalDouble.of(answered)));
    }

    @Test
    void noOpinionStandsAgainstADenialInAnAnswer() {
        var finding =
                new Finding(
                        Support.UNSUPPORTED,
                        List.of(),
                        new Signals(0.8, true, true, true, true, false));
        OptionalDouble sure = OptionalDouble.of(0.99);
        assertEquals(Support.UNSUPPORTED, Confidence.decide(finding, sure, sure).support());
        assertEquals(
                Support.SUPPORTED,
                Confidence.decide(finding, sure, OptionalDouble.empty()).support());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # held | subject | opposed | stands
                    0.66 | true  | false | true
                    0.60 | true  | false | false
                    0.80 | false | false | false
                    0.80 | true  | true  | false
                    0.90 | false | true  | true
                    """)
    void whereNothingWasAskedTheSentenceIsJudgedAlone(
            double held, boolean subject, boolean opposed, boolean stands) {
        assertEquals(stands, stands(subject, opposed, held, OptionalDouble.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 0.7, true",
        "ENGLISH, 0.6, false",
        "JAPANESE, 0.8, true",
        "JAPANESE, 0.7, false"
    })
    void aModelIsAskedAgainIfItHoldsTheQuestionAnswered(
            Language language, double answered, boolean again) {
        assertEquals(again, Confidence.isAnswered(language, OptionalDouble.of(answered)));
        assertEquals(false, Confidence.isAnswered(language, OptionalDouble.empty()));
    }

    private static boolean stands(
            boolean subject, boolean opposed, double held, OptionalDouble answered) {
        var signals = new Signals(0.8, true, true, subject, false, opposed);
        var finding = new Finding(Support.UNSUPPORTED, List.of(), signals);
        return Confidence.decide(finding, OptionalDouble.of(held), answered).support()
                == Support.SUPPORTED;
    }
}
