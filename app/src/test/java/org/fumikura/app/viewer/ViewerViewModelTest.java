package org.fumikura.app.viewer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fumikura.app.fakes.Answers;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.rag.Span;
import org.junit.jupiter.api.Test;

class ViewerViewModelTest {
    private final FakeLibrary library = new FakeLibrary();
    private final List<Place> opened = new ArrayList<>();
    private final ViewerViewModel model =
            new ViewerViewModel(new ImmediateUi().lanes(), library, opened::add);
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

    private ViewerState.Showing showing() {
        return assertInstanceOf(ViewerState.Showing.class, model.state().get());
    }
}
