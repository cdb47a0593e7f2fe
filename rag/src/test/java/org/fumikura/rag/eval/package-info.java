/// Tests of the metrics and of reading judged sets, with figures worked out by hand.
@NullMarked
package org.fumikura.rag.eval;

import org.jspecify.annotations.NullMarked;
