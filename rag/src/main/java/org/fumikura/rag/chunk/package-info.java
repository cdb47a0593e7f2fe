/// Documents to passages: the units that are searched, shown and cited. May depend on `rag.parse`
/// values and `org.fumikura.rag`; pure functions of text, no files.
@NullMarked
package org.fumikura.rag.chunk;

import org.jspecify.annotations.NullMarked;
