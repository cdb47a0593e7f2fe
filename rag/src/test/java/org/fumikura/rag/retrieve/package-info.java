@NullMarked
package org.fumikura.rag.retrieve;

import org.jspecify.annotations.NullMarked;
