package org.fumikura.app.library;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.FrameBatcher;
import org.fumikura.app.fx.UiThread;

/// Moves the library into a file, and takes one in, one at a time. On the UI thread.
public final class ArchiveViewModel implements AutoCloseable {
    private final UiThread ui;
    private final LibraryTransfer transfer;
    private final IntSupplier files;
    private final ReadOnlyObjectWrapper<ArchiveState> state =
            new ReadOnlyObjectWrapper<>(new ArchiveState.Idle());
    private Optional<Thread> worker = Optional.empty();

    /// @param files how many files the library holds
    public ArchiveViewModel(UiThread ui, LibraryTransfer transfer, IntSupplier files) {
        this.ui = ui;
        this.transfer = transfer;
        this.files = files;
    }

    public ReadOnlyObjectProperty<ArchiveState> state() {
        return state.getReadOnlyProperty();
    }

    /// Writes the library into a file.
    public void exportTo(Path archive) {
        start(
                new ArchiveState.Exporting(archive, 0, 0),
                steps ->
                        new ArchiveState.Exported(
                                archive,
                                transfer.pack(
                                        archive,
                                        (done, total) ->
                                                steps.accept(
                                                        new ArchiveState.Exporting(
                                                                archive, done, total)))));
    }

    /// Takes in the library of a file, after asking if one is here.
    public void importFrom(Path archive) {
        if (worker.isEmpty() && files.getAsInt() > 0) {
            state.set(new ArchiveState.Asking(archive, files.getAsInt()));
        } else {
            unpack(archive);
        }
    }

    /// The answer to [ArchiveState.Asking]: the library here may be set aside.
    public void replace() {
        if (state.get() instanceof ArchiveState.Asking(Path archive, int _)) {
            unpack(archive);
        }
    }

    /// Stops what is under way, or says no.
    public void cancel() {
        worker.ifPresentOrElse(Thread::interrupt, () -> state.set(new ArchiveState.Idle()));
    }

    /// Stops what is under way and waits for its end.
    @Override
    public void close() {
        worker.ifPresent(thread -> {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void unpack(Path archive) {
        start(
                new ArchiveState.Importing(archive, 0, 0),
                steps -> {
                    transfer.unpack(
                            archive,
                            (done, total) ->
                                    steps.accept(new ArchiveState.Importing(archive, done, total)));
                    return new ArchiveState.Imported(archive);
                });
    }

    private void start(ArchiveState first, Work work) {
        if (worker.isPresent()) {
            return;
        }
        state.set(first);
        var steps = new FrameBatcher<ArchiveState>(ui, batch -> state.set(batch.getLast()));
        Thread thread =
                Thread.ofPlatform()
                        .name("library-archive")
                        .daemon()
                        .unstarted(() -> {
                            ArchiveState last = outcome(work, steps);
                            // After the last step that waits for its frame.
                            ui.onNextFrame(() -> end(last));
                        });
        worker = Optional.of(thread);
        thread.start();
    }

    private static ArchiveState outcome(Work work, FrameBatcher<ArchiveState> steps) {
        try {
            return work.run(steps);
        } catch (CancellationException stopped) {
            return new ArchiveState.Stopped();
        } catch (RuntimeException fault) {
            return new ArchiveState.Failed(fault);
        }
    }

    private void end(ArchiveState last) {
        worker = Optional.empty();
        state.set(last);
    }

    /// What is done on a thread of its own.
    @FunctionalInterface
    private interface Work {
        ArchiveState run(FrameBatcher<ArchiveState> steps);
    }
}
