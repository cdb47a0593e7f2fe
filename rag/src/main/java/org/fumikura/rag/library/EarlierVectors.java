package org.fumikura.rag.library;

import java.nio.file.Path;
import java.util.Map;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.PassageId;
import org.fumikura.rag.RagException;
import org.fumikura.rag.index.IndexSettings;
import org.fumikura.rag.index.LucenePassageSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves the vectors of an index that is about to be started anew because its words are read, or
/// its passages cut, in another way now. Where the embedded words stay the same nothing is embedded
/// again.
public final class EarlierVectors {
    private static final Logger LOG = LoggerFactory.getLogger(EarlierVectors.class);

    private EarlierVectors() {}

    /// Keeps what [org.fumikura.rag.index.LucenePassageIndex#open] would drop of the index below
    /// `directory`, some seconds for a hundred thousand passages; does nothing where it drops
    /// nothing. An index that cannot be read is embedded again.
    public static void keep(Database database, Path directory, IndexSettings settings) {
        try {
            LucenePassageSearch.openEarlier(directory, settings)
                    .ifPresent(earlier -> keep(database, earlier, settings.embedderId()));
        } catch (RagException unreadable) {
            LOG.warn("Vectors of an earlier index are not kept: {}", unreadable.code());
        }
    }

    private static void keep(Database database, LucenePassageSearch earlier, String embedder) {
        try (earlier) {
            Map<DocumentId, Integer> documents = earlier.documents();
            database.write(handle -> {
                documents.forEach((id, passages) ->
                        KeptVectors.keep(
                                handle,
                                earlier,
                                embedder,
                                PassageId.range(id, earlier.chunkerVersion(), 0, passages)));
                return documents;
            });
            LOG.info("Vectors of {} documents are kept", documents.size());
        }
    }
}
