package org.fumikura.app.library;

import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.library.WorkState;

/// The library's work: whether it goes on, how long it will take, and the means to hold it. On the
/// UI thread.
public final class WorkViewModel {
    private final Lanes lanes;
    private final Library library;
    private final Consumer<RuntimeException> failed;
    private final RemainingTime speed;
    private final ReadOnlyObjectWrapper<WorkState> state =
            new ReadOnlyObjectWrapper<>(WorkState.IDLE);
    private final ReadOnlyObjectWrapper<Remaining> remaining =
            new ReadOnlyObjectWrapper<>(Remaining.UNKNOWN);

    /// @param failed hears why the work could not be held
    WorkViewModel(
            Lanes lanes,
            Library library,
            Consumer<RuntimeException> failed,
            LongSupplier nanoTime) {
        this.lanes = lanes;
        this.library = library;
        this.failed = failed;
        this.speed = new RemainingTime(nanoTime);
        lanes.fetch(library::work, this::changed, failed);
    }

    public ReadOnlyObjectProperty<WorkState> state() {
        return state.getReadOnlyProperty();
    }

    /// How long the work will take, as far as that can be told.
    public ReadOnlyObjectProperty<Remaining> remaining() {
        return remaining.getReadOnlyProperty();
    }

    /// Lets the work wait after what is at hand.
    public void pause() {
        run(library::pause);
    }

    /// Ends a pause.
    public void goOn() {
        run(library::goOn);
    }

    /// Ends the work; what waits to be read is named as stopped.
    public void stop() {
        run(library::stop);
    }

    private void run(Runnable step) {
        lanes.fetch(
                () -> {
                    step.run();
                    return library.work();
                },
                _ -> {},
                failed);
    }

    void changed(WorkState now) {
        state.set(now);
        if (now != WorkState.WORKING) {
            speed.forget();
            remaining.set(Remaining.UNKNOWN);
        }
    }

    /// Hears how the files stand.
    void filesChanged(Collection<LibraryFile> files) {
        if (state.get() == WorkState.WORKING) {
            remaining.set(speed.after(files));
        }
    }
}
