package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalDouble;
import org.fumikura.rag.Span;
import org.fumikura.rag.answer.AnswerSentence.Support;
import org.fumikura.rag.answer.Attribution.Finding;
import org.fumikura.rag.answer.Attribution.Place;
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
                        new Signals(0.8, true, Naming.KNOWN, true, true, false));
        OptionalDouble sure = OptionalDouble.of(0.99);
        assertEquals(Support.UNSUPPORTED, Confidence.decide(finding, sure, sure).support());
        assertEquals(
                Support.SUPPORTED,
                Confidence.decide(finding, sure, OptionalDouble.empty()).support());
    }

    @Test
    void noOpinionStandsWhereOnlyTheDenialIsNotTheEvidences() {
        var finding =
                new Finding(
                        Support.UNSUPPORTED,
                        List.of(),
                        new Signals(0.97, true, Naming.KNOWN, true, true, false));
        assertEquals(
                Support.UNSUPPORTED,
                Confidence.decide(finding, OptionalDouble.of(0.99), OptionalDouble.empty())
                        .support());
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, KNOWN, true",
        "ENGLISH, UNKNOWN, true",
        "ENGLISH, REPLACED, false",
        "JAPANESE, KNOWN, true",
        "JAPANESE, UNKNOWN, false",
        "JAPANESE, REPLACED, false"
    })
    void aNameThatIsWrongIsNoMatterOfOpinion(Language language, Naming names, boolean open) {
        var finding =
                new Finding(
                        Support.UNSUPPORTED,
                        List.of(new Place(Evidence.of("A.").getFirst(), new Span(0, 2))),
                        new Signals(0.9, true, names, true, false, false));
        assertEquals(open, Confidence.isOpen(language, finding));
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
        var signals = new Signals(0.8, true, Naming.KNOWN, subject, false, opposed);
        var finding = new Finding(Support.UNSUPPORTED, List.of(), signals);
        return Confidence.decide(finding, OptionalDouble.of(held), answered).support()
                == Support.SUPPORTED;
    }
}
