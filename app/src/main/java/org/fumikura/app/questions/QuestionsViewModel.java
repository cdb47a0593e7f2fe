package org.fumikura.app.questions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.FrameBatcher;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.eval.QuestionSetFiles;
import org.fumikura.rag.eval.SettingComparison;
import org.fumikura.rag.feedback.JudgedPage;
import org.fumikura.rag.feedback.JudgedPage.Verdict;
import org.fumikura.rag.feedback.JudgedQuestion;
import org.fumikura.rag.feedback.QuestionSet;
import org.fumikura.rag.library.LibraryContents;

/// The question set as it stands, what is said of pages, and the comparison of settings on it. On
/// the UI thread.
public final class QuestionsViewModel implements AutoCloseable {
    private final Lanes lanes;
    private final Lanes patient;
    private final QuestionSet set;
    private final LibraryContents contents;
    private final SettingComparison comparison;
    private final ReadOnlyObjectWrapper<List<JudgedQuestion>> questions =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<QuestionsState> state =
            new ReadOnlyObjectWrapper<>(new QuestionsState.Idle());
    private final AtomicBoolean stopped = new AtomicBoolean();

    /// @param patient of which the work may go on for more than one job at a time
    /// @param set borrowed
    /// @param contents what the pages are pages of; borrowed
    /// @param comparison borrowed
    public QuestionsViewModel(
            Lanes lanes,
            Lanes patient,
            QuestionSet set,
            LibraryContents contents,
            SettingComparison comparison) {
        this.lanes = lanes;
        this.patient = patient;
        this.set = set;
        this.contents = contents;
        this.comparison = comparison;
        change(() -> {});
    }

    /// All questions, in the order in which they were first judged.
    public ReadOnlyObjectProperty<List<JudgedQuestion>> questions() {
        return questions.getReadOnlyProperty();
    }

    /// What is being done with them.
    public ReadOnlyObjectProperty<QuestionsState> state() {
        return state.getReadOnlyProperty();
    }

    /// What was said of a page for a question.
    Optional<Verdict> verdict(String question, Path file, int page) {
        return questions.get().stream()
                .filter(asked -> asked.text().equals(question.strip()))
                .flatMap(asked -> asked.verdict(file, page).stream())
                .findFirst();
    }

    /// Says of a page whether it is right for a question; the same said again takes it back.
    void judge(String question, JudgedPage page) {
        boolean again =
                verdict(question, page.file(), page.page()).equals(Optional.of(page.verdict()));
        change(
                again
                        ? () -> set.takeBack(question, page.file(), page.page())
                        : () -> set.judge(question, page));
    }

    /// Puts a question in other words; without words it stays as it is.
    void reword(JudgedQuestion question, String text) {
        if (!text.isBlank() && !text.strip().equals(question.text())) {
            change(() -> set.reword(question.id(), text));
        }
    }

    /// Takes a question out.
    void remove(JudgedQuestion question) {
        change(() -> set.remove(question.id()));
    }

    private void change(Runnable change) {
        lanes.fetch(
                () -> {
                    change.run();
                    return set.all();
                },
                questions::set,
                this::failed);
    }

    /// Puts the questions in every setting.
    void compare() {
        stopped.set(false);
        state.set(new QuestionsState.Comparing(0, 0));
        List<JudgedQuestion> asked = questions.get();
        var steps =
                new FrameBatcher<QuestionsState.Comparing>(
                        lanes.ui(),
                        batch -> {
                            if (isComparing()) {
                                state.set(batch.getLast());
                            }
                        });
        patient.fetch(
                () ->
                        comparison.run(
                                asked,
                                (done, total) ->
                                        steps.accept(new QuestionsState.Comparing(done, total)),
                                stopped::get),
                table -> state.set(new QuestionsState.Compared(table)),
                fault ->
                        state.set(
                                fault instanceof CancellationException
                                        ? new QuestionsState.Stopped()
                                        : new QuestionsState.Failed(fault)));
    }

    /// Whether settings are being compared.
    boolean isComparing() {
        return state.get() instanceof QuestionsState.Comparing;
    }

    /// Stops the comparison.
    void stop() {
        stopped.set(true);
    }

    /// Writes the set into a folder that is not there yet.
    void exportTo(Path folder) {
        List<JudgedQuestion> written = questions.get();
        file(() ->
                Files.exists(folder)
                        ? new QuestionsState.Exists(folder)
                        : new QuestionsState.Exported(
                                folder, QuestionSetFiles.write(written, contents, folder)));
    }

    /// Reads a set from a folder, beside what is there.
    void importFrom(Path folder) {
        file(() -> new QuestionsState.Imported(folder, QuestionSetFiles.read(folder, set)));
    }

    private void file(Supplier<QuestionsState> work) {
        patient.fetch(
                work,
                done -> {
                    state.set(done);
                    change(() -> {});
                },
                this::failed);
    }

    private void failed(RuntimeException fault) {
        state.set(new QuestionsState.Failed(fault));
    }

    /// Stops what is under way.
    @Override
    public void close() {
        stop();
    }
}
