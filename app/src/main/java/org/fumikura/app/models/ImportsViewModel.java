package org.fumikura.app.models;

import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fumikura.app.fx.Lanes;

/// Model files of the person's own that are taken in, one after another. On the UI thread.
public final class ImportsViewModel {
    private final Lanes lanes;
    private final ModelSetup setup;
    private final Runnable changed;
    private final ObservableList<ImportState> states = FXCollections.observableArrayList();
    private List<Path> files = List.of();
    private int current;

    /// @param changed called when a file has come among the models
    ImportsViewModel(Lanes lanes, ModelSetup setup, Runnable changed) {
        this.lanes = lanes;
        this.setup = setup;
        this.changed = changed;
    }

    /// The files that were dropped last, in their order; empty before the first.
    public ObservableList<ImportState> states() {
        return states;
    }

    /// Copies model files among the models. Does nothing while others are being copied.
    public void add(List<Path> paths) {
        if (isRunning() || paths.isEmpty()) {
            return;
        }
        files = List.copyOf(paths);
        current = 0;
        states.setAll(files.stream().map(file -> new ImportState.Waiting(name(file))).toList());
        start();
    }

    /// Stops copying: the one under way and those that wait.
    public void cancel() {
        for (int i = current + 1; i < states.size(); i++) {
            states.set(i, new ImportState.Stopped());
        }
        files = files.subList(0, Math.min(files.size(), current + 1));
        lanes.work().execute(setup::cancelImport);
    }

    private boolean isRunning() {
        return states.stream()
                .anyMatch(state ->
                        state instanceof ImportState.Waiting
                                || state instanceof ImportState.Copying);
    }

    private void start() {
        Path file = files.get(current);
        states.set(current, new ImportState.Copying(name(file), 0, 0));
        lanes.work()
                .execute(() -> setup.importModel(file, now -> lanes.ui().execute(() -> told(now))));
    }

    private void told(ImportState now) {
        states.set(current, now);
        switch (now) {
            case ImportState.Waiting _, ImportState.Copying _ -> {}
            case ImportState.Done _ -> {
                changed.run();
                next();
            }
            case ImportState.Stopped _, ImportState.Failed _ -> next();
        }
    }

    private void next() {
        if (current + 1 < files.size()) {
            current++;
            start();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
