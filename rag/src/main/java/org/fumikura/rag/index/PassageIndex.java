package org.fumikura.rag.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;

/// Passages that can be written, searchable by words as soon as they are committed and by meaning
/// once their vectors are.
///
/// Writing is for one thread at a time; searching is for any number, also while writing. What is
/// written becomes durable and visible together, at [#commit()]: a document is never half there.
public interface PassageIndex extends PassageSearch {
    /// Loads what writing needs, the dictionary of Japanese above all, so that the first passages
    /// are written sooner. Takes a second once; for any thread.
    void prepare();

    /// Puts `passages` in the place of all that is known of `document`, its vectors included.
    ///
    /// @param title searched beside the passages' own words
    void replace(DocumentId document, String title, List<Passage> passages);

    /// Takes `document` out, passages and vectors; nothing happens if it is not there.
    void remove(DocumentId document);

    /// Adds or replaces the vectors of passages.
    void putVectors(List<PassageVector> vectors);

    /// Makes all that was written since the last commit durable, then visible to searches.
    void commit();

    /// The documents with a committed passage that has no vector yet, in order of their ids: what
    /// is left to embed, also after a crash or a change of the embedder.
    List<DocumentId> withoutVectors();

    /// The embedder whose vectors these are.
    String embedder();

    /// The committed documents, each with its passages and those of them that have a vector.
    Map<DocumentId, Size> documents();

    /// Compares all that is on the disk with its checksums, which takes as long as reading it, and
    /// empties a part that is damaged; [#documents()] then tells what is missing.
    void emptyIfDamaged();

    /// Writes what is there anew without what was taken out, which is kept until then. Takes long;
    /// searching goes on.
    void compact();

    /// To be asked for again and again where nothing is written for a while: begins, in the
    /// background, to merge what many writes have left in many pieces, each of which every search
    /// has to look through, and once that is done lets searches see it. Nothing happens where few
    /// passages lie outside the largest piece, or the disk has no room for both. Searching and
    /// writing go on.
    ///
    /// @return whether to ask again in a while
    boolean settle();

    /// Puts the files of the last commit below `folder`, from where [LucenePassageIndex#open] can
    /// open them: links where the file system has them, else copies. Nothing may be committed
    /// meanwhile; searching goes on.
    ///
    /// @throws org.fumikura.rag.RagException `DISK_FULL`, `NOT_WRITABLE`
    void copyInto(Path folder);

    /// Whether the parts were found on disk or had to be started anew, as they are on the first run
    /// and when the chunker, the schema or the embedder has changed. The library refills what is
    /// new.
    Freshness freshness();

    /// Lets go of the index, and of what was written since the last commit.
    @Override
    void close();

    /// @param words the state of the word postings
    /// @param vectors the state of the vectors
    record Freshness(State words, State vectors) {
        /// How a part of the index came to be.
        public enum State {
            OPENED,
            CREATED
        }
    }
}
