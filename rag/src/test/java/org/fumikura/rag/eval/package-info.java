@NullMarked
package org.fumikura.rag.eval;

import org.jspecify.annotations.NullMarked;
