/// Tests of fusion and hybrid search over a real index.
@NullMarked
package org.fumikura.rag.retrieve;

import org.jspecify.annotations.NullMarked;
