package org.fumikura.rag.chunk;

import java.util.List;
import org.fumikura.rag.DocumentId;
import org.fumikura.rag.Passage;
import org.fumikura.rag.parse.ParsedDocument;

/// Cuts documents into passages. (Signature for the library to compile against; the parse/chunk owner replaces it.)
public final class Chunker {
    public static final int VERSION = 1;

    public List<Passage> chunk(DocumentId id, ParsedDocument document) {
        throw new IllegalStateException(id + document.title());
    }
}
