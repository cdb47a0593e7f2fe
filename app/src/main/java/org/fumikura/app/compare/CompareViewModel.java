package org.fumikura.app.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.answer.Answerer;
import org.fumikura.rag.answer.Question;
import org.fumikura.rag.feedback.Comparison;
import org.fumikura.rag.feedback.Comparison.Contender;
import org.fumikura.rag.feedback.Comparison.Preference;
import org.fumikura.rag.feedback.Comparisons;
import org.fumikura.rag.feedback.Tally;

/// Two answers to one question, shown as A and B in an order left to chance; whose they are is told
/// once the person has said which is better. On the UI thread.
public final class CompareViewModel {
    private final Lanes lanes;
    private final Answerer answerer;
    private final Sides sides;
    private final Comparisons book;
    private final ObservableBooleanValue answering;
    private final RandomGenerator chance;
    private final StringProperty question = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Side>> offered =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Side>> one = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Side>> other =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<CompareState> state =
            new ReadOnlyObjectWrapper<>(new CompareState.Choosing());
    private final BooleanBinding mayStart;
    private Optional<CompareRun> run = Optional.empty();
    private boolean judged;

    /// @param lanes whose worker may wait for answers
    /// @param answering whether the chat writes an answer: its model is not to change meanwhile
    public CompareViewModel(
            Lanes lanes,
            Answerer answerer,
            Sides sides,
            Comparisons book,
            ObservableBooleanValue answering,
            RandomGenerator chance) {
        this.lanes = lanes;
        this.answerer = answerer;
        this.sides = sides;
        this.book = book;
        this.answering = answering;
        this.chance = chance;
        mayStart =
                Bindings.createBooleanBinding(
                        this::isComplete, question, one, other, answering, state);
    }

    public ReadOnlyObjectProperty<CompareState> state() {
        return state.getReadOnlyProperty();
    }

    /// What both sides are to answer.
    public StringProperty question() {
        return question;
    }

    /// What can be compared, as of the last [#refresh()].
    public ReadOnlyObjectProperty<List<Side>> offered() {
        return offered.getReadOnlyProperty();
    }

    /// The one side chosen.
    public ObjectProperty<Optional<Side>> one() {
        return one;
    }

    /// The other side chosen.
    public ObjectProperty<Optional<Side>> other() {
        return other;
    }

    /// Whether the chat writes an answer, after which a comparison may start.
    public ObservableBooleanValue answering() {
        return answering;
    }

    /// Whether there is a question, and two sides to answer it now.
    public BooleanBinding mayStart() {
        return mayStart;
    }

    /// Fetches what can be compared. Sides chosen before stay chosen; else two models are, or two
    /// ways of the only one.
    public void refresh() {
        lanes.fetch(sides::all, this::offer, fault -> state.set(new CompareState.Failed(fault)));
    }

    private void offer(List<Side> found) {
        offered.set(List.copyOf(found));
        one.set(one.get().filter(found::contains).or(() -> found.stream().findFirst()));
        other.set(
                other.get()
                        .filter(found::contains)
                        .or(() -> first(found, side -> side.model().equals(model(one))))
                        .or(() -> first(found, side -> Optional.of(side).equals(one.get()))));
    }

    private static Optional<Side> first(List<Side> sides, Predicate<Side> but) {
        return sides.stream().filter(but.negate()).findFirst();
    }

    private static String model(ObjectProperty<Optional<Side>> side) {
        return side.get().map(Side::model).orElse("");
    }

    private boolean isComplete() {
        return state.get() instanceof CompareState.Choosing
                && !question.get().isBlank()
                && one.get().isPresent()
                && other.get().isPresent()
                && !one.get().equals(other.get())
                && !answering.get();
    }

    /// Has both sides answer.
    public void start() {
        if (!mayStart.get()) {
            return;
        }
        String text = question.get().strip();
        Function<Side, Question> asking = sides.asking(text);
        var begun =
                new CompareRun(
                        List.of(one.get().orElseThrow(), other.get().orElseThrow()),
                        chance.nextBoolean(),
                        sides.models(),
                        side -> answerer.ask(asking.apply(side), _ -> {}));
        run = Optional.of(begun);
        judged = false;
        state.set(new CompareState.Writing(1));
        lanes.fetch(
                () ->
                        begun.answers(which ->
                                lanes.ui()
                                        .execute(() ->
                                                show(begun, new CompareState.Writing(which)))),
                answers ->
                        show(
                                begun,
                                new CompareState.Judging(answers.getFirst(), answers.getLast())),
                fault -> show(begun, new CompareState.Failed(fault)));
    }

    /// Stops what is being written.
    public void cancel() {
        run.ifPresent(stopped -> lanes.work().execute(stopped::stop));
        startAnew();
    }

    /// The person goes elsewhere in the window: answers being written are given up.
    public void leave() {
        if (state.get() instanceof CompareState.Writing) {
            cancel();
        }
    }

    /// Gives up what is being written before it returns: the window goes.
    public void close() {
        run.ifPresent(CompareRun::stop);
        run = Optional.empty();
    }

    /// Goes back to choosing.
    public void startAnew() {
        run = Optional.empty();
        state.set(new CompareState.Choosing());
        refresh();
    }

    /// Keeps which answer is better, and tells whose they were.
    ///
    /// @param preference `ONE` for A, `OTHER` for B
    public void judge(Preference preference, String reason) {
        if (state.get() instanceof CompareState.Judging shown && run.isPresent() && !judged) {
            judged = true;
            CompareRun over = run.get();
            Side first = over.placed().getFirst();
            Side second = over.placed().getLast();
            lanes.fetch(
                    () -> {
                        book.keep(
                                new Comparison(
                                        new Contender(first.key(), shown.a()),
                                        new Contender(second.key(), shown.b()),
                                        preference,
                                        reason.strip()));
                        return Tally.of(book.all());
                    },
                    tallies -> show(over, new CompareState.Told(shown, first, second, tallies)),
                    fault -> show(over, new CompareState.Failed(fault)));
        }
    }

    private void show(CompareRun of, CompareState next) {
        if (run.filter(of::equals).isPresent()) {
            state.set(next);
        }
    }
}
