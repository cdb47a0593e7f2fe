package org.fumikura.app.viewer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.Document;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;
import org.fumikura.rag.library.Library;
import org.fumikura.rag.parse.PageDrawing;
import org.fumikura.rag.parse.PagePicture;

/// Opens places in documents and goes through them. On the UI thread.
public final class ViewerViewModel {
    // Another width is worth another drawing only if it differs by as much.
    private static final double NOTICEABLE = 0.15;

    private final Lanes lanes;
    private final Library library;
    private final PagePictures pictures;
    private final Consumer<Place> systemViewer;
    private final ReadOnlyObjectWrapper<ViewerState> state =
            new ReadOnlyObjectWrapper<>(new ViewerState.Nothing());
    private final ReadOnlyObjectWrapper<PageForm> form =
            new ReadOnlyObjectWrapper<>(PageForm.PICTURE);
    private final ReadOnlyObjectWrapper<Zoom> zoom = new ReadOnlyObjectWrapper<>(Zoom.FIT);
    private List<Place> places = List.of();
    private int position;
    private Optional<Document> document = Optional.empty();
    private int width = 520;

    /// @param drawingLanes lanes of which drawing may take seconds
    /// @param systemViewer opens the file itself with the desktop's program for it
    public ViewerViewModel(
            Lanes lanes,
            Library library,
            Lanes drawingLanes,
            PageDrawing drawing,
            Consumer<Place> systemViewer) {
        this.lanes = lanes;
        this.library = library;
        this.pictures = new PagePictures(drawingLanes, drawing);
        this.systemViewer = systemViewer;
    }

    public ReadOnlyObjectProperty<ViewerState> state() {
        return state.getReadOnlyProperty();
    }

    /// How pages are shown that can be drawn.
    public ReadOnlyObjectProperty<PageForm> form() {
        return form.getReadOnlyProperty();
    }

    /// How large drawn pages are shown.
    public ReadOnlyObjectProperty<Zoom> zoom() {
        return zoom.getReadOnlyProperty();
    }

    /// Whether the document shown can be seen in both forms.
    public boolean hasPictures() {
        return document.filter(PagePictures::canDraw).isPresent();
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
            document.filter(shown -> hasPage(shown, page))
                    .ifPresent(shown -> showPage(shown, showing.place(), page));
        }
    }

    /// Turns so many pages on, or back if negative.
    public void turnBy(int pages) {
        if (state.get() instanceof ViewerState.Showing showing) {
            turnTo(showing.page().number() + pages);
        }
    }

    /// Shows pages in this form from now on.
    public void showAs(PageForm wanted) {
        form.set(wanted);
        turnBy(0);
    }

    public void zoomIn() {
        zoom.set(zoom.get().larger());
    }

    public void zoomOut() {
        zoom.set(zoom.get().smaller());
    }

    /// Shows pages as wide as the panel.
    public void zoomToFit() {
        zoom.set(Zoom.FIT);
    }

    /// Takes the width, in the screen's pixels, at which a page is seen: it is drawn anew if it
    /// would look coarse or crowded.
    public void seenAt(int pixels) {
        if (Math.abs(pixels - width) > NOTICEABLE * width) {
            width = pixels;
            turnBy(0);
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
        pictures.callOff();
        state.set(new ViewerState.Opening(place));
        lanes.fetch(
                () -> library.document(place.document()),
                found -> {
                    if (isCurrent(place)) {
                        document = found;
                        found.filter(shown -> hasPage(shown, place.page()))
                                .ifPresentOrElse(
                                        shown -> showPage(shown, place, place.page()),
                                        () -> state.set(new ViewerState.Gone(place)));
                    }
                },
                fault -> {
                    if (isCurrent(place)) {
                        state.set(new ViewerState.Failed(fault));
                    }
                });
    }

    private void showPage(Document shown, Place place, int number) {
        pictures.callOff();
        if (form.get() == PageForm.TEXT || !PagePictures.canDraw(shown)) {
            showPage(shown, place, number, new PageLook.TextOnly());
            return;
        }
        Page page = page(shown, number).orElseThrow();
        pictures.draw(
                shown,
                place,
                page,
                width,
                picture -> showPage(shown, place, number, look(picture)));
    }

    private void showPage(Document shown, Place place, int number, PageLook look) {
        PageText text = PageText.of(shown, number, place.span()).orElseThrow();
        state.set(
                new ViewerState.Showing(
                        place, quote(shown, place.span()), text, look, position, places.size()));
    }

    private static PageLook look(PagePicture picture) {
        return switch (picture) {
            case PagePicture.Drawn drawn -> new PageLook.Picture(drawn);
            case PagePicture.NotDrawn _ -> new PageLook.Undrawn();
        };
    }

    private static String quote(Document shown, Span span) {
        int end = Math.min(span.end(), shown.text().length());
        return shown.text().substring(Math.min(span.start(), end), end);
    }

    private static Optional<Page> page(Document shown, int number) {
        return shown.pages().stream().filter(page -> page.number() == number).findFirst();
    }

    private static boolean hasPage(Document shown, int number) {
        return page(shown, number).isPresent();
    }

    private boolean isCurrent(Place place) {
        return state.get() instanceof ViewerState.Opening opening && opening.place().equals(place);
    }
}
