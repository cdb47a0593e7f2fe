package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.index.PassageIndex;
import org.fumikura.rag.index.PassageVector;
import org.fumikura.rag.parse.ParsedDocument;
import org.fumikura.rag.parse.PictureText;

/// Something for the library's one writer to do.
sealed interface IndexWrite {
    /// A file was read: keep its document, index its passages.
    record Put(
            Job job,
            Path file,
            FileStamp stamp,
            DocumentId id,
            ParsedDocument document,
            List<Passage> passages)
            implements IndexWrite {}

    /// A file holds a document that is already there.
    record Link(Job job, Path file, FileStamp stamp, DocumentId id) implements IndexWrite {}

    /// A file could not be read.
    record Fail(Job job, Path file, FileStamp stamp, FileProblem problem) implements IndexWrite {}

    /// Pictures of text in a file were recognised.
    ///
    /// @param document takes the place of what was read before; empty if no more text was found
    /// @param pictures the texts of its first pictures
    /// @param languages with which all its pictures were looked at; empty if there are more
    record Recognised(
            Path file,
            FileStamp stamp,
            DocumentId id,
            Optional<ParsedDocument> document,
            List<Passage> passages,
            List<PictureText> pictures,
            String languages,
            CompletableFuture<DocumentId> written)
            implements IndexWrite {}

    /// Index a stored document again.
    record Reindex(Job job, DocumentId id, String title, List<Passage> passages)
            implements IndexWrite {}

    /// Vectors were made, of these stretches of documents in their order.
    record Vectors(List<PassageVector> vectors, List<Stretch> stretches) implements IndexWrite {
        /// The vectors of the passages in some of the stretches.
        List<PassageVector> in(Set<Stretch> some) {
            return vectors.stream()
                    .filter(vector ->
                            stretches.stream()
                                    .anyMatch(each ->
                                            each.contains(vector.id()) && some.contains(each)))
                    .toList();
        }

        /// Passages of a document that follow each other.
        ///
        /// @param revision of the document
        /// @param from the ordinal of the first passage
        /// @param end the ordinal after the last
        record Stretch(DocumentId document, int revision, int from, int end) {
            boolean contains(PassageId passage) {
                return passage.document().equals(document)
                        && passage.ordinal() >= from
                        && passage.ordinal() < end;
            }
        }
    }

    /// Compare the index with the database.
    record Verify(boolean databaseSound, CompletableFuture<Checkup> found) implements IndexWrite {}

    /// Give back the space of what was taken out.
    record Compact(CompletableFuture<PassageIndex.Size> done) implements IndexWrite {}

    /// Take files out.
    record Remove(
            Collection<Path> paths, Reason reason, CompletableFuture<List<LibraryFile>> removed)
            implements IndexWrite {
        /// Why they go.
        enum Reason {
            /// The person wants it: they stay out.
            WISH,
            /// They are not in their folder any more.
            GONE
        }
    }

    /// Take files back that were taken out.
    record Restore(Collection<Path> paths, CompletableFuture<List<Path>> restored)
            implements IndexWrite {}
}
