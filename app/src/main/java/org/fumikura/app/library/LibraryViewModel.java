package org.fumikura.app.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fumikura.app.fx.FrameBatcher;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.fx.UiThread;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryEvent;
import org.fumikura.rag.library.LibraryFile;

/// The files of the library as they change. On the UI thread.
public final class LibraryViewModel implements AutoCloseable {
    /// How long the window offers to take files back; the command line does for days.
    private static final Duration SECOND_THOUGHT = Duration.ofSeconds(8);

    // What needs a person comes first, what needs nothing last.
    private static final Comparator<LibraryFile> ORDER =
            Comparator.<LibraryFile>comparingInt(file -> rank(file.state()))
                    .thenComparing(LibraryFile::path);

    private final Lanes lanes;
    private final Library library;
    private final TreeMap<Path, LibraryFile> files = new TreeMap<>();
    private final ObservableList<LibraryFile> shown = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Coverage> coverage;
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> fault =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Duplicates> duplicates;
    private final ReadOnlyObjectWrapper<List<Path>> removed =
            new ReadOnlyObjectWrapper<>(List.of());
    private final WorkViewModel work;
    private final Library.Subscription subscription;
    private UiThread.Cancellable forgetting = () -> {};

    public LibraryViewModel(Lanes lanes, Library library) {
        this(lanes, library, System::nanoTime);
    }

    /// @param nanoTime the clock that speeds are measured with
    LibraryViewModel(Lanes lanes, Library library, LongSupplier nanoTime) {
        this.lanes = lanes;
        this.library = library;
        work = new WorkViewModel(lanes, library, this::report, nanoTime);
        Duplicates none = Duplicates.among(List.of());
        duplicates = new ReadOnlyObjectWrapper<>(none);
        coverage = new ReadOnlyObjectWrapper<>(Coverage.of(List.of(), none));
        subscription = library.subscribe(new FrameBatcher<>(lanes.ui(), this::heard));
        filter.subscribe(_ -> arrange());
        refresh();
    }

    /// The files that match the filter: problems first, then what is being worked on, then the
    /// rest.
    public ObservableList<LibraryFile> shown() {
        return shown;
    }

    /// Words that a path must have; empty for all files.
    public StringProperty filter() {
        return filter;
    }

    /// Makes ready for files that a person is about to add.
    public void prepare() {
        library.prepare();
    }

    /// Whether the work on the files goes on, and how long it will take.
    public WorkViewModel work() {
        return work;
    }

    /// Whether there is work that a person would want to know of: a look at folders in which
    /// nothing changed is none.
    public boolean isWorking() {
        return switch (work.state().get()) {
            case IDLE -> false;
            case PAUSED -> true;
            case WORKING -> coverage.get().isBusy();
        };
    }

    public ReadOnlyObjectProperty<Coverage> coverage() {
        return coverage.getReadOnlyProperty();
    }

    /// Which files hold the same content as another.
    public ReadOnlyObjectProperty<Duplicates> duplicates() {
        return duplicates.getReadOnlyProperty();
    }

    /// The files that were just taken out and can be had back with [#undoRemove()].
    public ReadOnlyObjectProperty<List<Path>> removed() {
        return removed.getReadOnlyProperty();
    }

    /// The fault that stopped the work, if one did; gone when something is added.
    public ReadOnlyObjectProperty<Optional<RuntimeException>> fault() {
        return fault.getReadOnlyProperty();
    }

    /// Takes files and folders in.
    public void add(Collection<Path> paths) {
        List<Path> taken = List.copyOf(paths);
        if (!taken.isEmpty()) {
            fault.set(Optional.empty());
            lanes.fetch(() -> library.add(taken), _ -> {}, this::report);
        }
    }

    /// Reads a file once more.
    public void retry(LibraryFile file) {
        add(List.of(file.path()));
    }

