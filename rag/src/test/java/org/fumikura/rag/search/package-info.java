/// Tests of search as a person makes it.
@NullMarked
package org.fumikura.rag.search;

import org.jspecify.annotations.NullMarked;
