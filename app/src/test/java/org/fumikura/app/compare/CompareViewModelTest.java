package org.fumikura.app.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import org.fumikura.app.chat.ScopeViewModel;
import org.fumikura.app.fakes.Answers;
import org.fumikura.app.fakes.FakeCollections;
import org.fumikura.app.fakes.FakeComparisons;
import org.fumikura.app.fakes.FakeModels;
import org.fumikura.app.fakes.FakeSettings;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.app.settings.Principles;
import org.fumikura.rag.RagException;
import org.fumikura.rag.answer.Answer;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.Language;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.feedback.Comparison;
import org.fumikura.rag.feedback.Comparison.Preference;
import org.fumikura.rag.feedback.Tally;
import org.junit.jupiter.api.Test;

class CompareViewModelTest {
    private static final Principles NONE = new Principles(Principles.Active.OFF, "");

    private final FakeModels models = new FakeModels(new ModelState.Ready());
    private final FakeComparisons book = new FakeComparisons();
    private final FakeSettings settings = new FakeSettings();
    private final SimpleBooleanProperty answering = new SimpleBooleanProperty();
    private final List<String> asked = new ArrayList<>();
    private Optional<RuntimeException> fault = Optional.empty();
    private Runnable whileAnswering = () -> {};

    /// Answers at once, with the chosen model's name.
    private final Answerer answerer =
            new Answerer() {
                @Override
                public Pending ask(Question question, Consumer<AnswerEvent> listener) {
                    asked.add(chosen());
                    whileAnswering.run();
                    CompletableFuture<Answer> answer =
                            fault.<CompletableFuture<Answer>>map(CompletableFuture::failedFuture)
                                    .orElseGet(() ->
                                            CompletableFuture.completedFuture(
                                                    Answers.answered(chosen())));
                    return new Pending() {
                        @Override
                        public CompletableFuture<Answer> answer() {
                            return answer;
                        }

                        @Override
                        public void stop() {}
                    };
                }

                @Override
                public CompletableFuture<Optional<String>> translate(String text, Language into) {
                    throw new AssertionError("nothing is translated");
                }

                @Override
                public void readAhead(Question draft) {
                    throw new AssertionError("nothing is typed");
                }
            };

    private CompareViewModel model(long seed) {
        models.put("other", new ModelState.Installed());
        Lanes lanes = new ImmediateUi().lanes();
        var scope = new ScopeViewModel(lanes, new FakeCollections(), (every, _) -> every, _ -> {});
        CompareViewModel model =
                new CompareViewModel(
                        lanes,
                        answerer,
                        new Sides(scope, models, settings),
                        book,
                        answering,
                        new SplittableRandom(seed));
        model.refresh();
        model.question().set("How high is the deposit?");
        return model;
    }

    private String chosen() {
        return models.models().stream()
                .filter(card -> card.role() == ModelCard.Role.CHAT)
                .filter(card -> card.use() == ModelCard.Use.CHOSEN)
                .map(ModelCard::id)
                .findFirst()
                .orElseThrow();
    }

    private List<Side> sides() {
        return Side.of(models.models(), NONE);
    }

    /// Compares the chosen model with the other one.
    private CompareViewModel started(long seed) {
        CompareViewModel model = model(seed);
        model.start();
        return model;
    }

    @Test
    void onlyModelsThatAreHereCanBeComparedEachInItsWays() {
        assertEquals(2, sides().size());
        models.put("other", new ModelState.Ready());
        assertEquals(4, sides().size());
        var some = new Principles(Principles.Active.OFF, "Be brief.");
        assertEquals(6, Side.of(models.models(), some).size());
        Side last = Side.of(models.models(), some).getLast();
        assertEquals(
                new Side("", last.title(), last.grounding(), last.principles()),
                Side.of(last.key()));
    }

    @Test
    void twoModelsAreOfferedFirstAndWhatWasChosenStaysChosen() {
        CompareViewModel model = model(1);
        assertEquals(4, model.offered().get().size());
        assertEquals(Optional.of(sides().getFirst()), model.one().get());
        assertEquals(Optional.of(sides().get(2)), model.other().get());
        model.other().set(Optional.of(sides().get(1)));
        model.refresh();
        assertEquals(Optional.of(sides().get(1)), model.other().get());
        models.put("other", new ModelState.Missing());
        model.refresh();
        assertEquals(2, model.offered().get().size());
    }

