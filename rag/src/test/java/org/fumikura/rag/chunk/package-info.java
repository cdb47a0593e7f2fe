/// Tests of cutting documents into sentences and passages.
@NullMarked
package org.fumikura.rag.chunk;

import org.jspecify.annotations.NullMarked;
