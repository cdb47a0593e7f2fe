@NullMarked
package org.fumikura.rag.index;

import org.jspecify.annotations.NullMarked;
