/// The person's library: files and their states, the ingestion that keeps the index true to them,
/// and the SQLite database that remembers. Depends on `rag.parse`, `rag.chunk`, `rag.index`,
/// langchain4j's `EmbeddingModel`, JDBI and SQLite.
@NullMarked
package org.fumikura.rag.library;

import org.jspecify.annotations.NullMarked;
