/// Tests of parsing in other processes, which are real.
@NullMarked
package org.fumikura.rag.parse.process;

import org.jspecify.annotations.NullMarked;
