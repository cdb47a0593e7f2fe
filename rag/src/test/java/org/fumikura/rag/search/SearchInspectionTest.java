package org.fumikura.rag.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.fumikura.rag.Scope;
import org.fumikura.rag.answer.Hit;
import org.fumikura.rag.query.FileFilter;
import org.fumikura.rag.query.Query;
import org.fumikura.rag.retrieve.Candidate.Fate;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.search.Inspection.Evidence;
import org.fumikura.rag.search.Inspection.Inspected;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchInspectionTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private Path folder;
    private SearchedLibrary open;

    @BeforeEach
    void fillLibrary() throws IOException {
        folder = given.toRealPath();
        open = SearchedLibrary.open(home);
        Files.writeString(folder.resolve("mill.md"), "The mill has a mill stone and a cat.");
        Files.writeString(folder.resolve("copy.txt"), "The mill  has a mill stone and a cat.");
        Files.writeString(folder.resolve("river.txt"), "A mill stands by the long, wide river.");
        Files.writeString(folder.resolve("boat.txt"), "The vessel leaves the harbour at nine.");
        Files.write(folder.resolve("broken.pdf"), new byte[] {'%', 'P', 'D', 'F', 0, 1});
        open.add(folder);
    }

    @AfterEach
    void closeLibrary() {
        open.close();
    }

    private Inspection inspect(String text, SearchMode mode, int limit) {
        return open.inspection().inspect(SearchedLibrary.read(text), Scope.EVERYTHING, mode, limit);
    }

    private Whereabouts why(String file, String text, Scope scope, SearchMode mode, int limit) {
        Query query = SearchedLibrary.read(text);
        return open.inspection().why(file, query, scope, mode, limit).getFirst().where();
    }

    private Whereabouts why(String file, String text) {
        return why(file, text, Scope.EVERYTHING, SearchMode.HYBRID, 10);
    }

    @Test
    void whatIsToldIsWhatIsFound() {
        for (SearchMode mode : SearchMode.values()) {
            List<Hit> found =
                    open.find("mill cat", Scope.EVERYTHING, mode).hits().stream()
                            .map(SearchHit::hit)
                            .toList();
            List<Hit> told =
                    inspect("mill cat", mode, 10).passages().stream()
                            .filter(passage -> passage.fate() instanceof Fate.Kept)
                            .map(Inspected::hit)
                            .toList();
            assertEquals(found, told);
        }
    }

    @Test
    void theQueryIsToldAsItIsLookedFor() {
        var how = inspect("mills -boat type:txt", SearchMode.HYBRID, 10).how();
        assertEquals(List.of("mill"), how.terms().getFirst().words());
        assertEquals("english", how.terms().getFirst().field());
        assertEquals(3, how.terms().getFirst().passages());
        assertEquals(List.of("boat"), how.searched().within().excluded());
        assertTrue(how.lexicalWeight() > 0 && how.lexicalWeight() < 1);
        assertTrue(how.added().stream().anyMatch(term -> term.words().equals(List.of("river"))));

        var slip = inspect("harbuor", SearchMode.LEXICAL, 10).how();
        assertEquals(Optional.of("harbour"), slip.corrected());
        assertEquals("harbour", slip.searched().query());
    }

    @Test
    void everyPassageHasAFate() {
        List<Inspected> passages = inspect("mill", SearchMode.LEXICAL, 1).passages();
        assertEquals(3, passages.size());
        assertEquals(new Fate.Kept(1), passages.getFirst().fate());
        assertEquals(Evidence.READ, passages.getFirst().evidence());
        assertTrue(passages.stream().anyMatch(found -> found.fate() instanceof Fate.TooLow));
        assertTrue(
                inspect("mill", SearchMode.LEXICAL, 10).passages().stream()
                        .anyMatch(found -> found.fate() instanceof Fate.Folded));
    }

    @Test
    void ofWhatAnAnswerReadsTheBestComesFirst() {
        assertEquals(
                List.of(Evidence.READ, Evidence.READ_ON), evidence("When was the mill built?"));
        assertEquals(List.of(Evidence.READ, Evidence.READ), evidence("Compare the mills."));
    }

    /// What becomes of the two best passages.
    private List<Evidence> evidence(String question) {
        return inspect(question, SearchMode.LEXICAL, 10).passages().stream()
                .filter(passage -> passage.fate() instanceof Fate.Kept)
                .limit(2)
                .map(Inspected::evidence)
                .toList();
    }

    @Test
    void aFileThatCannotBeFoundIsExplained() {
        assertEquals(new Whereabouts.NotInLibrary(), why("nowhere.pdf", "mill"));
        assertEquals(new Whereabouts.NotRead(), why("broken", "mill"));
        assertEquals(
                new Whereabouts.Filtered(List.of(new FileFilter.OfType("md"))),
                why("river.txt", "mill type:md"));
        Scope other = open.library().scopeOf(List.of(folder.resolve("boat.txt")));
        assertEquals(
                new Whereabouts.NotInCollection(),
                why("river.txt", "mill", other, SearchMode.LEXICAL, 10));
        assertEquals(
                new Whereabouts.RuledOut(List.of(), List.of("river")),
                why("river.txt", "mill -river"));
        assertEquals(
                new Whereabouts.RuledOut(List.of("mill stone"), List.of()),
                why("river.txt", "\"mill stone\""));
    }

    @Test
    void aFileThatIsFoundOrBeatenSaysWhereItStands() {
        assertInstanceOf(Whereabouts.Found.class, why("river.txt", "river"));
        String path = folder.resolve("river.txt").toString();
        assertEquals(
                new Whereabouts.TooLow(OptionalInt.of(3), OptionalInt.empty()),
                why(path, "mill stone", Scope.EVERYTHING, SearchMode.LEXICAL, 1));
        assertEquals(
                new Whereabouts.TooLow(OptionalInt.empty(), OptionalInt.empty()),
                why("boat", "mill", Scope.EVERYTHING, SearchMode.LEXICAL, 10));
        List<Whereabouts> twins =
                List.of(why("mill.md", "mill stone"), why("copy.txt", "mill stone"));
        assertTrue(twins.stream().anyMatch(where -> where instanceof Whereabouts.Folded));
        assertTrue(twins.stream().anyMatch(where -> where instanceof Whereabouts.Found));
    }
}
