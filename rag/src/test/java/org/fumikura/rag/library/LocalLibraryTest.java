package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Scope;
import org.fumikura.rag.index.PassageSearch.Size;
import org.fumikura.rag.library.IngestReport.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalLibraryTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();
    private Path folder;

    @BeforeEach
    void findFolder() throws IOException {
        folder = given.toRealPath();
    }

    @Test
    void wordsComeBeforeMeaning() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        CountDownLatch gate = model.hold();
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            IngestJob job = open.library().add(List.of(note));
            IngestReport words = OpenLibrary.await(job.words());
            assertEquals(FileState.SEARCHABLE, words.files().getFirst().state());
            assertEquals(List.of(note), open.found("kettle"));
            assertFalse(job.meaning().isDone());

            gate.countDown();
            IngestReport meaning = OpenLibrary.await(job.meaning());
            assertEquals(FileState.READY, meaning.files().getFirst().state());
            assertEquals(new Size(1, 1), open.index().size());
        }
    }

    @Test
    void withoutAModelMeaningIsDoneWhenWordsAre() throws IOException {
        write("note.md", "The kettle whistles at noon.");
        try (var open = OpenLibrary.open(home, "hash", WatchedParser.running(), Optional.empty())) {
            assertEquals(FileState.SEARCHABLE, open.add(folder).files().getFirst().state());
        }
    }

    @Test
    void aFileTellsEachStepOnItsWay() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        List<FileState> told = Collections.synchronizedList(new ArrayList<>());
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model);
                var _ =
                        open.library()
                                .subscribe(event -> {
                                    if (event instanceof LibraryEvent.FileChanged(var file)) {
                                        told.add(file.state());
                                    }
                                })) {
            open.add(note);
        }
        assertEquals(
                List.of(FileState.QUEUED, FileState.READING, FileState.SEARCHABLE, FileState.READY),
                told.stream().distinct().toList());
    }

    @Test
    void whatWasInterruptedIsTakenUpToTheSameIndex(@TempDir Path other)
            throws IOException, InterruptedException {
        writeMany(40);
        Size whole;
        try (var open = OpenLibrary.open(other, WatchedParser.running(), model)) {
            open.add(folder);
            whole = open.index().size();
        }
        WatchedParser stuck = WatchedParser.stuckAfter(15);
        try (var open = OpenLibrary.open(home, stuck, model)) {
            open.library().add(List.of(folder));
            assertTrue(stuck.awaitStuck());
        }
        WatchedParser rest = WatchedParser.running();
        try (var open = OpenLibrary.open(home, rest, model)) {
            assertEquals(40, open.library().files().size());
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(whole, open.index().size());
            assertEquals(Set.of(FileState.READY), Set.copyOf(open.states()));
            assertTrue(rest.files() < 40, "files already read were read again");
            assertEquals(
                    List.of(folder.resolve("note-7.md")), open.found("number7").stream().toList());
        }
    }

    @Test
    void closingAtAnyMomentLosesNothing() throws IOException, InterruptedException {
        writeMany(60);
        for (int millis = 0; millis < 300; millis += 60) {
            try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
                open.library().add(List.of(folder));
                Thread.sleep(millis);
            }
            try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
                open.library().resume();
                Thread.sleep(millis / 2);
            }
        }
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            assertEquals(Outcome.COMPLETE, open.add(folder).outcome());
            assertEquals(Set.of(FileState.READY), Set.copyOf(open.states()));
            assertEquals(new Size(60, 60), open.index().size());
        }
    }

    @Test
    void twoTakeUpsAtOnceBothEnd() throws IOException {
        writeMany(30);
        try (var open = OpenLibrary.open(home, "hash", WatchedParser.running(), Optional.empty())) {
            open.add(folder);
        }
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            var jobs = new ArrayList<IngestJob>();
            for (int i = 0; i < 20; i++) {
                jobs.add(open.library().resume());
            }
            jobs.forEach(job -> OpenLibrary.await(job.meaning()));
            assertEquals(new Size(30, 30), open.index().size());
        }
    }

    @Test
    void aCancelledJobKeepsWhatIsDone() throws IOException, InterruptedException {
        writeMany(20);
        WatchedParser stuck = WatchedParser.stuckAfter(5);
        try (var open = OpenLibrary.open(home, stuck, model)) {
            IngestJob job = open.library().add(List.of(folder));
            assertTrue(stuck.awaitStuck());
            job.cancel();
            assertEquals(Outcome.CANCELLED, OpenLibrary.await(job.words()).outcome());
            assertEquals(Outcome.CANCELLED, OpenLibrary.await(job.meaning()).outcome());
            stuck.release();

            assertEquals(
                    Outcome.COMPLETE,
                    OpenLibrary.await(open.library().resume().meaning()).outcome());
            assertEquals(new Size(20, 20), open.index().size());
        }
    }

    @Test
    void filesWithTheSameContentAreOneDocument() throws IOException {
        Path one = write("a.md", "The kettle whistles at noon.");
        Path two = write("b.md", "The kettle whistles at noon.");
        WatchedParser parser = WatchedParser.running();
        try (var open = OpenLibrary.open(home, parser, model)) {
            open.add(one);
            open.add(two);
            assertEquals(1, parser.files());
            assertEquals(List.of(FileState.READY, FileState.READY), open.states());
            assertEquals(new Size(1, 1), open.index().size());
            DocumentId id = open.library().files().getFirst().document().orElseThrow();

            open.library().remove(List.of(one));
            assertEquals(two, open.library().source(id).orElseThrow().path());
            assertEquals(List.of(two), open.found("kettle"));

            open.library().remove(List.of(two));
            assertEquals(Optional.empty(), open.library().document(id));
            assertEquals(new Size(0, 0), open.index().size());
        }
    }

    @Test
    void filesWithTheSameContentMayBeReadAtOnce() throws IOException {
        String text = "# Kettle\n\n" + "The kettle whistles at noon. ".repeat(3000);
        write("a.md", text);
        write("b.md", text);
        WatchedParser parser = WatchedParser.readingTogether(2);
        try (var open = OpenLibrary.open(home, parser, model)) {
            open.add(folder);
            assertEquals(2, parser.files());
            assertEquals(List.of(FileState.READY, FileState.READY), open.states());
            Size size = open.index().size();
            assertTrue(size.passages() > 64, size.toString());
            assertEquals(size.passages(), size.vectors());
        }
    }

    @Test
    void anUnchangedFileIsNeitherReadNorEmbeddedAgain() throws IOException {
        writeMany(3);
        WatchedParser parser = WatchedParser.running();
        try (var open = OpenLibrary.open(home, parser, model)) {
            open.add(folder);
            open.add(folder);
            assertEquals(3, parser.files());
            assertEquals(3, model.texts());
        }
    }

    @Test
    void anEditedFileTakesThePlaceOfWhatItWas() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            DocumentId before = open.add(note).files().getFirst().document().orElseThrow();
            write("note.md", "The samovar whistles at five.");
            DocumentId after = open.add(note).files().getFirst().document().orElseThrow();
            assertNotEquals(before, after);
            assertEquals(List.of(), open.found("kettle"));
            assertEquals(List.of(note), open.found("samovar"));
            assertEquals(new Size(1, 1), open.index().size());
        }
    }

    @Test
    void aLostIndexIsMadeAgainWithoutReadingTheFiles() throws IOException {
        writeMany(5);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.add(folder);
        }
        delete(home.resolve("index"));
        WatchedParser parser = WatchedParser.running();
        try (var open = OpenLibrary.open(home, parser, model)) {
            assertEquals(Set.of(FileState.QUEUED), Set.copyOf(open.states()));
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(0, parser.files());
            assertEquals(Set.of(FileState.READY), Set.copyOf(open.states()));
            assertEquals(new Size(5, 5), open.index().size());
            assertEquals(List.of(folder.resolve("note-3.md")), open.found("number3"));
        }
    }

    @Test
    void anotherEmbedderMakesOnlyTheVectorsAnew() throws IOException {
        writeMany(5);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.add(folder);
        }
        var another = new HashEmbedding();
        try (var open =
                OpenLibrary.open(home, "another", WatchedParser.running(), Optional.of(another))) {
            assertEquals(Set.of(FileState.SEARCHABLE), Set.copyOf(open.states()));
            assertEquals(List.of(folder.resolve("note-3.md")), open.found("number3"));
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(5, another.texts());
            assertEquals(new Size(5, 5), open.index().size());
        }
    }

    @Test
    void aModelThatFailsOnceIsAskedAgain() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        model.failNext(1);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            assertEquals(FileState.READY, open.add(note).files().getFirst().state());
        }
    }

    @Test
    void aModelThatFailsTwiceCostsTheMeaningOfOneJob() throws IOException {
        Path note = write("note.md", "The kettle whistles at noon.");
        model.failNext(2);
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            IngestJob job = open.library().add(List.of(note));
            assertEquals(
                    FileState.SEARCHABLE,
                    OpenLibrary.await(job.words()).files().getFirst().state());
            var fault =
                    assertThrows(CompletionException.class, () -> OpenLibrary.await(job.meaning()));
            assertInstanceOf(IllegalStateException.class, fault.getCause());

            assertEquals(FileState.READY, open.add(note).files().getFirst().state());
        }
    }

    @Test
    void aScopeHoldsTheFilesBelowItsFoldersOnly() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        Path inside = write("in/a.md", "The kettle whistles at noon.");
        write("b.md", "The samovar whistles at five.");
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            open.add(folder);
            DocumentId id =
                    open.library().files().stream()
                            .filter(file -> file.path().equals(inside))
                            .findFirst()
                            .flatMap(LibraryFile::document)
                            .orElseThrow();
            assertEquals(
                    new Scope.Documents(Set.of(id)),
                    open.library().scopeOf(List.of(folder.resolve("in"))));
            assertEquals(
                    new Scope.Documents(Set.of()),
                    open.library().scopeOf(List.of(folder.resolve("elsewhere"))));
        }
    }

    @Test
    void aPathThatIsNotThereIsReportedAndNotKept() {
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            IngestReport report = open.add(folder.resolve("nowhere.md"));
            assertEquals(
                    FileProblem.Kind.NOT_FOUND,
                    report.files().getFirst().problem().orElseThrow().kind());
            assertEquals(List.of(), open.library().files());
        }
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void writeMany(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            write("note-" + i + ".md", "The kettle number" + i + " whistles at noon.");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.toList().reversed()) {
                Files.delete(path);
            }
        }
    }
}
