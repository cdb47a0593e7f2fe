package org.fumikura.tests.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.app.Composition;
import org.fumikura.app.models.ModelCard;
import org.fumikura.app.models.ModelState;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.Scope;
import org.fumikura.rag.library.FileProblem;
import org.fumikura.rag.library.FileState;
import org.fumikura.rag.library.IngestReport;
import org.fumikura.rag.library.LibraryFile;
import org.fumikura.rag.retrieve.SearchMode;
import org.fumikura.rag.retrieve.SearchRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A library over time: files come, change and go, and the program is closed in between.
class LibraryLifeTest {
    @TempDir private Path data;
    @TempDir private Path given;
    private Path folder;

    @BeforeEach
    void writeDocuments() throws IOException {
        folder = given.toRealPath();
        Files.writeString(folder.resolve("tea.md"), "# Tea\n\nThe tea is kept in the blue tin.\n");
        Files.writeString(folder.resolve("salt.txt"), "The salt is kept on the upper shelf.\n");
    }

    @Test
    void whatIsUnchangedIsNotEmbeddedAgain() {
        try (Composition services = TestHome.open(data)) {
            assertEquals(FileState.READY, state(TestHome.add(services, folder), "tea.md"));
        }
        try (Composition services = TestHome.open(data)) {
            assertEquals(FileState.READY, state(TestHome.add(services, folder), "tea.md"));
            assertEquals(2, TestHome.add(services, folder).files().size());
            assertEquals(new ModelState.Installed(), embedderState(services));
        }
    }

    @Test
    void anEditedFileTakesThePlaceOfWhatItWas() throws IOException {
        try (Composition services = TestHome.open(data)) {
            TestHome.add(services, folder);
            DocumentId before = document(services, "tea.md");
            Files.writeString(
                    folder.resolve("tea.md"), "# Tea\n\nThe tea has moved to the wooden chest.\n");
            assertEquals(FileState.READY, state(TestHome.add(services, folder), "tea.md"));
            assertNotEquals(before, document(services, "tea.md"));
            assertEquals(Optional.empty(), services.library().document(before));
            for (SearchMode mode : SearchMode.values()) {
                List<String> found = search(services, "Where is the tea kept?", mode);
                assertTrue(found.stream().anyMatch(text -> text.contains("wooden chest")));
                assertTrue(found.stream().noneMatch(text -> text.contains("blue tin")));
            }
        }
    }

    @Test
    void aFileGoneFromAFolderGoesFromTheLibrary() throws IOException {
        try (Composition services = TestHome.open(data)) {
            TestHome.add(services, folder);
            Files.delete(folder.resolve("salt.txt"));
            TestHome.add(services, folder);
            assertEquals(List.of(folder.resolve("tea.md")), paths(services));
            for (SearchMode mode : SearchMode.values()) {
                assertTrue(
                        search(services, "salt upper shelf", mode).stream()
                                .noneMatch(text -> text.contains("salt")));
            }
        }
    }

    @Test
    void whatIsTakenOutIsFoundNoMoreAndStaysOnTheDisk() {
        try (Composition services = TestHome.open(data)) {
            TestHome.add(services, folder);
            DocumentId salt = document(services, "salt.txt");
            assertEquals(1, services.library().remove(List.of(folder.resolve("salt.txt"))).size());
            assertEquals(Optional.empty(), services.library().document(salt));
            assertTrue(
                    search(services, "salt upper shelf", SearchMode.LEXICAL).stream()
                            .noneMatch(text -> text.contains("salt")));
        }
        assertTrue(Files.exists(folder.resolve("salt.txt")));
        try (Composition services = TestHome.open(data)) {
            assertEquals(List.of(folder.resolve("tea.md")), paths(services));
        }
    }

    @Test
    void filesThatCannotBeReadSayWhyAndHoldNobodyUp() throws IOException {
        Pdfs.writeLocked(folder.resolve("locked.pdf"), "key", List.of(List.of("Secret.")));
        Files.write(folder.resolve("clip.mp3"), new byte[] {'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0});
        Files.writeString(folder.resolve("empty.txt"), "");
        Files.writeString(folder.resolve("cut.pdf"), "%PDF-1.7\nthe rest is lost");
        try (Composition services = TestHome.open(data)) {
            IngestReport report = TestHome.add(services, folder);
            assertEquals(FileState.READY, state(report, "tea.md"));
            assertEquals(FileState.READY, state(report, "salt.txt"));
            assertEquals(FileProblem.Kind.NEEDS_PASSWORD, problem(report, "locked.pdf"));
            assertEquals(FileProblem.Kind.UNSUPPORTED, problem(report, "clip.mp3"));
            assertEquals(FileProblem.Kind.EMPTY, problem(report, "empty.txt"));
            assertEquals(FileProblem.Kind.DAMAGED, problem(report, "cut.pdf"));
        }
    }

    @Test
    void wordsWithoutAModelGetTheirMeaningOnceThereIsOne() {
        try (Composition services = Composition.open(TestHome.withoutModels(data))) {
            assertEquals(FileState.SEARCHABLE, state(TestHome.add(services, folder), "tea.md"));
        }
        try (Composition services = TestHome.open(data)) {
            services.library().resume().meaning().join();
            assertTrue(
                    services.library().files().stream()
                            .allMatch(file -> file.state() == FileState.READY));
            assertFalse(search(services, "tea tin", SearchMode.VECTOR).isEmpty());
        }
    }

    @Test
    void aHomeIsOpenOnce() {
        try (Composition services = Composition.open(TestHome.withoutModels(data))) {
            RagException refused =
                    assertThrows(
                            RagException.class,
                            () -> Composition.open(TestHome.withoutModels(data)).close());
            assertEquals(RagException.Code.LIBRARY_IN_USE, refused.code());
            assertEquals(2, TestHome.add(services, folder).files().size());
        }
        Composition.open(TestHome.withoutModels(data)).close();
    }

    private static List<String> search(Composition services, String query, SearchMode mode) {
        return services
                .retriever()
                .retrieve(new SearchRequest(query, mode, 5, Scope.EVERYTHING))
                .stream()
                .map(ranked -> ranked.passage().text())
                .toList();
    }

    private static List<Path> paths(Composition services) {
        return services.library().files().stream().map(LibraryFile::path).toList();
    }

    private static LibraryFile file(List<LibraryFile> files, String name) {
        return files.stream().filter(f -> f.path().endsWith(name)).findFirst().orElseThrow();
    }

    private static FileState state(IngestReport report, String name) {
        return file(report.files(), name).state();
    }

    private static FileProblem.Kind problem(IngestReport report, String name) {
        return file(report.files(), name).problem().orElseThrow().kind();
    }

    private static DocumentId document(Composition services, String name) {
        return file(services.library().files(), name).document().orElseThrow();
    }

    private static ModelState embedderState(Composition services) {
        return services.models().models().stream()
                .filter(card -> card.role() == ModelCard.Role.EMBEDDING)
                .filter(card -> card.use() == ModelCard.Use.CHOSEN)
                .findFirst()
                .orElseThrow()
                .state();
    }
}
