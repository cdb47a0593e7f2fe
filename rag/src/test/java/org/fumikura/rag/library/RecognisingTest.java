package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.fumikura.rag.index.PassageSearch.Size;
import org.fumikura.rag.parse.Quality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of text are recognised behind the words.
class RecognisingTest {
    private static final String MIXED =
            "The kettle whistles.\n# The samovar hums.\n# \n# A teapot.\n";
    private static final String SCAN = "# The samovar hums.\n# A teapot.\n";

    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();
    private Path folder;

    @BeforeEach
    void findFolder() throws IOException {
        folder = given.toRealPath();
    }

    @Test
    void recognisedPagesBecomePartOfTheSameDocument() throws IOException {
        Path mixed = write("mixed.txt", MIXED);
        try (var open = open(new PagesOfPictures())) {
            LibraryFile file = open.add(mixed).files().getFirst();
            assertEquals(new Quality(1, 0, 2, 0, 0), file.quality());
            assertEquals(RecognitionState.DONE, file.recognition());
            assertEquals(FileState.READY, file.state());
            assertEquals(List.of(mixed), open.found("kettle"));
            assertEquals(List.of(mixed), open.found("samovar"));
            assertEquals(List.of(mixed), open.found("teapot"));
            assertEquals(new Size(file.passages(), file.passages()), open.index().size());
        }
    }

    @Test
    void wordsDoNotWaitForPictures() throws Exception {
        Path mixed = write("mixed.txt", MIXED);
        var parser = new PagesOfPictures(1);
        try (var open = open(parser)) {
            IngestJob job = open.library().add(List.of(mixed));
            LibraryFile file = OpenLibrary.await(job.words()).files().getFirst();
            assertEquals(RecognitionState.WAITING, file.recognition());
            parser.awaitStuck();
            assertEquals(List.of(mixed), open.found("kettle"));
            assertEquals(List.of(mixed), open.found("samovar"));
            assertEquals(List.of(), open.found("teapot"));
            assertFalse(job.meaning().isDone());
            parser.release();
            OpenLibrary.await(job.meaning());
            assertEquals(List.of(mixed), open.found("teapot"));
        }
    }

    @Test
    void recognitionIsTakenUpAtTheNextStart() throws Exception {
        Path scan = write("scan.txt", SCAN);
        var parser = new PagesOfPictures(1);
        try (var open = open(parser)) {
            open.library().add(List.of(scan));
            parser.awaitStuck();
        }
        var next = new PagesOfPictures();
        try (var open = open(next)) {
            assertEquals(List.of(scan), open.found("samovar"));
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(List.of(scan), open.found("teapot"));
            assertEquals(1, next.recognised());
            assertEquals(FileState.READY, open.library().files().getFirst().state());
        }
    }

    @Test
    void aScanWaitsWithoutAProblem() throws Exception {
        Path scan = write("scan.txt", SCAN);
        var parser = new PagesOfPictures(0);
        try (var open = open(parser)) {
            IngestJob job = open.library().add(List.of(scan));
            OpenLibrary.await(job.words());
            parser.awaitStuck();
            LibraryFile file = open.library().files().getFirst();
            assertEquals(FileState.READING, file.state());
            assertEquals(Optional.empty(), file.problem());
            parser.release();
            assertEquals(
                    FileState.READY, OpenLibrary.await(job.meaning()).files().getFirst().state());
        }
    }

    @Test
    void withoutRecognitionAScanNeedsIt() throws IOException {
        Path scan = write("scan.txt", SCAN);
        try (var open = open(new PagesOfPictures().knowing())) {
            LibraryFile file = open.add(scan).files().getFirst();
            assertEquals(Optional.of(needsOcr(2)), file.problem());
            assertEquals(RecognitionState.NOT_INSTALLED, file.recognition());
        }
        try (var open = open(new PagesOfPictures())) {
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(List.of(scan), open.found("samovar"));
        }
    }

    @Test
    void picturesWithoutTextAreLookedAtOnceForEachSetOfLanguages() throws IOException {
        Path scan = write("scan.txt", "#\n#\n");
        var english = new PagesOfPictures().knowing("eng");
        try (var open = open(english)) {
            LibraryFile file = open.add(scan).files().getFirst();
            assertEquals(Optional.of(needsOcr(2)), file.problem());
            assertEquals(RecognitionState.DONE_WITHOUT_ALL_LANGUAGES, file.recognition());
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(2, english.recognised());
        }
        var all = new PagesOfPictures();
        try (var open = open(all)) {
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(2, all.recognised());
            assertEquals(RecognitionState.DONE, open.library().files().getFirst().recognition());
        }
    }

    @Test
    void aPictureThatEndsTheProcessIsPassedOver() throws IOException {
        Path mixed = write("mixed.txt", "The kettle whistles.\n# The samovar.\n#!\n# A teapot.\n");
        try (var open = open(new PagesOfPictures())) {
            LibraryFile file = open.add(mixed).files().getFirst();
            assertEquals(new Quality(1, 0, 2, 0, 0), file.quality());
            assertEquals(List.of(mixed), open.found("teapot"));
        }
    }

    @Test
    void copiesOfAScanAreRecognisedOnce() throws IOException {
        Path scan = write("a.txt", SCAN);
        Path copy = write("b.txt", SCAN);
        var parser = new PagesOfPictures();
        try (var open = open(parser)) {
            open.add(scan, copy);
            assertEquals(List.of(FileState.READY, FileState.READY), open.states());
            assertEquals(2, parser.recognised());
        }
    }

    @Test
    void whatDidNotChangeIsNotEmbeddedAgain() throws IOException {
        Path mixed = write("mixed.txt", "The kettle whistles.\n# The samovar hums.\n");
        try (var open = open(new PagesOfPictures().knowing())) {
            open.add(mixed);
        }
        int before = model.texts();
        try (var open = open(new PagesOfPictures())) {
            OpenLibrary.await(open.library().resume().meaning());
            assertEquals(before + 1, model.texts());
            assertEquals(List.of(mixed), open.found("samovar"));
        }
    }

    private OpenLibrary open(PagesOfPictures parser) {
        return OpenLibrary.open(home, parser, model);
    }

    private Path write(String name, String pages) throws IOException {
        return Files.writeString(folder.resolve(name), pages);
    }

    private static FileProblem needsOcr(int pages) {
        return new FileProblem(FileProblem.Kind.NEEDS_OCR, Integer.toString(pages));
    }
}
