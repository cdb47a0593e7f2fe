package org.fumikura.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.Document;
import org.fumikura.rag.library.Library;

/// Opens places in documents and goes through them. On the UI thread.
public final class ViewerViewModel {
    private final Lanes lanes;
    private final Library library;
    private final Consumer<Place> systemViewer;
    private final ReadOnlyObjectWrapper<ViewerState> state =
            new ReadOnlyObjectWrapper<>(new ViewerState.Nothing());
    private List<Place> places = List.of();
    private int position;
    private Optional<Document> document = Optional.empty();

    /// @param systemViewer opens the file itself with the desktop's program for it
    public ViewerViewModel(Lanes lanes, Library library, Consumer<Place> systemViewer) {
        this.lanes = lanes;
        this.library = library;
        this.systemViewer = systemViewer;
    }

    public ReadOnlyObjectProperty<ViewerState> state() {
        return state.getReadOnlyProperty();
    }

    /// Opens one of several places that belong together, such as the citations of an answer.
    public void open(List<Place> together, int which) {
        places = List.copyOf(together);
        show(which);
    }

    /// Goes to the next of the places.
    public void next() {
        if (position + 1 < places.size()) {
            show(position + 1);
        }
    }

    /// Goes to the previous of the places.
    public void previous() {
        if (position > 0) {
            show(position - 1);
        }
    }

    /// Turns to another page of the document shown; does nothing if there is none of that number.
    public void turnTo(int page) {
        if (state.get() instanceof ViewerState.Showing showing) {
            document.flatMap(shown -> PageText.of(shown, page, showing.place().span()))
                    .ifPresent(text ->
                            state.set(
                                    new ViewerState.Showing(
                                            showing.place(), text, position, places.size())));
        }
    }

    /// Opens the file with the desktop's program for it.
    public void openInSystem() {
        if (!places.isEmpty()) {
            systemViewer.accept(places.get(position));
        }
    }

    private void show(int which) {
        position = which;
        Place place = places.get(which);
        state.set(new ViewerState.Opening(place));
        lanes.fetch(
                () -> library.document(place.document()),
                found -> {
                    if (isCurrent(place)) {
                        document = found;
                        state.set(
                                found.flatMap(shown ->
                                                PageText.of(shown, place.page(), place.span()))
                                        .<ViewerState>map(text ->
                                                new ViewerState.Showing(
                                                        place, text, which, places.size()))
                                        .orElseGet(() -> new ViewerState.Gone(place)));
                    }
                },
                fault -> {
                    if (isCurrent(place)) {
                        state.set(new ViewerState.Failed(fault));
                    }
                });
    }

    private boolean isCurrent(Place place) {
        return state.get() instanceof ViewerState.Opening opening && opening.place().equals(place);
    }
}
