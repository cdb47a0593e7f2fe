package org.fumikura.rag.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Page;
import org.fumikura.rag.Passage;
import org.fumikura.rag.Span;
import org.fumikura.rag.chunk.Chunker;
import org.fumikura.rag.index.PassageSearch.Size;
import org.fumikura.rag.parse.Block;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.parse.Quality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Vectors that come while their document is written anew.
class EmbeddingTest {
    @TempDir private Path home;
    @TempDir private Path given;
    private final HashEmbedding model = new HashEmbedding();
    private final BlockingQueue<IndexWrite.Vectors> made = new LinkedBlockingQueue<>();
    private Path note;

    @BeforeEach
    void writeNote() throws IOException {
        note = Files.writeString(given.toRealPath().resolve("note.md"), "The kettle whistles.");
    }

    @Test
    void documentThatIsIndexedAgainWhileItsVectorsComeIsEmbeddedAgain() throws Exception {
        try (var open = openWithoutModel()) {
            DocumentId id = open.add(note).files().getFirst().document().orElseThrow();
            var first = new Job(Urgency.SOON, _ -> Map.of());
            var second = new Job(Urgency.SOON, _ -> Map.of());
            try (var embedding = embedding(open);
                    var writing = writing(open, embedding)) {
                embedding.start();
                first.awaitVectors(id);
                second.expect(id);
                embedding.want(id, first);
                // Both are written in one batch.
                writing.submit(reindex(open, id, second));
                writing.submit(next());
                first.walked();
                second.walked();
                writing.start();
                writing.submit(next());
                OpenLibrary.await(first.meaning());
                OpenLibrary.await(second.meaning());
                assertEquals(new Size(1, 1), open.index().size());
            }
        }
    }

    @Test
    void wordsComeFirst() throws Exception {
        try (var open = openWithoutModel()) {
            DocumentId id = open.add(note).files().getFirst().document().orElseThrow();
            var folder = new Job(Urgency.SOON, _ -> Map.of());
            try (var embedding = embedding(open)) {
                embedding.start();
                embedding.filesAreRead(true, true);
                embedding.want(id, folder);
                assertNull(made.poll(300, TimeUnit.MILLISECONDS));
                embedding.filesAreRead(false, true);
                assertNull(made.poll(300, TimeUnit.MILLISECONDS));
                embedding.filesAreRead(false, false);
                assertEquals(id, next().stretches().getFirst().document());
            }
        }
    }

    @Test
    void aFileThatIsReadForLongIsNotWaitedFor() throws Exception {
        try (var open = openWithoutModel()) {
            DocumentId id = open.add(note).files().getFirst().document().orElseThrow();
            try (var embedding = embedding(open)) {
                embedding.start();
                embedding.filesAreRead(true, true);
                embedding.want(id, new Job(Urgency.SOON, _ -> Map.of()));
                assertEquals(id, next().stretches().getFirst().document());
            }
        }
    }

    @Test
    void whatIsPreferredWaitsForUrgentFilesOnly() throws Exception {
        try (var open = openWithoutModel()) {
            DocumentId id = open.add(note).files().getFirst().document().orElseThrow();
            var named = new Job(Urgency.NOW, _ -> Map.of());
            try (var embedding = embedding(open)) {
                embedding.start();
                embedding.filesAreRead(true, true);
                embedding.want(id, named);
                assertNull(made.poll(300, TimeUnit.MILLISECONDS));
                embedding.filesAreRead(false, true);
                assertEquals(id, next().stretches().getFirst().document());
            }
        }
    }

    @Test
    void vectorsOfWordsThatAreNotThereAnyMoreAreNotTaken() throws Exception {
        try (var open = openWithoutModel()) {
            LibraryFile file = open.add(note).files().getFirst();
            DocumentId id = file.document().orElseThrow();
            var job = new Job(Urgency.SOON, _ -> Map.of());
            try (var embedding = embedding(open);
                    var writing = writing(open, embedding)) {
                embedding.start();
                job.awaitVectors(id);
                embedding.want(id, job);
                IndexWrite.Vectors old = next();
                job.walked();
                open.database()
                        .write(handle -> {
                            DocumentTable.forgetIndex(handle, id);
                            return id;
                        });
                writing.submit(put(job, file, id, "The anvil rings."));
                writing.start();
                IndexWrite.Vectors fresh = next();
                writing.submit(fresh);
                writing.submit(old);
                OpenLibrary.await(job.meaning());
                var found = new CompletableFuture<Checkup>();
                writing.submit(new IndexWrite.Verify(true, found));
                found.join();
                assertEquals(
                        Optional.of(fresh.vectors().getFirst().vector()[0]),
                        open.index().vectors(List.of(fresh.vectors().getFirst().id())).stream()
                                .map(vector -> vector.vector()[0])
                                .findFirst());
            }
        }
    }

    @Test
    void nobodyWaitsForADocumentThatWasTakenOut() {
        var gate = model.hold();
        try (var open = OpenLibrary.open(home, WatchedParser.running(), model)) {
            IngestJob job = open.library().add(List.of(note));
            OpenLibrary.await(job.words());
            open.library().remove(List.of(note));
            OpenLibrary.await(job.meaning());
            gate.countDown();

            OpenLibrary.await(open.library().restore(List.of(note)).meaning());
            assertEquals(new Size(1, 1), open.index().size());
        }
    }

    private IndexWrite.Vectors next() throws InterruptedException {
        return Objects.requireNonNull(made.poll(30, TimeUnit.SECONDS), "nothing was embedded");
    }

    private OpenLibrary openWithoutModel() {
        return OpenLibrary.open(home, "hash", WatchedParser.running(), Optional.empty());
    }

    private Embedding embedding(OpenLibrary open) {
        return new Embedding(
                open.database(), open.index(), () -> Optional.of(model), bulletin(open), made::add);
    }

    private static IndexWriting writing(OpenLibrary open, Embedding embedding) {
        var recognising =
                new Recognising(
                        open.database(),
                        WatchedParser.running(),
                        new Chunker(),
                        bulletin(open),
                        new NothingToRecognise());
        return new IndexWriting(
                open.database(),
                open.index(),
                bulletin(open),
                embedding,
                recognising,
                (job, file) -> job.read(file),
                () -> false);
    }

    private static Bulletin bulletin(OpenLibrary open) {
        return new Bulletin(open.database(), Set::of);
    }

    private static IndexWrite reindex(OpenLibrary open, DocumentId id, Job job) {
        ParsedDocument stored =
                open.database().read(handle -> DocumentTable.parsed(handle, id)).orElseThrow();
        return new IndexWrite.Reindex(job, id, "", new Chunker().chunk(id, stored));
    }

    private static IndexWrite put(Job job, LibraryFile file, DocumentId id, String text)
            throws IOException {
        var span = new Span(0, text.length());
        var document =
                new ParsedDocument(
                        "",
                        "text/markdown",
                        text,
                        List.of(new Page(1, span)),
                        List.of(new Block.Paragraph(span)),
                        Quality.FULL);
        List<Passage> passages = new Chunker().chunk(id, document);
        return new IndexWrite.Put(
                job, file.path(), FileStamp.of(file.path()), id, document, passages);
    }

    private static final class NothingToRecognise implements Recognising.Ends {
        @Override
        public boolean isHeld() {
            return false;
        }

        @Override
        public void write(IndexWrite.Recognised recognised) {
            throw new AssertionError();
        }

        @Override
        public void readAgain(Job job, Path file) {
            throw new AssertionError();
        }

        @Override
        public void wantMeaning(DocumentId id, Job job) {
            throw new AssertionError();
        }
    }
}
