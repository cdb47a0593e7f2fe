package org.fumikura.app.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumikura.app.fakes.Answers;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.Document;
import org.fumikura.rag.Span;
import org.fumikura.rag.parse.PageOrder;
import org.fumikura.rag.parse.PagePicture;
import org.junit.jupiter.api.Test;

class ViewerViewModelTest {
    private final FakeLibrary library = new FakeLibrary();
    private final List<Place> opened = new ArrayList<>();
    private final List<PageOrder> orders = new ArrayList<>();
    private PagePicture picture = new PagePicture.Drawn(new byte[0], List.of());
    private final ViewerViewModel model =
            new ViewerViewModel(
                    new ImmediateUi().lanes(),
                    library,
                    new ImmediateUi().lanes(),
                    (_, order) -> {
                        orders.add(order);
                        return picture;
                    },
                    opened::add);
    private final Place first = Place.of(Answers.citation(1, "Quiet hours are from ten to six."));
    private final Place second = Place.of(Answers.citation(2, "The deposit is 900 euros."));

    @Test
    void citedPageIsShownWithTheQuoteMarked() {
        library.put(Answers.document());
        model.open(List.of(first, second), 1);

        PageText page = showing().page();
        assertEquals(2, page.number());
        assertEquals(Answers.PAGE_2, page.text());
        assertEquals("The deposit is 900 euros.", page.mark().orElseThrow().of(page.text()));
    }

    @Test
    void placesAreGoneThroughInOrder() {
        library.put(Answers.document());
        model.open(List.of(first, second), 0);
        model.previous();
        assertEquals(0, showing().position());
        model.next();
        model.next();
        assertEquals(1, showing().position());
        assertEquals(2, showing().page().number());
    }

    @Test
    void otherPagesOfTheDocumentHaveNoMark() {
        library.put(Answers.document());
        model.open(List.of(second), 0);
        model.turnTo(1);
        assertEquals(Answers.PAGE_1, showing().page().text());
        assertEquals(Optional.empty(), showing().page().mark());
        model.turnTo(3);
        assertEquals(1, showing().page().number());
    }

    @Test
    void documentThatWasRemovedIsSaidToBeGone() {
        model.open(List.of(first), 0);
        assertInstanceOf(ViewerState.Gone.class, model.state().get());
    }

    @Test
    void fileIsOpenedByTheSystem() {
        library.put(Answers.document());
        model.open(List.of(first), 0);
        model.openInSystem();
        assertEquals(List.of(first), opened);
    }

    @Test
    void veryLongPagesAreCutAroundTheMark() {
        String text = "line of text\n".repeat(5000);
        Span mark = new Span(30_000, 30_020);
        var document =
                new org.fumikura.rag.Document(
                        Answers.DOCUMENT,
                        "long",
                        "text/plain",
                        text,
                        List.of(new org.fumikura.rag.Page(1, new Span(0, text.length()))));
        PageText page = PageText.of(document, 1, mark).orElseThrow();
        assertEquals(mark.of(text), page.mark().orElseThrow().of(page.text()));
        assertEquals(true, page.text().length() < 17_000);
    }

    @Test
    void pageOfAPdfIsDrawnWithThePlaceMarked() {
        library.put(pdf());
        model.open(List.of(second), 0);
        assertEquals(picture, ((PageLook.Picture) showing().look()).drawn());
        PageOrder order = orders.getLast();
        assertEquals(2, order.page());
        assertEquals("The deposit is 900 euros.", order.marked().of(order.text()));
        assertEquals("The deposit is 900 euros.", showing().quote());
        model.turnBy(-1);
        assertEquals(1, orders.getLast().page());
        assertEquals(0, orders.getLast().marked().length());
    }

    @Test
    void otherFormatsAreShownAsText() {
        library.put(Answers.document());
        model.open(List.of(second), 0);
        assertInstanceOf(PageLook.TextOnly.class, showing().look());
        assertEquals(List.of(), orders);
        assertEquals(false, model.hasPictures());
    }

    @Test
    void pageThatCannotBeDrawnIsShownAsText() {
        picture = new PagePicture.NotDrawn(PagePicture.NotDrawn.Reason.STOPPED);
        library.put(pdf());
        model.open(List.of(second), 0);
        assertInstanceOf(PageLook.Undrawn.class, showing().look());
        assertEquals(Answers.PAGE_2, showing().page().text());
    }

    @Test
    void textAloneIsShownWhenAskedFor() {
        library.put(pdf());
        model.open(List.of(second), 0);
        model.showAs(PageForm.TEXT);
        assertInstanceOf(PageLook.TextOnly.class, showing().look());
        assertEquals(true, model.hasPictures());
        model.showAs(PageForm.PICTURE);
        assertInstanceOf(PageLook.Picture.class, showing().look());
    }

    @Test
    void pageIsDrawnAnewOnlyForANoticeablyOtherWidth() {
        library.put(pdf());
        model.open(List.of(second), 0);
        model.seenAt(1000);
        model.seenAt(1010);
        assertEquals(List.of(520, 1000), orders.stream().map(PageOrder::width).toList());
    }

    @Test
    void zoomStaysWithinItsSteps() {
        for (int i = 0; i < 20; i++) {
            model.zoomIn();
        }
        assertEquals(400, model.zoom().get().percent());
        for (int i = 0; i < 20; i++) {
            model.zoomOut();
        }
        assertEquals(50, model.zoom().get().percent());
        model.zoomToFit();
        assertEquals(100, model.zoom().get().percent());
    }

    private static Document pdf() {
        Document text = Answers.document();
        return new Document(text.id(), text.title(), "application/pdf", text.text(), text.pages());
    }

    private ViewerState.Showing showing() {
        return assertInstanceOf(ViewerState.Showing.class, model.state().get());
    }
}
