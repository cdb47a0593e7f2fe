@NullMarked
package org.fumikura.rag.search;

import org.jspecify.annotations.NullMarked;
