package org.fumikura.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import org.fumikura.app.chat.ScopeViewModel;
import org.fumikura.app.fakes.FakeCollections;
import org.fumikura.app.fakes.FakeLibrary;
import org.fumikura.app.fakes.ImmediateUi;
import org.fumikura.app.fx.Lanes;
import org.fumikura.app.search.SearchState.Depth;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.Span;
import org.fumikura.rag.index.Restriction;
import org.fumikura.rag.library.FilePresence;
import org.fumikura.rag.retrieve.RankedPassage;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.fumikura.rag.search.LibrarySearch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchViewModelTest {
    private static final DocumentId DOCUMENT = new DocumentId("a".repeat(64));

    private final ImmediateUi ui = new ImmediateUi();
    private final FakeLibrary library = new FakeLibrary();
    private final FakeCollections collections = new FakeCollections();
    private final List<SearchRequest> requests = new ArrayList<>();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final LibrarySearch search = new LibrarySearch(library, this::retrieve);
    private final ScopeViewModel scope =
            new ScopeViewModel(ui.lanes(), collections, (all, _) -> all, _ -> {});
    private boolean staysHere = true;
    private final SearchViewModel model =
            new SearchViewModel(new Lanes(ui, work::add), search, scope, () -> staysHere);

    @BeforeEach
    void fillLibrary() {
        library.put(Path.of("/mill.md"), DOCUMENT, FilePresence.HERE);
    }

    @AfterEach
    void close() {
        model.close();
        search.close();
    }

    /// The one passage, for every query that is not "nothing".
    private List<RankedPassage> retrieve(SearchRequest request) {
        requests.add(request);
        String text = "The mill was built in 1742.";
        var passage =
                new Passage(
                        new PassageId(DOCUMENT, 1, 0),
                        1,
                        new Span(0, text.length()),
                        List.of(),
                        text);
        boolean meaning = request.mode() == SearchMode.HYBRID;
        return request.query().equals("nothing") && !meaning
                ? List.of()
                : List.of(
                        new RankedPassage(
                                passage,
                                1,
                                request.query().equals("nothing")
                                        ? OptionalInt.empty()
                                        : OptionalInt.of(1),
                                meaning ? OptionalInt.of(1) : OptionalInt.empty(),
                                0.9));
    }

    private void doWork() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private SearchState.Listed listed() {
        return assertInstanceOf(SearchState.Listed.class, model.state().get());
    }

    @Test
    void wordsComeFirstAndMeaningJoins() {
        model.text().set("mill");
        assertInstanceOf(SearchState.Blank.class, model.state().get());
        ui.passTime();
        doWork();
        assertEquals(Depth.WORDS_FIRST, listed().depth());
        ui.passTime();
        doWork();
        assertEquals(Depth.WHOLE, listed().depth());
        assertEquals("mill", listed().text());
        assertEquals(
                List.of(SearchMode.LEXICAL, SearchMode.HYBRID),
                requests.stream().map(SearchRequest::mode).toList());
    }

    @Test
    void aKeystrokeSupersedesTheOneBefore() {
        model.text().set("mi");
        ui.passTime();
        model.text().set("mil");
        ui.passTime();
        model.text().set("mill");
        ui.passTime();
        doWork();
        // The first was under way; the second never began, and only the last is shown.
        assertEquals(List.of("mi", "mill"), requests.stream().map(SearchRequest::query).toList());
        assertEquals("mill", listed().text());
    }

    @Test
    void wordsThatFindNothingWaitForMeaningBeforeTheVerdict() {
        model.text().set("nothing");
        ui.passTime();
        doWork();
        assertInstanceOf(SearchState.Blank.class, model.state().get());
        ui.passTime();
        doWork();
        assertEquals(1, listed().result().hits().size());
        assertEquals(false, listed().result().hasWords());
    }

    @Test
    void whatIsTypedIsEmbeddedElsewhereOnlyWhenAskedFor() {
        staysHere = false;
        model.text().set("mill");
        ui.passTime();
        doWork();
        ui.passTime();
        doWork();
        assertEquals(Depth.WORDS_ONLY, listed().depth());
        assertEquals(SearchMode.LEXICAL, requests.getLast().mode());
        model.searchByMeaning();
        doWork();
        assertEquals(Depth.WHOLE, listed().depth());
        assertEquals(SearchMode.HYBRID, requests.getLast().mode());
    }

    @Test
    void phrasesAndTheCollectionRestrictTheSearch() {
        collections.put("Mills", DOCUMENT);
        model.text().set("\"the mill\" -boat");
        scope.choose(Optional.of("Mills"));
        ui.passTime();
        doWork();
        assertEquals(
                new Restriction(
                        collections.scope("Mills").<Scope>map(all -> all).orElseThrow(),
                        List.of("the mill"),
                        List.of("boat")),
                requests.getLast().within());
    }

    @Test
    void whatCannotBeSearchedForIsSaidAndAnEmptyFieldIsBlank() {
        model.text().set("type:pdf");
        ui.passTime();
        assertInstanceOf(SearchState.Unclear.class, model.state().get());
        model.text().set("");
        assertInstanceOf(SearchState.Blank.class, model.state().get());
        ui.passTime();
        doWork();
        assertEquals(List.of(), requests);
    }
}
