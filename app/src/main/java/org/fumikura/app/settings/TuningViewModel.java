package org.fumikura.app.settings;

import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.models.ModelTuning;
import org.fumikura.rag.index.OwnWords;

/// How models are run: as remembered at first, remembered again when changed. On the UI thread.
public final class TuningViewModel {
    private final Lanes lanes;
    private final StoredTuning stored;
    private final ReadOnlyObjectWrapper<ModelTuning> tuning;
    private final ReadOnlyObjectWrapper<ReadAhead> readAhead;
    private final ReadOnlyObjectWrapper<OwnWords> ownWords;
    private final ReadOnlyObjectWrapper<AnswerLanguage> answerLanguage;
    private final ReadOnlyObjectWrapper<Principles> principles;

    public TuningViewModel(Lanes lanes, StoredTuning stored) {
        this.lanes = lanes;
        this.stored = stored;
        tuning = new ReadOnlyObjectWrapper<>(stored.read());
        readAhead = new ReadOnlyObjectWrapper<>(ReadAhead.chosen(stored.settings()));
        ownWords = new ReadOnlyObjectWrapper<>(new StoredOwnWords(stored.settings()).read());
        answerLanguage = new ReadOnlyObjectWrapper<>(AnswerLanguage.chosen(stored.settings()));
        principles = new ReadOnlyObjectWrapper<>(Principles.chosen(stored.settings()));
    }

    public ReadOnlyObjectProperty<ModelTuning> tuning() {
        return tuning.getReadOnlyProperty();
    }

    /// When a question is read while it is typed.
    public ReadOnlyObjectProperty<ReadAhead> readAhead() {
        return readAhead.getReadOnlyProperty();
    }

    /// The language of answers.
    public ReadOnlyObjectProperty<AnswerLanguage> answerLanguage() {
        return answerLanguage.getReadOnlyProperty();
    }

    /// What answers are held against.
    public ReadOnlyObjectProperty<Principles> principles() {
        return principles.getReadOnlyProperty();
    }

    /// Changes how models are run, from the next question on; the context from the next start.
    public void change(UnaryOperator<ModelTuning> change) {
        ModelTuning chosen = change.apply(tuning.get());
        tuning.set(chosen);
        lanes.work().execute(() -> stored.write(chosen));
    }

    public void choose(ReadAhead choice) {
        readAhead.set(choice);
        lanes.work().execute(() -> choice.remember(stored.settings()));
    }

    /// The words that Japanese text is cut by beside the dictionary's.
    public ReadOnlyObjectProperty<OwnWords> ownWords() {
        return ownWords.getReadOnlyProperty();
    }

    /// Has Japanese text cut by these words, from the next start on.
    public void learn(OwnWords words) {
        ownWords.set(words);
        lanes.work().execute(() -> new StoredOwnWords(stored.settings()).write(words));
    }

    public void choose(AnswerLanguage choice) {
        answerLanguage.set(choice);
        lanes.work().execute(() -> choice.remember(stored.settings()));
    }

    public void choose(Principles choice) {
        principles.set(choice);
        lanes.work().execute(() -> choice.remember(stored.settings()));
    }

    /// Goes back to what the machine suggests.
    public void reset() {
        change(_ -> stored.standard());
    }
}
