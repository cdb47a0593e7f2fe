/// Tests of the library, on real SQLite and Lucene.
@NullMarked
package org.fumikura.rag.library;

import org.jspecify.annotations.NullMarked;
