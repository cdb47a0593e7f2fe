package org.fumikura.app.chat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fumikura.rag.answer.AnswerEvent;
import org.fumikura.rag.answer.Grounding;
import org.fumikura.rag.chat.Turn;

/// A question and its answer as it comes. On the UI thread.
public final class TurnViewModel {
    private final String question;
    private final Grounding grounding;
    private final ReadOnlyObjectWrapper<OptionalLong> id =
            new ReadOnlyObjectWrapper<>(OptionalLong.empty());
    private final ReadOnlyStringWrapper understood = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper byWords = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper thoughts = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<TurnState> state;

    /// A question just asked.
    ///
    /// @param grounding what its answer may rest on: words that are not checked are shown only
    ///   where it may rest on more than the documents
    public TurnViewModel(String question, Grounding grounding) {
        this(question, grounding, new TurnState.Searching());
    }

    /// A question answered earlier.
    public TurnViewModel(Turn turn) {
        this(
                turn.answer().question(),
                Grounding.STRICT,
                new TurnState.Done(turn.answer(), turn.files()));
        understood.set(turn.answer().remarks().understood());
        thoughts.set(turn.answer().remarks().thoughts());
        keptAs(turn);
    }

    private TurnViewModel(String question, Grounding grounding, TurnState state) {
        this.question = question;
        this.grounding = grounding;
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    public String question() {
        return question;
    }

    /// What the turn is kept under; empty as long as it is not.
    public ReadOnlyObjectProperty<OptionalLong> id() {
        return id.getReadOnlyProperty();
    }

    void keptAs(Turn turn) {
        id.set(OptionalLong.of(turn.id()));
    }

    /// What the question was understood as, where it leant on the turns before it; else empty.
    public ReadOnlyStringProperty understood() {
        return understood.getReadOnlyProperty();
    }

    /// Whether sentences are checked by words, numbers and names alone, for the model cannot judge.
    public ReadOnlyBooleanProperty byWords() {
        return byWords.getReadOnlyProperty();
    }

    /// What the model thought before it answered, as far as it has; empty if it did not.
    public ReadOnlyStringProperty thoughts() {
        return thoughts.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<TurnState> state() {
        return state.getReadOnlyProperty();
    }

    /// Takes in several events and shows what they come to, once.
    void apply(List<AnswerEvent> events) {
        TurnState next = state.get();
        for (AnswerEvent event : events) {
            next = after(next, event);
        }
        state.set(next);
    }

    /// Shows how far a task has come.
    void reach(TurnState next) {
        state.set(next);
    }

    private TurnState after(TurnState before, AnswerEvent event) {
        return switch (event) {
            case AnswerEvent.Understood meaning -> {
                understood.set(meaning.question());
                yield before;
            }
            case AnswerEvent.Found found -> new TurnState.Reading(found.hits().size());
            case AnswerEvent.Trying(int done, int all) -> {
                int passages = passages(before);
                yield done < all
                        ? new TurnState.Trying(passages, done, all)
                        : new TurnState.Reading(passages);
            }
            case AnswerEvent.CheckedByWords _ -> {
                byWords.set(true);
                yield before;
            }
            case AnswerEvent.Thought thought -> {
                thoughts.set(thoughts.get() + thought.more());
                yield before instanceof TurnState.Writing ? before : new TurnState.Thinking();
            }
            case AnswerEvent.Draft draft -> {
                TurnState.Writing writing = writing(before);
                String shown = grounding == Grounding.OPEN ? draft.text() : "";
                yield new TurnState.Writing(writing.sentences(), writing.citations(), shown);
            }
            case AnswerEvent.Checked checked -> {
                TurnState.Writing writing = writing(before);
                yield new TurnState.Writing(
                        append(writing.sentences(), List.of(checked.sentence())),
                        append(writing.citations(), checked.citations()),
                        "");
            }
            case AnswerEvent.Finished finished -> {
                thoughts.set(finished.answer().remarks().thoughts());
                yield new TurnState.Done(finished.answer());
            }
            case AnswerEvent.Failed failed -> new TurnState.Failed(failed.fault());
        };
    }

    private static int passages(TurnState before) {
        return switch (before) {
            case TurnState.Reading reading -> reading.passages();
            case TurnState.Trying trying -> trying.passages();
            default -> 0;
        };
    }

    private static TurnState.Writing writing(TurnState before) {
        return before instanceof TurnState.Writing writing
                ? writing
                : new TurnState.Writing(List.of(), List.of(), "");
    }

    private static <T> List<T> append(List<T> list, List<T> more) {
        return Stream.concat(list.stream(), more.stream()).toList();
    }
}
