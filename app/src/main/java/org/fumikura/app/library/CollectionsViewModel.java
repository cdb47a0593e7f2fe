package org.fumikura.app.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.library.LibraryCollection;
import org.fumikura.rag.library.LibraryCollections;

/// The person's collections, and the one that is being edited. On the UI thread.
public final class CollectionsViewModel {
    private final Lanes lanes;
    private final LibraryCollections collections;
    private final Consumer<Collection<Path>> library;
    private final Runnable changed;
    private final Consumer<RuntimeException> failed;
    private final ObservableList<LibraryCollection> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<CollectionsState> state =
            new ReadOnlyObjectWrapper<>(new CollectionsState.Closed());

    /// @param library takes in what is put into a collection
    /// @param changed runs when there are other collections
    /// @param failed hears why nothing was changed
    public CollectionsViewModel(
            Lanes lanes,
            LibraryCollections collections,
            Consumer<Collection<Path>> library,
            Runnable changed,
            Consumer<RuntimeException> failed) {
        this.lanes = lanes;
        this.collections = collections;
        this.library = library;
        this.changed = changed;
        this.failed = failed;
        refresh();
    }

    /// Looks up what there is: it changed elsewhere.
    public void refresh() {
        lanes.fetch(collections::all, all::setAll, failed);
    }

    /// All collections, in the order of their names.
    public ObservableList<LibraryCollection> all() {
        return all;
    }

    /// What is being edited.
    public ReadOnlyObjectProperty<CollectionsState> state() {
        return state.getReadOnlyProperty();
    }

    /// The collection of this name, if there is one.
    public Optional<LibraryCollection> find(String name) {
        return all.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /// Shows a collection with what it holds.
    public void open(String name) {
        state.set(new CollectionsState.Open(name));
    }

    /// Asks for the name of a new collection, which will hold these.
    public void startNew(Collection<Path> paths) {
        state.set(new CollectionsState.Naming(List.copyOf(paths)));
    }

    /// Ends the editing.
    public void close() {
        state.set(new CollectionsState.Closed());
    }

    /// Gives the new collection its name and shows it; what a collection of that name holds already
    /// stays in it. Nothing happens without a name.
    public void name(String name) {
        String wanted = name.strip();
        if (state.get() instanceof CollectionsState.Naming(var paths) && !wanted.isEmpty()) {
            put(wanted, paths);
            open(wanted);
        }
    }

    /// Puts files and folders into a collection, and into the library.
    public void add(String name, Collection<Path> paths) {
        if (!paths.isEmpty()) {
            List<Path> added = List.copyOf(paths);
            put(name, added);
            library.accept(added);
        }
    }

    /// Puts files that are in the library into a collection.
    public void put(String name, Collection<Path> paths) {
        List<Path> added = List.copyOf(paths);
        change(() -> collections.put(name, added));
    }

    /// Takes a file or folder out of a collection; it stays in the library.
    public void takeOut(String name, Path path) {
        change(() -> collections.takeOut(name, List.of(path)));
    }

    /// Gives a collection another name. Nothing happens without one, or if another collection has
    /// it.
    public void rename(String name, String other) {
        String wanted = other.strip();
        if (!wanted.isEmpty() && !wanted.equals(name) && find(wanted).isEmpty()) {
            change(() -> collections.rename(name, wanted));
            open(wanted);
        }
    }

    /// Forgets a collection; its files stay in the library.
    public void delete(String name) {
        close();
        change(() -> collections.delete(name));
    }

    private void change(Runnable step) {
        lanes.fetch(
                () -> {
                    step.run();
                    return collections.all();
                },
                found -> {
                    all.setAll(found);
                    changed.run();
                },
                failed);
    }
}
