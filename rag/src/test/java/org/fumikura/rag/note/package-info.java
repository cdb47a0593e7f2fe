/// Tests of [org.fumikura.rag.note].
@NullMarked
package org.fumikura.rag.note;

import org.jspecify.annotations.NullMarked;
