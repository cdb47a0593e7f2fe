package org.fumikura.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.fumikura.app.door.DoorRequest;
import org.fumikura.app.fx.UiThread;
import org.fumikura.rag.library.IngestReport;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.library.LibraryCollections;

/// Does what is handed over at the window's door. From any thread.
final class DoorKeeper implements Function<DoorRequest, CompletableFuture<?>> {
    private final UiThread ui;
    private final Library library;
    private final LibraryCollections collections;
    private final Runnable toFront;
    private final Runnable collectionsChanged;

    /// @param toFront brings the window to the front, on the UI thread
    /// @param collectionsChanged shows other collections, on the UI thread
    DoorKeeper(
            UiThread ui,
            Library library,
            LibraryCollections collections,
            Runnable toFront,
            Runnable collectionsChanged) {
        this.ui = ui;
        this.library = library;
        this.collections = collections;
        this.toFront = toFront;
        this.collectionsChanged = collectionsChanged;
    }

    @Override
    public CompletableFuture<?> apply(DoorRequest request) {
        return switch (request) {
            case DoorRequest.Show() -> {
                ui.execute(toFront);
                yield CompletableFuture.completedFuture(request);
            }
            case DoorRequest.Add add -> {
                List<Path> files = add.files();
                String collection = add.collection();
                if (collection != null) {
                    collections.put(collection, files);
                    ui.execute(collectionsChanged);
                }
                yield library.add(files).meaning().thenAccept(DoorKeeper::check);
            }
        };
    }

    private static void check(IngestReport report) {
        switch (report.outcome()) {
            case COMPLETE -> {}
            case CANCELLED -> throw new CancellationException();
        }
    }
}
