package org.fumikura.app.feedback;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.feedback.Comparisons;
import org.fumikura.rag.feedback.Feedback;
import org.fumikura.rag.feedback.FeedbackBook;
import org.fumikura.rag.feedback.FeedbackExport;
import org.fumikura.rag.feedback.Judgements;

/// What the person thinks of answers. On the UI thread.
public final class FeedbackViewModel {
    private final Lanes lanes;
    private final FeedbackBook book;
    private final Comparisons comparisons;

    /// @param comparisons written out with the thumbs
    public FeedbackViewModel(Lanes lanes, FeedbackBook book, Comparisons comparisons) {
        this.lanes = lanes;
        this.book = book;
        this.comparisons = comparisons;
    }

    /// Fetches what was said of a turn.
    void fetch(long turn, Consumer<Optional<Feedback>> found) {
        lanes.fetch(() -> book.of(turn), found, _ -> found.accept(Optional.empty()));
    }

    /// Keeps feedback, or takes it back, and says what is kept then.
    void say(long turn, Optional<Feedback> feedback, Consumer<Optional<Feedback>> kept) {
        lanes.fetch(
                () -> {
                    feedback.ifPresentOrElse(
                            given -> book.give(turn, given), () -> book.takeBack(turn));
                    return book.of(turn);
                },
                kept,
                _ -> kept.accept(Optional.empty()));
    }

    /// Writes all feedback into a file.
    ///
    /// @param written hears how many lines
    /// @param failed hears that the file cannot be written
    void export(
            FeedbackExport.Form form,
            Path file,
            Consumer<Integer> written,
            Consumer<RuntimeException> failed) {
        lanes.fetch(
                () -> {
                    try {
                        return FeedbackExport.write(
                                new Judgements(book.all(), comparisons.all()), form, file);
                    } catch (IOException refused) {
                        throw new UncheckedIOException(refused);
                    }
                },
                written,
                failed);
    }
}