    @Test
    void comparisonNeedsAQuestionTwoSidesAndAModelThatIsNotAnswering() {
        CompareViewModel model = model(1);
        assertTrue(model.mayStart().get());
        answering.set(true);
        assertFalse(model.mayStart().get());
        model.start();
        assertEquals(List.of(), asked);
        answering.set(false);
        model.question().set(" ");
        assertFalse(model.mayStart().get());
        model.question().set("How high?");
        model.other().set(model.one().get());
        assertFalse(model.mayStart().get());
    }

    @Test
    void eachModelAnswersAndThePersonsOwnIsTheChosenOneAfterwards() {
        CompareViewModel model = started(1);
        var judging = assertInstanceOf(CompareState.Judging.class, model.state().get());
        assertEquals(List.of("chat", "other"), asked);
        assertEquals(Set.copyOf(asked), Set.of(judging.a().question(), judging.b().question()));
        assertEquals("chat", chosen());
    }

    @Test
    void whichIsAIsLeftToChanceAndNotToWhoAnsweredFirst() {
        int first = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var judging = assertInstanceOf(CompareState.Judging.class, started(seed).state().get());
            assertNotEquals(judging.a().question(), judging.b().question());
            first += judging.a().question().equals("chat") ? 1 : 0;
        }
        assertEquals(20, first, 12, "of 40 times");
        assertEquals(Set.of("chat"), Set.copyOf(everySecond(asked)));
    }

    private static List<String> everySecond(List<String> all) {
        return IntStream.range(0, all.size() / 2).mapToObj(i -> all.get(2 * i)).toList();
    }

    @Test
    void whoseTheyWereIsToldOnceItIsKeptWhichIsBetter() {
        CompareViewModel model = started(1);
        var judging = assertInstanceOf(CompareState.Judging.class, model.state().get());
        String a = judging.a().question();
        String b = judging.b().question();
        model.judge(Preference.OTHER, " shorter ");
        Comparison kept = book.all().getFirst();
        assertEquals(Preference.OTHER, kept.preference());
        assertEquals("shorter", kept.reason());
        assertEquals("Model " + b, Side.of(kept.other().side()).title());

        var told = assertInstanceOf(CompareState.Told.class, model.state().get());
        assertEquals(List.of(a, b), List.of(told.a().model(), told.b().model()));
        Tally tally = told.tallies().getFirst();
        assertEquals(1, tally.ones() + tally.others());
        model.judge(Preference.ONE, "twice");
        assertEquals(1, book.all().size());

        model.startAnew();
        assertEquals(new CompareState.Choosing(), model.state().get());
    }

    @Test
    void whatIsGivenUpIsNotShownAndTheChoiceComesBack() {
        CompareViewModel model = model(1);
        whileAnswering = model::cancel;
        model.start();
        assertEquals(new CompareState.Choosing(), model.state().get());
        assertEquals(1, asked.size(), "the second is not asked any more");
        assertEquals("chat", chosen());
    }

    @Test
    void leavingGivesUpWhatIsWrittenButNotWhatWaitsToBeJudged() {
        CompareViewModel model = model(1);
        whileAnswering = model::leave;
        model.start();
        assertEquals(new CompareState.Choosing(), model.state().get());
        whileAnswering = () -> {};
        model.start();
        model.leave();
        assertInstanceOf(CompareState.Judging.class, model.state().get());
    }

    @Test
    void modelThatThePersonChoosesMeanwhileStaysChosen() {
        CompareViewModel model = model(1);
        model.one().set(Optional.of(sides().get(2)));
        model.other().set(Optional.of(sides().get(3)));
        whileAnswering =
                () -> {
                    if (asked.size() == 2) {
                        models.choose("chat");
                    }
                };
        model.start();
        assertEquals(List.of("other", "other"), asked);
        assertEquals("chat", chosen());
    }

    @Test
    void failureIsToldAndTheChoiceComesBack() {
        var closed = new RagException(RagException.Code.CLOSED, "");
        fault = Optional.of(closed);
        assertEquals(new CompareState.Failed(closed), started(2).state().get());
        assertEquals("chat", chosen());
    }
}
