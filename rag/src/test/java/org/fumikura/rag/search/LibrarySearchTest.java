package org.fumikura.rag.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.Scope;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.retrieve.SearchMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrarySearchTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private Path folder;
    private SearchedLibrary open;

    @BeforeEach
    void openLibrary() throws IOException {
        folder = given.toRealPath();
        open = SearchedLibrary.open(home);
    }

    @AfterEach
    void closeLibrary() {
        open.close();
    }

    private void addDocuments() throws IOException {
        Files.writeString(folder.resolve("mill.md"), "# The mill\n\nThe mill was built in 1742.");
        Files.writeString(folder.resolve("boat.txt"), "The vessel leaves the harbour at nine.");
        Files.write(folder.resolve("broken.pdf"), new byte[] {'%', 'P', 'D', 'F', 0, 1});
        open.add(folder);
    }

    private Nothing whyNot(String text, Scope scope) {
        return open.find(text, scope, SearchMode.LEXICAL).nothing().orElseThrow();
    }

    private Nothing whyNot(String text) {
        return whyNot(text, Scope.EVERYTHING);
    }

    @Test
    void hitsComeWithTheirFileAndASnippet() throws IOException {
        addDocuments();
        SearchResult result = open.find("built", Scope.EVERYTHING, SearchMode.LEXICAL);
        SearchHit hit = result.hits().getFirst();
        assertEquals(folder.resolve("mill.md"), hit.hit().source().path());
        var mark = hit.snippet().marks().getFirst();
        assertEquals("built", mark.of(hit.snippet().text()));
        assertEquals(Optional.empty(), result.nothing());
        assertTrue(result.hasWords());
        assertFalse(result.hasMeaning());
    }

    @Test
    void whatIsNearInMeaningOnlySaysSo() throws IOException {
        addDocuments();
        SearchResult result = open.find("boat", Scope.EVERYTHING, SearchMode.HYBRID);
        assertEquals(folder.resolve("boat.txt"), result.hits().getFirst().hit().source().path());
        assertTrue(result.hasMeaning());
    }

    @Test
    void anEmptyLibraryIsSaidToBeEmpty() {
        assertEquals(new Nothing.EmptyLibrary(), whyNot("mill"));
    }

    @Test
    void filtersThatNoFileFitsAreNamed() throws IOException {
        addDocuments();
        assertEquals(
                new Nothing.NoSuchFile(List.of(new FileFilter.OfType("epub"))),
                whyNot("mill type:epub file:mill"));
        assertEquals(
                new Nothing.NoFileOfAll(
                        List.of(new FileFilter.OfType("txt"), new FileFilter.Named("mill"))),
                whyNot("mill type:txt file:mill"));
        assertEquals(
                new Nothing.NotRead(List.of(folder.resolve("broken.pdf"))),
                whyNot("mill type:pdf"));
    }

    @Test
    void whatKeepsAPassageFromBeingFoundIsNamed() throws IOException {
        addDocuments();
        assertEquals(new Nothing.RuledOut(List.of("built")), whyNot("mill -built"));
        assertEquals(new Nothing.OnlyElsewhere(), whyNot("mill type:txt"));
        assertEquals(new Nothing.NoWords(), whyNot("zeppelin"));
        Scope other = open.library().scopeOf(List.of(folder.resolve("boat.txt")));
        assertEquals(new Nothing.OnlyElsewhere(), whyNot("mill", other));
        assertEquals(new Nothing.NotInCollection(), whyNot("mill type:md", other));
    }
}
