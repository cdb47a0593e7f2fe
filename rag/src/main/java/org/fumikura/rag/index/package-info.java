/// The Lucene indexes of passages, by words and by meaning. The only package, with `rag.retrieve`,
/// that sees Lucene; depends on `org.fumikura.rag`.
@NullMarked
package org.fumikura.rag.index;

import org.jspecify.annotations.NullMarked;
