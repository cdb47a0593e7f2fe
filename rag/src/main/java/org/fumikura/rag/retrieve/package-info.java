/// A query to ranked passages: words and meaning, fused. Depends on `rag.index`, on `rag.chunk` for
/// sentences, on langchain4j's `EmbeddingModel` for the query's vector, and on `org.fumikura.rag`.
@NullMarked
package org.fumikura.rag.retrieve;

import org.jspecify.annotations.NullMarked;
