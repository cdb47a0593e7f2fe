package org.fumikura.app.viewer;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.fumikura.app.fx.Lanes;
import org.fumikura.rag.Document;
import org.fumikura.rag.Page;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.PageDrawing;
import org.fumikura.rag.parse.PageOrder;
import org.fumikura.rag.parse.PagePicture;
import org.fumikura.rag.parse.PagePicture.NotDrawn;

/// Draws pages one at a time; of those asked for meanwhile only the last is drawn. On the UI
/// thread.
final class PagePictures {
    private static final String PDF = "application/pdf";

    private final Lanes lanes;
    private final PageDrawing drawing;
    private Optional<Runnable> waiting = Optional.empty();
    private boolean busy;
    private long latest;

    PagePictures(Lanes lanes, PageDrawing drawing) {
        this.lanes = lanes;
        this.drawing = drawing;
    }

    /// Whether there is anything to draw of the document's pages.
    static boolean canDraw(Document document) {
        return document.mediaType().equals(PDF);
    }

    /// Draws a page of `document`, which lies at the place's file, and marks the place on it.
    ///
    /// @param width in pixels
    /// @param done told of the picture, unless another was asked for or it was called off before
    void draw(Document document, Place place, Page page, int width, Consumer<PagePicture> done) {
        callOff();
        long mine = latest;
        PageOrder order = order(document, page, place.span(), width);
        waiting = Optional.of(() -> draw(mine, place.file(), order, done));
        next();
    }

    private void draw(long mine, Path file, PageOrder order, Consumer<PagePicture> done) {
        busy = true;
        Consumer<PagePicture> drawn =
                picture -> {
                    busy = false;
                    if (mine == latest) {
                        done.accept(picture);
                    }
                    next();
                };
        lanes.fetch(
                () -> drawing.draw(file, order),
                drawn,
                _ -> drawn.accept(new NotDrawn(NotDrawn.Reason.STOPPED)));
    }

    /// Forgets what was asked for.
    void callOff() {
        latest++;
        waiting = Optional.empty();
    }

    private void next() {
        if (!busy && waiting.isPresent()) {
            Runnable task = waiting.get();
            waiting = Optional.empty();
            task.run();
        }
    }

    private static PageOrder order(Document document, Page page, Span marked, int width) {
        Span span = page.span();
        int start = Math.clamp(marked.start(), span.start(), span.end());
        int end = Math.clamp(marked.end(), span.start(), span.end());
        return new PageOrder(
                page.number(),
                width,
                span.of(document.text()),
                new Span(start - span.start(), end - span.start()));
    }
}
