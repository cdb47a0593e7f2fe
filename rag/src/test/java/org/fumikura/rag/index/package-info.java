/// Tests of the Lucene indexes, with real Lucene on a real disk.
@NullMarked
package org.fumikura.rag.index;

import org.jspecify.annotations.NullMarked;