    /// Reads the files that were stopped.
    public void readStopped() {
        add(
                files.values().stream()
                        .filter(file -> file.has(FileProblem.Kind.STOPPED))
                        .map(LibraryFile::path)
                        .toList());
    }

    /// Reads a locked file with its password.
    public void unlock(LibraryFile file, String password) {
        if (!password.isEmpty()) {
            lanes.fetch(() -> library.unlock(file.path(), password), _ -> {}, this::report);
        }
    }

    /// Takes files out of the library; they stay on the disk. For a while [#undoRemove()] brings
    /// them back, together with those that were taken out just before.
    public void remove(Collection<LibraryFile> chosen) {
        List<Path> paths = chosen.stream().map(LibraryFile::path).toList();
        if (!paths.isEmpty()) {
            lanes.fetch(() -> library.remove(paths), this::removed, this::report);
        }
    }

    private void removed(List<LibraryFile> gone) {
        if (!gone.isEmpty()) {
            forgetting.cancel();
            removed.set(
                    Stream.concat(removed.get().stream(), gone.stream().map(LibraryFile::path))
                            .distinct()
                            .toList());
            forgetting = lanes.ui().after(SECOND_THOUGHT, () -> removed.set(List.of()));
        }
    }

    /// Takes the files back that were just taken out, as they were.
    public void undoRemove() {
        List<Path> back = removed.get();
        forgetting.cancel();
        removed.set(List.of());
        if (!back.isEmpty()) {
            lanes.fetch(() -> library.restore(back), _ -> {}, this::report);
        }
    }

    /// Reads and embeds the files at or below these paths before all others: the person looks at
    /// them, or asks about them.
    public void prefer(Collection<Path> paths) {
        List<Path> chosen = List.copyOf(paths);
        lanes.work().execute(() -> library.prefer(chosen));
    }

    /// Whether a file in this folder is in the library.
    public boolean holds(Path folder) {
        return files.keySet().stream().anyMatch(path -> path.startsWith(folder));
    }

    /// Ends listening to the library.
    @Override
    public void close() {
        forgetting.cancel();
        subscription.close();
    }

    private void refresh() {
        lanes.fetch(
                library::files,
                found -> {
                    found.forEach(file -> files.put(file.path(), file));
                    arrange();
                },
                this::report);
    }

    private void heard(List<LibraryEvent> events) {
        for (LibraryEvent event : events) {
            switch (event) {
                case LibraryEvent.FileChanged changed ->
                        files.put(changed.file().path(), changed.file());
                case LibraryEvent.FileRemoved removed -> files.remove(removed.path());
                case LibraryEvent.WorkChanged changed -> work.changed(changed.state());
                case LibraryEvent.WorkFailed failed -> report(failed.fault());
            }
        }
        arrange();
    }

    /// Shows a fault that kept files from being taken in.
    public void report(RuntimeException problem) {
        fault.set(Optional.of(problem));
    }

    private void arrange() {
        String words = filter.get().strip().toLowerCase(Locale.ROOT);
        List<LibraryFile> arranged =
                files.values().stream()
                        .filter(file ->
                                file.path().toString().toLowerCase(Locale.ROOT).contains(words))
                        .sorted(ORDER)
                        .toList();
        // Cells that did not change keep their place, so that a click is not lost.
        if (arranged.size() == shown.size()) {
            for (int i = 0; i < arranged.size(); i++) {
                if (!arranged.get(i).equals(shown.get(i))) {
                    shown.set(i, arranged.get(i));
                }
            }
        } else {
            shown.setAll(arranged);
        }
        Duplicates found = Duplicates.among(files.values());
        duplicates.set(found);
        coverage.set(Coverage.of(files.values(), found));
        work.filesChanged(files.values());
    }

    private static int rank(FileState state) {
        return switch (state) {
            case PROBLEM -> 0;
            case READING -> 1;
            case QUEUED, SEARCHABLE -> 2;
            case READY -> 3;
        };
    }
}
