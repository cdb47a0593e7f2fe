package org.fumikura.rag.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.langchain4j.data.message.ChatMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.GroundedAnswerer.WritingModel;
import org.junit.jupiter.api.Test;

class TrialsTest {
    private static final String STATEMENT = "Is it true? Trial of the ferry at noon.";

    private final List<AnswerEvent.Trying> heard = new ArrayList<>();
    private final KeptCalibration kept = new KeptCalibration();

    @Test
    void aModelThatTellsIsTrusted() {
        ensure(new Opinions(0.9, 0.2));
        assertTrue(kept.read().orElseThrow().statements().isPresent());
        assertTrue(kept.read().orElseThrow().questions().isPresent());
    }

    @Test
    void oneThatSaysNoToEverythingIsNotAskedAgain() {
        var opinions = new Opinions(0.3, 0.3);
        ensure(opinions);
        assertEquals(Optional.of(Calibration.NONE), kept.read());

        int asked = opinions.asked;
        var judge = new Judge(model(opinions));
        assertEquals(
                OptionalDouble.empty(), judge.supports(prompt(), Language.ENGLISH, "", STATEMENT));
        assertEquals(OptionalDouble.empty(), judge.answers(prompt(), Language.ENGLISH, STATEMENT));
        assertEquals(asked, opinions.asked);
    }

    @Test
    void oneThatHoldsTheOppositeIsNotTrusted() {
        ensure(new Opinions(0.2, 0.9));
        assertTrue(kept.read().orElseThrow().statements().isEmpty());
        assertTrue(kept.read().orElseThrow().questions().isEmpty());
    }

    @Test
    void oneThatIsSlowToSayYesIsHeardAsIfItWereNot() {
        var slow = new Opinions(0.2, 0.02);
        ensure(slow);
        var judge = new Judge(model(slow));
        double wrong = judge.supports(prompt(), Language.ENGLISH, "", STATEMENT).orElseThrow();
        double right =
                judge.supports(prompt(), Language.ENGLISH, "", Trial.ALL.getFirst().right())
                        .orElseThrow();
        assertTrue(wrong < 0.5 && right > 0.65, wrong + " " + right);
    }

    @Test
    void howFarItHasComeIsTold() {
        ensure(new Opinions(0.9, 0.2));
        int all = 4 * Trial.ALL.size();
        assertEquals(all, heard.size());
        assertEquals(new AnswerEvent.Trying(1, all), heard.getFirst());
        assertEquals(new AnswerEvent.Trying(all, all), heard.getLast());
    }

    @Test
    void itIsTriedOnce() {
        var opinions = new Opinions(0.9, 0.2);
        ensure(opinions);
        int asked = opinions.asked;
        ensure(opinions);
        assertEquals(asked, opinions.asked);
    }

    @Test
    void oneThatIsStoppedIsTriedAnotherTime() {
        Trials.ensure(model(new Opinions(0.9, 0.2)), heard::add, () -> heard.size() == 5);
        assertEquals(5, heard.size());
        assertEquals(Optional.empty(), kept.read());
    }

    @Test
    void oneThatTellsNoProbabilitiesIsLeftAlone() {
        WritingModel silent =
                new WritingModel(
                        "Silent",
                        FakeWriter.writing(""),
                        0,
                        new TokenCount(),
                        FakeWriter.writing("").control(),
                        kept);
        Trials.ensure(silent, heard::add, () -> false);
        assertEquals(List.of(), heard);
        assertEquals(Optional.empty(), kept.read());
    }

    @Test
    void trialsCannotBeToldByTheirWordsAlone() {
        for (Trial trial : Trial.ALL) {
            assertEquals(trial.language(), Language.of(trial.right()), trial.right());
            assertEquals(trial.language(), Language.of(trial.unanswered()), trial.unanswered());
            assertTrue(
                    Math.abs(trial.right().length() - trial.wrong().length()) <= 20, trial.wrong());
        }
    }

    private void ensure(Opinions opinions) {
        Trials.ensure(model(opinions), heard::add, () -> false);
    }

    private WritingModel model(Opinions opinions) {
        return new WritingModel(
                "Tried", FakeWriter.writing(""), 0, new TokenCount(), opinions, kept);
    }

    private static Prompt prompt() {
        return Prompt.write(
                new Question(STATEMENT, Scope.EVERYTHING, List.of()),
                Language.ENGLISH,
                List.of(EvidencePassage.given(1, "The ferry leaves at noon.")),
                new TokenCount(),
                1000);
    }

    private static boolean isRight(String asked, Trial trial) {
        return asked.contains(trial.right())
                || (asked.contains("contain the answer") && asked.contains(trial.answered()));
    }

    /// Gives one probability to what holds, another to all else.
    private static final class Opinions implements GroundedAnswerer.Control {
        private final double yes;
        private final double no;
        private int asked;

        Opinions(double yes, double no) {
            this.yes = yes;
            this.no = no;
        }

        @Override
        public void stop() {}

        @Override
        public void read(List<ChatMessage> messages) {}

        @Override
        public Optional<List<Double>> probabilities(
                List<ChatMessage> messages, List<String> replies) {
            asked++;
            String last = messages.getLast().toString();
            double held = Trial.ALL.stream().anyMatch(trial -> isRight(last, trial)) ? yes : no;
            return Optional.of(List.of(held, 1 - held));
        }
    }
}
